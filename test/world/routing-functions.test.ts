import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Observation } from "../../src/kernel/mod.ts";
import type { RouteFailure, Routes } from "../../src/server/mod.ts";
import { toOctets } from "../../src/syntax/mod.ts";
import { simulate } from "../../src/testing/mod.ts";
import { Scene, type SceneOptions } from "./scene.ts";

const SALES = "sip:sales@example.com";

/** A server with these functions, the phones named with what they answer, and alice, who calls `target`. */
function called(
  routes: Routes,
  phones: Readonly<Record<string, string>>,
  { target = SALES, headers = [], ...options }: SceneOptions & { target?: string; headers?: readonly string[] } = {},
) {
  const scene = new Scene({ ...options, policy: { ...options.policy, routes } });
  const rung = Object.fromEntries(
    Object.entries(phones).map(([name, script]) => [name, scene.registered(name, script)]),
  );
  const alice = scene.phone("alice");
  const call = alice.invite(target, {}, { headers });
  const invited = (name: string): number => rung[name]?.received("INVITE").length ?? 0;
  const cancelled = (name: string): number => rung[name]?.received("CANCEL").length ?? 0;
  return { scene, call, invited, cancelled };
}

const faults = (observations: readonly Observation[]) => observations.filter((each) => each.type === "fault");

/** Ring desk, then mobile, then voicemail. */
const desk: Routes = {
  request: ({ user }) =>
    user === "sales"
      ? {
          targets: [
            { to: "sip:desk@example.com", seconds: 20 },
            { to: ["sip:mobile@example.com", "sip:tablet@example.com"], seconds: 20 },
          ],
        }
      : "continue",
  failure: ({ request, scope, round }) =>
    request.user === "sales" && scope !== "everywhere" && round === 0
      ? { targets: ["sip:voicemail@example.com"] }
      : "pass",
};

describe("ring desk, then mobile, then voicemail, unless the answer is everywhere", () => {
  const phones = (desk: string, mobile: string) => ({ desk, mobile, voicemail: "200@100ms" });

  // covers: testRoutingBasic
  test("the desk answers, and nobody else rings", () => {
    const { scene, call, invited } = called(desk, phones("180@100ms+200@2s", "180@1s"));
    scene.world.run(5_000);
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual(["desk", "mobile", "voicemail"].map(invited), [1, 0, 0]);
    });
  });

  test("the desk is busy: the mobile rings and answers", () => {
    const { scene, call, invited } = called(desk, phones("180@100ms+486@1s", "180@100ms+200@2s"));
    scene.world.run(6_000);
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [200]);
      assert.deepEqual(["desk", "mobile", "voicemail"].map(invited), [1, 1, 0]);
    });
  });

  test("each rings for its 20 s and is cancelled; then voicemail answers", () => {
    const { scene, call, invited, cancelled } = called(desk, phones("180@100ms", "180@100ms"));
    scene.world.run(19_000);
    scene.world.explain(() => assert.deepEqual([invited("desk"), invited("mobile")], [1, 0]));
    scene.world.run(2_000);
    scene.world.explain(() => {
      assert.equal(cancelled("desk"), 1);
      assert.deepEqual([invited("mobile"), invited("voicemail")], [1, 0]);
    });
    scene.world.run(21_000);
    scene.world.explain(() => {
      assert.equal(cancelled("mobile"), 1);
      assert.deepEqual(call.finals(), [200]);
    });
  });

  test("a phone that keeps saying 180 gets no more time by it", () => {
    const again = Array.from({ length: 12 }, (_, i) => `180@${2 * i + 1}s`).join("+");
    const { scene, invited, cancelled } = called(desk, phones(again, "180@100ms"));
    scene.world.run(21_000);
    scene.world.explain(() => {
      assert.equal(cancelled("desk"), 1);
      assert.equal(invited("mobile"), 1);
    });
  });

  test("somebody declines for every phone: voicemail is not asked", () => {
    const { scene, call, invited } = called(desk, phones("180@100ms+603@2s", "180@1s"));
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [603]);
      assert.deepEqual(["desk", "mobile", "voicemail"].map(invited), [1, 0, 0]);
    });
  });

  test("nobody is registered at all: voicemail answers at once", () => {
    const { scene, call } = called(desk, { voicemail: "200@100ms" });
    scene.world.run(1_000);
    scene.world.explain(() => assert.deepEqual(call.finals(), [200]));
  });

  test("the caller gives up: nothing further is tried", () => {
    const { scene, call, invited } = called(desk, phones("180@100ms", "180@100ms"));
    scene.world.run(5_000);
    call.cancel();
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [487]);
      assert.deepEqual([invited("mobile"), invited("voicemail")], [0, 0]);
    });
  });

  test("other calls go their usual way", () => {
    const { scene, call } = called(desk, { bob: "486@100ms" }, { target: "sip:bob@example.com" });
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [486]));
  });
});

