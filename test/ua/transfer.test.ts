import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Received } from "../../src/lab/mod.ts";
import { Header, parseMessage } from "../../src/syntax/mod.ts";
import {
  type Call,
  type IncomingTransfer,
  readSipfrag,
  type TransferOptions,
  type TransferOutcome,
  type UserAgent,
  writeSipfrag,
} from "../../src/ua/mod.ts";
import { OddPeer } from "./event-kit.ts";
import { Stage } from "./kit.ts";
import { AgentScene } from "./scene-kit.ts";

const sent = (stage: Stage | AgentScene, method: string) =>
  stage.world.network.travels.flatMap(({ text, from, at }) => {
    const message = parseMessage(text);
    return message?.isRequest && message.method === method ? [{ from, at, message }] : [];
  });

/** State and first line of each NOTIFY. */
const reports = (stage: Stage | AgentScene) =>
  sent(stage, "NOTIFY").map(({ message }) => [
    message.value(Header.SubscriptionState)?.replace(/expires=\d+/, "expires"),
    message.body.trim(),
  ]);

/** Alice talks to bob; bob agrees to every transfer unless `decide` says otherwise. */
async function talking(
  stage: Stage,
  decide: (incoming: IncomingTransfer) => void = (incoming) => void incoming.accept(),
) {
  const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
  bob.onCall = (call) => void call.answer();
  bob.onTransfer = decide;
  const call = alice.call(bob.core.settings.uri);
  await stage.world.until(call.outcome);
  return { alice, bob, call };
}

function carol(stage: Stage, answer: (call: import("../../src/ua/mod.ts").IncomingCall) => void): UserAgent {
  const agent = stage.agent("carol");
  agent.onCall = answer;
  return agent;
}

const brief = ({ kind, code, stage, fault }: TransferOutcome) => [kind, code, stage, fault];

async function hangUpAll(stage: Stage | AgentScene, ...agents: UserAgent[]): Promise<void> {
  await stage.world.until(Promise.all(agents.flatMap(({ calls }) => calls.map((call: Call) => call.hangUp()))));
}