describe("the moment of arrival", () => {
  test("a refusal is sent as it is, with its header fields", () => {
    const routes: Routes = {
      request: ({ from }) => (from.user === "alice" ? { reject: 403, headers: { Warning: '399 x "no"' } } : "continue"),
    };
    const { scene, call, invited } = called(routes, { sales: "200@0s" });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [403]);
      assert.equal(call.response(403).message.field("Warning"), '399 x "no"');
      assert.equal(invited("sales"), 0);
    });
  });

  test("text in a header field leaves as UTF-8, so that no letter of it can end the line", () => {
    // U+010D: its low octet is a carriage return.
    const { scene, call } = called({ request: () => ({ reject: 403, headers: { Subject: "Nováček" } }) }, {});
    scene.settle();
    scene.world.explain(() => assert.equal(call.response(403).message.field("Subject"), toOctets("Nováček")));
  });

  test("a redirection names its places, best first", () => {
    const { scene, call } = called({ request: () => ({ redirect: ["sip:a@x.example", "sip:b@y.example"] }) }, {});
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [302]);
      const contacts = call.response(302).message.contacts;
      assert.deepEqual(Array.isArray(contacts) && contacts.map(({ uri }) => uri), [
        "sip:a@x.example",
        "sip:b@y.example",
      ]);
    });
  });

  test("it is told who calls whom, whence, and how many phones there are", () => {
    const seen: unknown[] = [];
    const routes: Routes = {
      request: (request) => {
        const { method, uri, user, host, from, to, callId, source, phones } = request;
        seen.push({ method, uri, user, host, from: from.uri, to: to.user, phones, subject: request.header("Subject") });
        seen.push(callId);
        assert.match(source, /^UDP 192\.0\.2\.\d+:5060$/);
        return { reject: 480 };
      },
    };
    const scene = new Scene({ policy: { routes } });
    scene.registered("sales", "200@0s");
    const alice = scene.phone("alice");
    const call = alice.invite(SALES, {}, { headers: ["Subject: Lunch"] });
    scene.settle();
    const uri = SALES;
    const expected = { method: "INVITE", uri, user: "sales", host: "example.com", from: "sip:alice@example.com" };
    assert.deepEqual(seen, [{ ...expected, to: "sales", phones: 1, subject: "Lunch" }, call.draft.callId]);
  });

  test("display names, header fields and phrases are told as text, so that a function can compare them", () => {
    const seen: string[] = [];
    const routes: Routes = {
      request: ({ from, header }) => {
        seen.push(from.displayName, header("Subject") ?? "");
        return "continue";
      },
      reply: ({ phrase, header }) => {
        seen.push(phrase, header("Warning") ?? "");
        return "pass";
      },
    };
    const scene = new Scene({ policy: { routes } });
    const headers = [`Warning: ${toOctets('399 x "zajęty"')}`];
    const steps = [{ afterMs: 0, status: 486, phrase: toOctets("Zajęty"), headers }];
    scene.registered("sales", "486").answer({ steps, onCancel: "ends", afterCancel: [] });
    const from = toOctets('"Łukasz" <sip:alice@example.com>;tag=1');
    scene.phone("alice").invite(SALES, {}, { from, headers: [toOctets("Subject: Obiad ż")] });
    scene.settle();
    assert.deepEqual(seen, ["Łukasz", "Obiad ż", "Zajęty", '399 x "zajęty"']);
  });

  test("a foreign domain that would be refused can be sent where the operator wants it", () => {
    const routes: Routes = {
      request: ({ host }) => (host === "elsewhere.example" ? { targets: ["sip:sales@example.com"] } : "continue"),
    };
    const { scene, call } = called(routes, { sales: "486@100ms" }, { target: "sip:bob@elsewhere.example" });
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [486]));
  });

  test("with authentication, who is not known is challenged before any function is asked", () => {
    let asked = 0;
    const routes: Routes = {
      request: () => {
        asked++;
        return "continue";
      },
    };
    const scene = new Scene({ policy: { routes }, passwords: { bob: "secret" } });
    scene.registered("bob", "200@0s");
    const mallory = scene.phone("mallory");
    const call = mallory.invite("sip:bob@example.com");
    scene.world.run(1_000);
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [407]);
      assert.equal(asked, 0);
    });
  });

  test("requests within dialogs are never asked about", () => {
    const methods: string[] = [];
    const routes: Routes = {
      request: ({ method }) => {
        methods.push(method);
        return "continue";
      },
    };
    const { scene, call } = called(routes, { sales: "200@100ms" });
    scene.world.run(1_000);
    call.hangUp();
    scene.settle();
    assert.deepEqual(methods, ["INVITE"]);
  });
});

describe("branches and replies", () => {
  test("a place that is passed over does not ring", () => {
    const routes: Routes = { branch: ({ target }) => (target.includes("sales@") ? "skip" : "try") };
    const { scene, call, invited } = called(routes, { sales: "200@0s" });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [480]);
      assert.equal(invited("sales"), 0);
    });
  });

  test("a phone's 603 may be taken for a 486: the others go on ringing", () => {
    const routes: Routes = { reply: ({ status }) => (status === 603 ? { as: 486 } : "pass") };
    const scene = new Scene({ policy: { routes } });
    scene.registered("desk", "180@100ms+603@1s", { user: "sales" });
    scene.registered("mobile", "180@100ms+200@3s", { user: "sales" });
    const call = scene.phone("alice").invite(SALES);
    scene.world.run(5_000);
    scene.world.explain(() => assert.deepEqual(call.finals(), [200]));
  });

  test("when nobody else answers, the caller gets what the refusal was taken for", () => {
    const routes: Routes = { reply: ({ status }) => (status === 603 ? { as: 486 } : "pass") };
    const { scene, call } = called(routes, { sales: "603@1s" });
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [486]));
  });

  test("a provisional response can be kept from the caller", () => {
    const routes: Routes = { reply: ({ status }) => (status === 183 ? "drop" : "pass") };
    const { scene, call } = called(routes, { sales: "183@100ms+180@200ms+486@1s" });
    scene.settle();
    scene.world.explain(() =>
      assert.deepEqual([call.provisionals().filter((status) => status > 100), call.finals()], [[180], [486]]),
    );
  });
});

test("a reliable provisional response is not kept back: unacknowledged it would end the call (RFC 3262 §3)", () =>
  simulate(async (world) => {
    const routes: Routes = { reply: ({ status }) => (status === 183 || status === 180 ? "drop" : "pass") };
    const office = world.server("example.com", { policy: { routes } });
    const alice = await office.agent("alice", { reliableProvisionals: "require" });
    const bob = await office.agent("bob");
    bob.onCall = async (call) => {
      call.progress(183);
      await world.wait(5_000);
      await call.answer();
    };
    const heard: number[] = [];
    const call = alice.call("bob", { onProgress: ({ code }) => heard.push(code) });
    assert.equal((await call.outcome).code, 200);
    assert.deepEqual(heard, [183]);
  }));