describe("transfer between two of ours", () => {
  test("blind: 100 at once, progress, one terminated;reason=noresource at the end; the call is hung up", async () => {
    const stage = new Stage();
    const { alice, bob, call } = await talking(stage);
    const target = carol(stage, (incoming) => {
      incoming.ring();
      stage.world.after(4000, () => void incoming.answer());
    });
    const heard: number[] = [];
    const outcome = await stage.world.until(
      alice.transfer(call, target.core.settings.uri, { onProgress: ({ code }) => heard.push(code) }),
    );
    assert.deepEqual(brief(outcome), ["answered", 200, "target", null]);
    assert.deepEqual(reports(stage), [
      ["active;expires", "SIP/2.0 100 Trying"],
      ["active;expires", "SIP/2.0 180 Ringing"],
      ["terminated;reason=noresource", "SIP/2.0 200 OK"],
    ]);
    assert.deepEqual(heard, [100, 180]);
    assert.equal(sent(stage, "INVITE").at(-1)?.message.value(Header.ReferredBy), "<sip:alice@198.51.100.1>");
    assert.equal((await stage.world.until(call.ended)).by, "local");
    assert.deepEqual([alice.calls.length, bob.calls.length, target.calls.length], [0, 1, 1]);
    await hangUpAll(stage, bob);
    await stage.rest();
    for (const agent of [alice, bob, target]) assert.equal(agent.core.dialogs.size, 0);
  });

  test("attended: the new call takes the place of the consultation, nobody else rings", async () => {
    const stage = new Stage();
    const { alice, bob, call } = await talking(stage);
    const target = carol(stage, (incoming) => void incoming.answer());
    const consultation = alice.call(target.core.settings.uri);
    await stage.world.until(consultation.outcome);
    const outcome = await stage.world.until(alice.transfer(call, consultation));
    assert.deepEqual(brief(outcome), ["answered", 200, "target", null]);
    assert.equal((await stage.world.until(consultation.ended)).by, "remote");
    await stage.world.until(call.ended);
    await stage.world.pass(100);
    assert.deepEqual([alice.calls.length, bob.calls.length, target.calls.length], [0, 1, 1]);
    await hangUpAll(stage, bob);
    await stage.rest();
  });

  test("nothing is answered and nobody called before the application agrees", async () => {
    const stage = new Stage();
    const { alice, bob, call } = await talking(stage, (incoming) => {
      stage.world.after(5000, () => void incoming.accept());
    });
    const target = carol(stage, (incoming) => void incoming.answer());
    const result = alice.transfer(call, target.core.settings.uri);
    await stage.world.pass(4900);
    assert.equal(sent(stage, "INVITE").length, 1);
    assert.ok(!stage.world.network.travels.some(({ text }) => /^SIP\/2\.0 2[\s\S]*CSeq: \d+ REFER/.test(text)));
    assert.equal((await stage.world.until(result)).code, 200);
    await hangUpAll(stage, bob);
    await stage.rest();
  });

  test("the target's own words come through both reports, letters beyond ASCII too", async () => {
    const stage = new Stage();
    const { alice, call } = await talking(stage);
    const target = carol(stage, (incoming) => incoming.reject(486, { phrase: "Occup\u00e9" }));
    const { phrase, text } = await stage.world.until(alice.transfer(call, target.core.settings.uri));
    assert.deepEqual([phrase, text], ["Occup\u00e9", "486 Occup\u00e9"]);
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  for (const [code, answer] of [
    [486, (call) => call.reject()],
    [603, (call) => call.reject(603, { scope: "everywhere" })],
    [302, (call) => call.redirect("sip:elsewhere@198.51.100.77")],
  ] as readonly [number, (call: import("../../src/ua/mod.ts").IncomingCall) => void][]) {
    test(`the target says ${code}: so says the result, and the call stays`, async () => {
      const stage = new Stage();
      const { alice, call } = await talking(stage);
      const outcome = await stage.world.until(alice.transfer(call, carol(stage, answer).core.settings.uri));
      assert.deepEqual([outcome.code, outcome.stage, outcome.fault], [code, "target", null]);
      assert.equal(outcome.scope, { 486: "here", 603: "everywhere" }[code] ?? null);
      assert.equal(call.state, "established");
      assert.equal((await stage.world.until(call.hold())).code, 200);
      await stage.world.until(call.hangUp());
      await stage.rest();
    });
  }

  test("a transfer that is refused, forgotten, or not taken at all", async () => {
    const stage = new Stage();
    const { alice, bob, call } = await talking(stage, (incoming) => {
      assert.throws(() => incoming.reject(603), RangeError);
      incoming.reject(603, { scope: "everywhere", phrase: "No" });
    });
    const declined = await stage.world.until(alice.transfer(call, "sip:carol@198.51.100.3"));
    assert.deepEqual([...brief(declined), declined.phrase], ["rejected", 603, "refer", null, "No"]);
    bob.onTransfer = () => {};
    const began = stage.world.elapsed;
    assert.equal((await stage.world.until(alice.transfer(call, "sip:carol@198.51.100.3"))).code, 480);
    assert.equal(Math.round((stage.world.elapsed - began) / 1000), 25);
    bob.onTransfer = null;
    assert.equal((await stage.world.until(alice.transfer(call, "sip:carol@198.51.100.3"))).code, 405);
    assert.throws(() => alice.transfer(call, "mailto:x@y"), TypeError);
    await stage.world.until(call.hangUp());
    const late = await stage.world.until(alice.transfer(call, "sip:carol@198.51.100.3"));
    assert.deepEqual(brief(late), ["failed", null, "refer", null]);
    await stage.rest();
  });

  test("what cannot be done is refused before anybody is asked: 400, 416, 501", async () => {
    const stage = new Stage();
    let asked = 0;
    const { alice, bob, call } = await talking(stage, () => void asked++);
    const statuses = [];
    for (const value of [
      "",
      "<sip:a@b>, <sip:c@d>",
      "<http://example.com>",
      "<sip:a@b;method=BYE>",
      "<sip:a@b?Replaces=x>",
    ]) {
      const headers = value === "" ? {} : { "Refer-To": value };
      statuses.push((await stage.world.until(alice.request("REFER", bob.core.settings.uri, { headers }))).code);
    }
    assert.deepEqual([statuses, asked], [[400, 400, 416, 501, 400], 0]);
    await stage.world.until(call.hangUp());
    await stage.rest();
  });

  test("two transfers in one dialog: their reports are told apart by the id", async () => {
    const stage = new Stage();
    const { alice, bob, call } = await talking(stage);
    const target = carol(stage, (incoming) => {
      const busy = incoming.to?.uri.includes("busy");
      stage.world.after(busy ? 4000 : 2000, () => (busy ? incoming.reject() : void incoming.answer()));
    });
    const at = target.core.settings.uri.replace(/.*@/, "");
    const options = { hangUp: false };
    const results = [alice.transfer(call, `sip:busy@${at}`, options), alice.transfer(call, `sip:free@${at}`, options)];
    assert.deepEqual(
      (await stage.world.until(Promise.all(results))).map(({ code }) => code),
      [486, 200],
    );
    const ids = sent(stage, "NOTIFY").map(({ message }) => message.value(Header.Event));
    assert.deepEqual([...new Set(ids)], ["refer", "refer;id=3"]);
    await hangUpAll(stage, bob, alice);
    await stage.rest();
  });

  test("outside of any call: a phone is asked to call", async () => {
    const stage = new Stage();
    const [alice, bob] = [stage.agent("alice"), stage.agent("bob")];
    bob.onTransfer = (incoming) => {
      assert.equal(incoming.call, null);
      void incoming.accept();
    };
    const target = carol(stage, (incoming) => {
      incoming.ring();
      stage.world.after(2000, () => void incoming.answer());
    });
    const outcome = await stage.world.until(alice.transfer(bob.core.settings.uri, target.core.settings.uri));
    assert.deepEqual(brief(outcome), ["answered", 200, "target", null]);
    await hangUpAll(stage, bob);
    await stage.rest();
    assert.deepEqual([alice.core.dialogs.size, bob.core.dialogs.size], [0, 0]);
  });

  test("Referred-By goes on as it came, octet for octet (RFC 3892 §2.2)", async () => {
    const stage = new Stage();
    const [alice, bob, target] = [stage.phone("alice"), stage.agent("bob"), stage.phone("carol", "486")];
    const referredBy = '"R\u00c3\u00a9mi" <sip:alice@example.com>';
    let named: string | null = null;
    bob.onTransfer = (incoming) => {
      named = incoming.referredBy;
      void incoming.accept();
    };
    const headers = [`Contact: ${alice.contact()}`, `Refer-To: <${target.uri}>`, `Referred-By: ${referredBy}`];
    alice.request("REFER", bob.core.settings.uri, { headers });
    await stage.rest();
    assert.equal(target.received("INVITE")[0]?.message.value(Header.ReferredBy), referredBy);
    assert.equal(named, '"R\u00e9mi" <sip:alice@example.com>');
  });

  for (const subscription of ["norefersub", "nosub"] as const) {
    test(`${subscription}: accepted, and nobody reports`, async () => {
      const stage = new Stage();
      const { alice, bob, call } = await talking(stage);
      const target = carol(stage, (incoming) => void incoming.answer());
      const outcome = await stage.world.until(alice.transfer(call, target.core.settings.uri, { subscription }));
      assert.deepEqual(brief(outcome), ["answered", 200, "refer", null]);
      await stage.world.pass(5000);
      assert.deepEqual([reports(stage), bob.calls.length], [[], 1]);
      await hangUpAll(stage, bob);
      await stage.rest();
    });
  }

  for (const late of [false, true]) {
    test(`explicitsub: reports are subscribed to at the URI of the 200${late ? ", after the end too" : ""}`, async () => {
      const stage = new Stage();
      const { alice, bob, call } = await talking(stage);
      const target = carol(stage, (incoming) => {
        if (late) incoming.reject();
        else stage.world.after(3000, () => incoming.reject());
      });
      const options: TransferOptions = { subscription: "explicit" };
      if (late) stage.world.network.swallow(({ text }) => text.startsWith("SUBSCRIBE"), 4); // it arrives when all is over
      const outcome = await stage.world.until(alice.transfer(call, target.core.settings.uri, options));
      assert.deepEqual(brief(outcome), ["rejected", 486, "target", null]);
      assert.deepEqual(reports(stage).at(-1), ["terminated;reason=noresource", "SIP/2.0 486 Busy Here"]);
      assert.equal((await stage.world.until(alice.subscribe(bob.core.settings.uri, "refer").ended)).outcome.code, 403);
      await stage.world.until(call.hangUp());
      await stage.rest();
    });
  }

  test("the application may do it itself, and tells how it goes", async () => {
    const stage = new Stage();
    const { alice, call } = await talking(stage, (incoming) => {
      const report = incoming.take();
      stage.world.after(1000, () => report.progress(183));
      stage.world.after(2000, () => report.finish(200, "Done by hand"));
      stage.world.after(3000, () => report.finish(500));
      stage.world.after(3000, () => report.progress(180));
    });
    const outcome = await stage.world.until(alice.transfer(call, "sip:x@198.51.100.99"));
    assert.deepEqual([outcome.code, outcome.phrase], [200, "Done by hand"]);
    await stage.rest();
    assert.equal(reports(stage).length, 3);
  });

  for (const via of ["UDP", "WS"] as const) {
    test(`attended, through a real server over ${via}`, async () => {
      const passwords = { alice: "a", bob: "b", carol: "c" };
      const scene = new AgentScene({ passwords });
      const [alice, bob, target] = ["alice", "bob", "carol"].map((name) => scene.agent(name, {}, { via })) as [
        UserAgent,
        UserAgent,
        UserAgent,
      ];
      for (const agent of [alice, bob, target]) {
        await scene.world.until(agent.register().outcome);
        agent.onCall = (incoming) => void incoming.answer();
        agent.onTransfer = (incoming) => void incoming.accept();
      }
      const call = alice.call("bob");
      const consultation = alice.call("carol");
      await scene.world.until(Promise.all([call.outcome, consultation.outcome]));
      const outcome = await scene.world.until(alice.transfer(call, consultation));
      assert.deepEqual(brief(outcome), ["answered", 200, "target", null]);
      await scene.world.until(Promise.all([call.ended, consultation.ended]));
      await hangUpAll(scene, bob);
      await scene.world.until(Promise.all([alice, bob, target].map((agent) => agent.close())));
      scene.settle();
    });
  }
});

/** Alice in a call with a phone that treats REFER as `play` says; resolves to how the transfer ended and how many seconds it took. */
async function odd(play: (peer: OddPeer, request: Received) => void, options: TransferOptions = {}) {
  const stage = new Stage();
  const peer = new OddPeer(stage, "peer", play);
  peer.phone.answer("200@100ms");
  const alice = stage.agent("alice");
  const call = alice.call(peer.uri);
  await stage.world.until(call.outcome);
  const began = stage.world.elapsed;
  const outcome = await stage.world.until(alice.transfer(call, "sip:carol@198.51.100.99", options), 4_000_000);
  const seconds = Math.round((stage.world.elapsed - began) / 1000);
  await stage.world.until(call.hangUp());
  await stage.rest();
  assert.equal(alice.core.dialogs.size, 0, "a dialog is left");
  return { outcome, seconds, peer };
}

const ACTIVE = "active;expires=60";
const ENDED = "terminated;reason=noresource";

describe("transferees of many kinds: the promise settles once, whatever they do", () => {
  const cases: readonly [string, readonly (string | number | null)[], (peer: OddPeer, request: Received) => void][] = [
    [
      "202, and a NOTIFY in order",
      ["answered", 200, "target", null],
      (peer, request) => {
        peer.answer(request, 202);
        const dialog = peer.dialog(request);
        peer.notify(dialog, "refer", ACTIVE, "SIP/2.0 100 Trying\r\n");
        peer.after(2000, () => peer.notify(dialog, "refer", ENDED, "SIP/2.0 200 OK\r\n"));
      },
    ],
    [
      "any phrase, and headers behind the status line",
      ["answered", 202, "target", null],
      (peer, request) => {
        peer.answer(request, 200);
        peer.notify(peer.dialog(request), "refer", ENDED, "SIP/2.0 202 Quite All Right\r\nContact: <sip:c@d>\r\n\r\n");
      },
    ],
    [
      "no phrase at all, and no line end",
      ["rejected", 486, "target", null],
      (peer, request) => {
        peer.answer(request, 200);
        peer.notify(peer.dialog(request), "refer", ENDED, "SIP/2.0 486");
      },
    ],
    [
      "the final status in a NOTIFY that claims to be active",
      ["rejected", 603, "target", null],
      (peer, request) => {
        peer.answer(request, 200);
        peer.notify(peer.dialog(request), "refer", ACTIVE, "SIP/2.0 603 Decline\r\n");
      },
    ],
    [
      "every NOTIFY says terminated, from 100 on, and the phone rings for long",
      ["answered", 200, "target", null],
      (peer, request) => {
        peer.answer(request, 202);
        const dialog = peer.dialog(request);
        peer.notify(dialog, "refer", ENDED, "SIP/2.0 100 Trying\r\n");
        peer.after(15_000, () => peer.notify(dialog, "refer", ENDED, "SIP/2.0 180 Ringing\r\n"));
        peer.after(100_000, () => peer.notify(dialog, "refer", ENDED, "SIP/2.0 200 OK\r\n"));
      },
    ],
    [
      "the NOTIFY ahead of the 202",
      ["answered", 200, "target", null],
      (peer, request) => {
        peer.notify(peer.dialog(request), "refer", ENDED, "SIP/2.0 200 OK\r\n");
        peer.after(300, () => peer.answer(request, 202));
      },
    ],
    ["202 and never a NOTIFY", ["timeout", null, "target", "noNotify"], (peer, request) => peer.answer(request, 202)],
    [
      "the subscription runs out",
      ["timeout", null, "target", "subscriptionExpired"],
      (peer, request) => {
        peer.answer(request, 202);
        peer.notify(peer.dialog(request), "refer", "active;expires=10", "SIP/2.0 100 Trying\r\n");
      },
    ],
    [
      "terminated without a status",
      ["failed", null, "target", "terminatedWithoutResult"],
      (peer, request) => {
        peer.answer(request, 202);
        peer.notify(peer.dialog(request), "refer", "terminated;reason=timeout");
      },
    ],
    [
      "terminated with 180, and nothing more",
      ["failed", null, "target", "terminatedWithoutResult"],
      (peer, request) => {
        peer.answer(request, 202);
        peer.notify(peer.dialog(request), "refer", ENDED, "SIP/2.0 180 Ringing\r\n");
      },
    ],
    [
      "a BYE, and nothing more",
      ["unreachable", null, "target", "peerGone"],
      (peer, request) => {
        peer.answer(request, 202);
        const dialog = peer.dialog(request);
        peer.notify(dialog, "refer", ACTIVE, "SIP/2.0 100 Trying\r\n");
        peer.after(1000, () => dialog.request("BYE"));
      },
    ],
    [
      "a BYE, and the result behind it (RFC 5057)",
      ["answered", 200, "target", null],
      (peer, request) => {
        peer.answer(request, 202);
        const dialog = peer.dialog(request);
        peer.after(1000, () => dialog.request("BYE"));
        peer.after(3000, () => peer.notify(dialog, "refer", ENDED, "SIP/2.0 200 OK\r\n"));
      },
    ],
    ["REFER refused", ["rejected", 405, "refer", null], (peer, request) => peer.answer(request, 405)],
    ["REFER not answered", ["timeout", null, "refer", null], () => {}],
    [
      "a body that is no status line, then the end",
      ["failed", null, "target", "terminatedWithoutResult"],
      (peer, request) => {
        peer.answer(request, 202);
        peer.notify(peer.dialog(request), "refer", ENDED, "HTTP/1.1 200 OK\r\n");
      },
    ],
  ];
  for (const [title, expected, play] of cases) {
    test(title, async () => assert.deepEqual(brief((await odd(play)).outcome), expected));
  }

  test("Timer N: 32 s from the 202, no sooner", async () => {
    assert.equal((await odd((peer, request) => peer.answer(request, 202))).seconds, 32);
  });

  test("outside of a call a NOTIFY without Subscription-State is 400 and no report: Timer N goes on", async () => {
    const stage = new Stage();
    const peer = new OddPeer(stage, "bob", (each, request) => {
      each.answer(request, 202);
      each.notify(each.dialog(request), "refer", "", "SIP/2.0 200 OK\r\n");
    });
    const alice = stage.agent("alice");
    const outcome = await stage.world.until(alice.transfer(peer.uri, "sip:carol@198.51.100.99"), 4_000_000);
    assert.deepEqual(brief(outcome), ["timeout", null, "target", "noNotify"]);
    assert.equal(Math.round(stage.world.elapsed / 1000), 32);
    await stage.rest();
    assert.equal(alice.core.dialogs.size, 0, "a dialog is left");
  });

  for (const subscription of ["nosub", "explicit"] as const) {
    test(`${subscription} at a peer that does not know it (420): asked as everybody is`, async () => {
      const { outcome, peer } = await odd(
        (each, request) => {
          const required = request.message.value(Header.Require);
          if (required !== null) each.answer(request, 420, [`Unsupported: ${required}`]);
          else {
            each.answer(request, 202);
            each.notify(each.dialog(request), "refer", ENDED, "SIP/2.0 200 OK\r\n");
          }
        },
        { subscription },
      );
      assert.deepEqual([brief(outcome), peer.asked.length], [["answered", 200, "target", null], 2]);
    });
  }

  test("it rings without end, and each NOTIFY promises more: given up after an hour", async () => {
    const { outcome, seconds } = await odd((peer, request) => {
      peer.answer(request, 202);
      const dialog = peer.dialog(request);
      const ring = (): void => {
        peer.notify(dialog, "refer", "active;expires=4000000000", "SIP/2.0 180 Ringing\r\n");
        if (peer.phone.now - request.at < 3_700_000) peer.after(60_000, ring);
      };
      ring();
    });
    assert.deepEqual([brief(outcome), seconds], [["timeout", null, "target", "subscriptionExpired"], 3600]);
  });

  for (const at of ["<javascript:alert(1)>", "<tel:1900555>", "<sip:>", "nonsense"]) {
    test(`explicitsub, and the reports are at ${at}: nobody reports`, async () => {
      const { outcome } = await odd((peer, request) => peer.answer(request, 200, [`Refer-Events-At: ${at}`]), {
        subscription: "explicit",
      });
      assert.deepEqual(brief(outcome), ["answered", 200, "refer", null]);
    });
  }

  test("a signal ends the waiting, not what was asked for", async () => {
    const stop = new AbortController();
    const { outcome } = await odd(
      (peer, request) => {
        peer.answer(request, 202);
        peer.notify(peer.dialog(request), "refer", ACTIVE, "SIP/2.0 100 Trying\r\n");
        peer.after(1000, () => stop.abort());
      },
      { signal: stop.signal },
    );
    assert.deepEqual([outcome.kind, outcome.decidedBy], ["canceled", "caller"]);
  });

  test("a REFER that is forked: one success of several is enough, and two dialogs are closed", async () => {
    const stage = new Stage();
    const peer = new OddPeer(stage, "peer", (each, request) => {
      each.answer(request, 202, [], "one");
      const [one, two] = [each.dialog(request, "one"), each.dialog(request, "two")];
      for (const dialog of [one, two]) each.notify(dialog, "refer", ACTIVE, "SIP/2.0 100 Trying\r\n");
      each.after(1000, () => each.notify(one, "refer", ENDED, "SIP/2.0 486 Busy Here\r\n"));
      each.after(2000, () => each.notify(two, "refer", ENDED, "SIP/2.0 200 OK\r\n"));
    });
    const alice = stage.agent("alice");
    const outcome = await stage.world.until(alice.transfer(peer.uri, "sip:carol@198.51.100.99"));
    assert.deepEqual(brief(outcome), ["answered", 200, "target", null]);
    await stage.rest();
    assert.equal(alice.core.dialogs.size, 0);
  });
});

test("sipfrag: what is written is read, and what is none is not", () => {
  assert.equal(writeSipfrag(404), "SIP/2.0 404 Not Found\r\n");
  assert.deepEqual(readSipfrag(writeSipfrag(486, "Busy\r\nVia: evil")), { code: 486, phrase: "Busy  Via: evil" });
  for (const text of ["", "200 OK", "SIP/2.0", "SIP/2.0 99 No", "SIP/2.0 700 No", "SIP/2.0 2000", "x".repeat(100_000)])
    assert.equal(readSipfrag(text), null, text.slice(0, 20));
});