describe("when nobody has accepted", () => {
  test("it is told what was tried and what the caller would get", () => {
    const seen: Omit<RouteFailure, "request">[] = [];
    const routes: Routes = {
      failure: ({ request: _, ...rest }) => {
        seen.push(rest);
        return { reject: 404 };
      },
    };
    const { scene, call } = called(routes, { sales: "486@1s" });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [404]);
      const [only] = seen;
      assert.deepEqual([only?.status, only?.scope, only?.round], [486, "here", 0]);
      assert.deepEqual(
        only?.tried.map(({ status }) => status),
        [486],
      );
    });
  });

  test("after a refusal for everywhere further targets are tried only when that is said in words", () => {
    for (const everywhere of [false, true]) {
      const voicemail = { targets: ["sip:voicemail@example.com"], everywhere } as const;
      const routes: Routes = { failure: ({ round }) => (round === 0 ? voicemail : "pass") };
      const { scene, call } = called(routes, { sales: "603@1s", voicemail: "200@100ms" });
      scene.world.run(3_000);
      scene.world.explain(() => assert.deepEqual(call.finals(), [everywhere ? 200 : 603]));
    }
  });

  test("a function that always has another idea is not asked for ever", () => {
    const routes: Routes = { failure: () => ({ targets: ["sip:sales@example.com"] }) };
    const { scene, call, invited } = called(routes, { sales: "486@10ms" });
    scene.settle();
    scene.world.explain(() => {
      assert.deepEqual(call.finals(), [486]);
      assert.equal(invited("sales"), 11);
    });
  });

  test("a function that always names nobody is not asked for ever", () => {
    const { scene, call } = called({ failure: () => ({ targets: [] }) }, {});
    scene.settle();
    scene.world.explain(() => assert.deepEqual(call.finals(), [480]));
  });
});

describe("a function that fails ends its own request with 500 and nothing else", () => {
  const boom = (): never => {
    throw new Error("boom");
  };
  const moments: Record<string, Routes> = {
    request: { request: boom },
    branch: { branch: boom },
    reply: { reply: boom },
    failure: { failure: boom },
    "a promise": { request: (async () => "continue") as unknown as NonNullable<Routes["request"]> },
    "no verdict": { request: (() => undefined) as unknown as NonNullable<Routes["request"]> },
    "a 2xx as a refusal": { request: () => ({ reject: 200 }) },
    "a place that is no URI": { request: () => ({ targets: ["mobile"] }) },
    "a header of two lines": { request: () => ({ reject: 403, headers: { X: "a\r\nContact: <sip:x@y.example>" } }) },
    "more places than may be": { request: () => ({ targets: Array(65).fill("sip:a@192.0.2.99") }) },
  };
  for (const [name, routes] of Object.entries(moments)) {
    test(name, () => {
      const { scene, call } = called(routes, { sales: "486@1s" });
      scene.world.run(40_000);
      scene.world.explain(() => {
        assert.deepEqual(call.finals(), [500]);
        const [fault, ...more] = faults(scene.observations);
        assert.deepEqual(more, []);
        assert.equal(fault?.type === "fault" && fault.callId, call.draft.callId);
        assert.deepEqual(scene.server.running, 0);
      });
    });
  }
});

test("targets of elsewhere are sent there", () => {
  const scene = new Scene({ policy: { routes: { request: () => ({ targets: ["sip:x@192.0.2.77"] }) } } });
  const gateway = scene.phone("gateway", { address: "192.0.2.77" }).answer("486@100ms");
  const call = scene.phone("alice").invite(SALES);
  scene.settle();
  scene.world.explain(() => {
    assert.deepEqual(call.finals(), [486]);
    assert.equal(gateway.received("INVITE")[0]?.message.requestUri, "sip:x@192.0.2.77");
  });
});
