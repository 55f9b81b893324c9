/** RFC 3261 §16.2 to §16.6: what the proxy does with a request, step by step. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { branchOf, type Phone } from "../../src/lab/mod.ts";
import { Header } from "../../src/syntax/mod.ts";
import { PROXY, Scene, type SceneOptions } from "../world/scene.ts";
import { answersTo, arrived, handwritten, settledFinals, vias } from "./request.ts";

const BOB = "sip:bob@example.com";

function sceneWithBob(options: SceneOptions = {}, script = "200@0s"): { scene: Scene; bob: Phone; alice: Phone } {
  const scene = new Scene(options);
  return { scene, bob: scene.registered("bob", script, { address: "192.0.2.20" }), alice: scene.phone("alice") };
}

/** A MESSAGE to `uri` with `headers`, as it reached bob. */
function forwarded(uri: string, headers: readonly string[] = [], options: SceneOptions = {}) {
  const { scene, bob, alice } = sceneWithBob(options);
  const exchange = alice.request("MESSAGE", uri, { headers });
  assert.deepEqual(settledFinals(scene, exchange), [200], scene.world.ladder());
  return arrived(bob, "MESSAGE");
}

/** The final status of a request that goes no further. */
function refused(method: string, uri: string, headers: readonly string[] = [], maxForwards = 70) {
  const { scene, bob, alice } = sceneWithBob();
  const before = bob.inbox.length;
  const exchange = alice.request(method, uri, { headers, maxForwards });
  const finals = settledFinals(scene, exchange);
  assert.equal(bob.inbox.length, before, "nothing reaches the phone");
  assert.equal(finals.length, 1);
  return exchange.response(finals[0] as number).message;
}

describe("§16.2 and §8.2.6: responses of the proxy's own", () => {
  // covers: proxy §16.2, proxy §8.2.6.1, proxy §8.2.6.2
  test("100 comes within 200 ms while the phone thinks, without a To tag, with the request's Timestamp", () => {
    const { scene, alice } = sceneWithBob({}, "silent");
    const text = handwritten(alice, "INVITE", BOB, { headers: ["Timestamp: 54.21", "Contact: <sip:alice@192.0.2.9>"] });
    const [trying, ...more] = answersTo(scene, alice, text, 200);
    assert.equal(trying?.message.status, 100);
    assert.deepEqual(more, []);
    assert.equal(trying?.message.field("To"), `<${BOB}>`);
    assert.equal(trying?.message.field("Timestamp"), "54.21");
  });

  // covers: proxy §8.2.6.2
  test("a refusal repeats From, Call-ID, CSeq and all Vias in order, and gives To a tag that stays the same", () => {
    const { scene, alice } = sceneWithBob();
    const via = `${alice.via("UDP", "z9hG4bKfirst")}, SIP/2.0/TCP second.example.org;branch=z9hG4bKsecond`;
    const text = handwritten(alice, "MESSAGE", "sip:nobody@example.com", {
      via,
      headers: ["Via: SIP/2.0/UDP third.example.org;branch=z9hG4bKthird"],
    });
    const [first] = answersTo(scene, alice, text);
    const [again] = answersTo(scene, alice, text);
    assert.equal(first?.message.status, 404);
    assert.equal(again?.text, first?.text);
    const request = text.split("\r\n");
    for (const name of ["From", "Call-ID", "CSeq"])
      assert.ok(first?.text.includes(`\r\n${request.find((line) => line.startsWith(`${name}:`))}\r\n`), name);
    assert.match(first?.message.field("To") ?? "", /^<sip:nobody@example\.com>;tag=[\w.]+$/);
    const branches = vias(first?.message ?? assert.fail()).map((each) => /branch=(\w+)/.exec(each)?.[1]);
    assert.deepEqual(branches, ["z9hG4bKfirst", "z9hG4bKsecond", "z9hG4bKthird"]);
  });

  // covers: proxy §8.2.6.2
  test("the tag is a token, whatever the branch looks like, and the same for the same request", () => {
    const { scene, alice } = sceneWithBob();
    for (const branch of ["z9hG4bKa@b", "z9hG4bK(a)", "z9hG4bK/?=", "1", "z9hG4bK%41", ""]) {
      const via = `SIP/2.0/UDP 192.0.2.11;branch=${branch}`;
      const text = handwritten(alice, "MESSAGE", "sip:nobody@example.com", { via, callId: `tag${branch.length}@hand` });
      const tags = [text, text].map((each) => answersTo(scene, alice, each)[0]?.message.field("To"));
      assert.match(tags[0] ?? "", /;tag=[\w.!%*+`'~-]+$/, branch);
      assert.equal(tags[0], tags[1]);
    }
  });

  // covers: proxy §8.2.6.2
  test("a To that has a tag keeps it", () => {
    const { scene, alice } = sceneWithBob();
    const text = handwritten(alice, "BYE", "sip:nobody@example.com", { to: "<sip:nobody@example.com>;tag=kept" });
    const [answer] = answersTo(scene, alice, text);
    assert.equal(answer?.message.field("To"), "<sip:nobody@example.com>;tag=kept");
  });
});

describe("§16.3: what is checked first", () => {
  // covers: proxy §16.3 item 2
  test("a scheme that cannot be routed is 416, for every method", () => {
    for (const method of ["INVITE", "MESSAGE", "BYE"]) {
      assert.equal(refused(method, "unheard:bob@example.com").status, 416, method);
      assert.equal(refused(method, "tel:+4930123456").status, 416, method);
    }
  });

  // covers: proxy §16.3 item 3
  test("Max-Forwards 0 is 483, for every method, and goes no further", () => {
    for (const method of ["INVITE", "MESSAGE", "BYE", "OPTIONS"]) assert.equal(refused(method, BOB, [], 0).status, 483);
  });

  // covers: proxy §16.3 item 5
  test("Proxy-Require of what is unknown is 420 and names it, for every method", () => {
    for (const method of ["INVITE", "MESSAGE", "BYE"]) {
      const answer = refused(method, BOB, ["Proxy-Require: unheard-of, and-another"]);
      assert.equal(answer.status, 420);
      assert.deepEqual(answer.values(Header.Unsupported), ["unheard-of", "and-another"]);
    }
  });

  // covers: proxy §16.3 item 5
  test("Require is not the proxy's to read", () => {
    assert.equal(forwarded(BOB, ["Require: unheard-of"]).field("Require"), "unheard-of");
  });
});

describe("§16.4: whose Route it is", () => {
  // covers: proxy §16.4
  test("a topmost Route that names the proxy is taken away, by address and by domain", () => {
    for (const own of [`<sip:${PROXY};lr>`, "<sip:example.com;lr>", `<sip:${PROXY}:5060;lr>`]) {
      assert.equal(forwarded(BOB, [`Route: ${own}`]).field("Route"), null);
    }
  });

  // covers: proxy §16.4
  test("a Request-URI that the proxy put into Record-Route, from a strict router: the last Route takes its place", () => {
    const { scene, bob, alice } = sceneWithBob();
    const call = alice.invite(BOB);
    scene.world.run(1000);
    const recorded = call.dialog.routes[0]?.replace(/[<>]/g, "") ?? "";
    const bye = alice.request("BYE", recorded, {
      headers: [`Route: ${bob.contact()}`],
      from: call.draft.from,
      to: call.response(200).message.field("To") ?? "",
      callId: call.dialog.callId,
      cseq: call.draft.cseq + 1,
      target: { protocol: "UDP", host: PROXY, port: 5060 },
    });
    assert.deepEqual(settledFinals(scene, bye), [200]);
    const there = arrived(bob, "BYE");
    assert.equal(there.requestUri, bob.contact().replace(/[<>]/g, ""));
    assert.equal(there.field("Route"), null);
  });

  // covers: proxy §16.4
  test("such a Request-URI with a Route that holds nothing asks the server itself", () => {
    for (const route of ["", ",", " , "]) {
      const { scene, alice } = sceneWithBob();
      const text = handwritten(alice, "OPTIONS", `sip:${PROXY};lr`, { headers: [`Route: ${route}`] });
      const [answer] = answersTo(scene, alice, text);
      scene.settle();
      assert.equal(answer?.message.status, 200);
    }
  });

  // covers: proxy §16.4
  test("a maddr that names the proxy counts for nothing, also with a domain that is not ours", async () => {
    for (const uri of [`${BOB};maddr=${PROXY}`, `${BOB};maddr=example.com`, `${BOB};maddr=${PROXY};transport=tcp`]) {
      assert.equal(forwarded(uri).requestUri, "sip:bob@192.0.2.20:5060", uri);
    }
    const { scene, alice } = sceneWithBob({ policy: { foreignDomains: "relay" } });
    scene.world.names.set("elsewhere.example.org", "192.0.2.77");
    const other = scene.phone("other", { address: "192.0.2.77" });
    const exchange = alice.request("MESSAGE", `sip:bob@elsewhere.example.org:5060;maddr=${PROXY};x=y`);
    await scene.runWithLookups(1000);
    assert.deepEqual(settledFinals(scene, exchange), [200]);
    assert.equal(arrived(other, "MESSAGE").requestUri, "sip:bob@elsewhere.example.org;x=y");
  });
});

describe("§16.5: where it may go", () => {
  // covers: proxy §16.5
  test("a user of the domain: to every contact", () => {
    const { scene, bob, alice } = sceneWithBob({}, "180@100ms+486@1s");
    const desk = scene.registered("desk", "180@100ms+200@1s", { user: "bob" });
    assert.deepEqual(settledFinals(scene, alice.invite(BOB, { byeAfterMs: 100 })), [200]);
    assert.equal(arrived(bob, "INVITE").requestUri, "sip:bob@192.0.2.20:5060");
    assert.equal(arrived(desk, "INVITE").requestUri, desk.contact().replace(/[<>]/g, ""));
  });

  // covers: proxy §16.5
  test("a domain that is not ours: the Request-URI is the only target, and stays as it is", async () => {
    const { scene, alice } = sceneWithBob({ policy: { foreignDomains: "relay" } });
    scene.world.names.set("elsewhere.example.org", "192.0.2.77");
    const other = scene.phone("other", { address: "192.0.2.77" });
    const exchange = alice.request("MESSAGE", "sip:bob@elsewhere.example.org;x=y");
    await scene.runWithLookups(1000);
    assert.deepEqual(settledFinals(scene, exchange), [200]);
    assert.equal(arrived(other, "MESSAGE").requestUri, "sip:bob@elsewhere.example.org;x=y");
  });

  // covers: proxy §16.5
  test("a maddr that is not ours: the Request-URI is the only target, though the domain is ours", () => {
    const { scene, bob, alice } = sceneWithBob({ policy: { foreignDomains: "relay" } });
    const other = scene.phone("other", { address: "192.0.2.77" });
    const uri = `${BOB};maddr=192.0.2.77`;
    const exchange = alice.request("MESSAGE", uri);
    assert.deepEqual(settledFinals(scene, exchange), [200]);
    assert.equal(arrived(other, "MESSAGE").requestUri, uri);
    assert.equal(bob.received("MESSAGE").length, 0);
  });

  // covers: proxy §16.5
  test("nobody: 404 for a user nobody knows, 480 for one without contacts, for every method", () => {
    for (const method of ["INVITE", "MESSAGE", "BYE"]) {
      const scene = new Scene({ passwords: { alice: "a", carol: "c" } });
      const alice = scene.phone("alice");
      assert.deepEqual(settledFinals(scene, alice.request(method, "sip:nobody@example.com")), [404]);
      assert.deepEqual(settledFinals(scene, alice.request(method, "sip:carol@example.com")), [480]);
    }
  });
});

describe("§16.6: what is changed on the way, and what is not", () => {
  // covers: proxy §16.6 item 2
  test("item 2: parts of a contact that no Request-URI may have are left out", () => {
    for (const contact of [
      "sip:bob@192.0.2.20:5060;method=SUBSCRIBE",
      "sip:bob@192.0.2.20:5060?Subject=hello",
      "sip:bob@192.0.2.20:5060;method=INVITE?Route=%3Csip:192.0.2.66%3E&Subject=x",
    ]) {
      const { scene, bob, alice } = sceneWithBob();
      bob.register({ contacts: [`<${contact}>`] });
      bob.register({ contacts: [`${bob.contact()};expires=0`] });
      scene.settle();
      assert.deepEqual(settledFinals(scene, alice.request("MESSAGE", BOB)), [200]);
      const there = arrived(bob, "MESSAGE");
      assert.equal(there.requestUri, "sip:bob@192.0.2.20:5060", contact);
      assert.equal(there.field("Route"), null);
      assert.equal(there.field("Subject"), null);
    }
  });

  // covers: proxy §16.6 item 2
  test("item 2: parameters that a Request-URI may have stay", () => {
    const { scene, bob, alice } = sceneWithBob();
    bob.register({ contacts: ["<sip:bob@192.0.2.20:5060;user=phone;x=y;transport=udp>"] });
    bob.register({ contacts: [`${bob.contact()};expires=0`] });
    scene.settle();
    assert.deepEqual(settledFinals(scene, alice.request("MESSAGE", BOB)), [200]);
    assert.equal(arrived(bob, "MESSAGE").requestUri, "sip:bob@192.0.2.20:5060;user=phone;x=y;transport=udp");
  });

  // covers: proxy §16.6 item 3
  test("item 3: Max-Forwards goes down by one; where there is none, 70 is put in", () => {
    for (const method of ["INVITE", "MESSAGE", "BYE"]) {
      const { scene, bob, alice } = sceneWithBob();
      alice.sendRaw(
        handwritten(alice, method, BOB, { headers: ["Max-Forwards: 12", "Contact: <sip:alice@192.0.2.10>"] }),
      );
      alice.sendRaw(handwritten(alice, method, BOB, { headers: ["Contact: <sip:alice@192.0.2.10>"] }));
      scene.world.run(400);
      assert.deepEqual(
        bob.received(method).map(({ message }) => message.field("Max-Forwards")),
        ["11", "70"],
        method,
      );
    }
  });

  // covers: proxy §16.6 item 6, proxy §16.6 item 7
  test("items 6 and 7: a strict router gets its own URI as Request-URI, the target last in Route, and the request", () => {
    const { scene, alice } = sceneWithBob({ policy: { foreignDomains: "relay" } });
    const strict = scene.phone("strict", { address: "192.0.2.77" });
    const routes = [`<sip:${PROXY};lr>`, "<sip:192.0.2.77>", "<sip:192.0.2.78;lr>"];
    const exchange = alice.request("MESSAGE", "sip:far@elsewhere.example.org", { routes });
    assert.deepEqual(settledFinals(scene, exchange), [200]);
    const there = arrived(strict, "MESSAGE");
    assert.equal(there.requestUri, "sip:192.0.2.77");
    assert.deepEqual(there.values(Header.Route), ["<sip:192.0.2.78;lr>", "<sip:far@elsewhere.example.org>"]);
  });

  // covers: proxy §16.6 item 7
  test("item 7: the topmost Route says where, else the Request-URI: address, port and transport", () => {
    const { scene, alice } = sceneWithBob({ policy: { foreignDomains: "relay" } });
    const loose = scene.phone("loose", { address: "192.0.2.77", protocol: "TCP", port: 5099 });
    const routes = ["<sip:192.0.2.77:5099;transport=tcp;lr>"];
    const byRoute = alice.request("MESSAGE", "sip:far@elsewhere.example.org", { routes });
    assert.deepEqual(settledFinals(scene, byRoute), [200]);
    const byUri = alice.request("OPTIONS", "sip:far@192.0.2.77:5099;transport=tcp");
    assert.deepEqual(settledFinals(scene, byUri), [200]);
    assert.equal(arrived(loose, "MESSAGE").requestUri, "sip:far@elsewhere.example.org");
    assert.deepEqual(arrived(loose, "MESSAGE").values(Header.Route), routes);
    for (const { flow } of [...loose.received("MESSAGE"), ...loose.received("OPTIONS")])
      assert.equal(flow.protocol, "TCP");
  });

  // covers: proxy §16.6 item 7
  test("item 7: a name with two addresses: the second is tried, under another branch, when the first is silent, closed or 503", async () => {
    for (const [protocol, first, within] of [
      ["UDP", "503@0s", 100],
      ["UDP", "silent", 33_000],
      ["TCP", null, 2000],
    ] as const) {
      const { scene, alice } = sceneWithBob({ policy: { foreignDomains: "relay" } });
      scene.world.names.set("far.example.org", "192.0.2.77 192.0.2.78");
      const one = scene.phone("one", { address: "192.0.2.77", protocol }).answer(first ?? "silent");
      const two = scene.phone("two", { address: "192.0.2.78", protocol }).answer("486@0s");
      if (first === null) one.host.crash();
      const call = alice.invite(`sip:far@far.example.org;transport=${protocol.toLowerCase()}`);
      await scene.runWithLookups(within);
      assert.deepEqual(settledFinals(scene, call), [486], `${protocol} ${first}`);
      assert.equal(one.received("INVITE").length > 0, first !== null);
      const branches = [...one.received("INVITE").slice(0, 1), ...two.received("INVITE")];
      assert.equal(new Set(branches.map(({ message }) => branchOf(message))).size, first === null ? 1 : 2);
      assert.equal(two.received("INVITE")[0]?.message.requestUri, call.draft.uri);
    }
  });

  // covers: proxy §16.6 item 7
  test("item 7: when no address is left it is as if there had been a 408, or behind a closed port a 503", async () => {
    for (const [protocol, status] of [
      ["UDP", 408],
      ["TCP", 500],
    ] as const) {
      const { scene, alice } = sceneWithBob({ policy: { foreignDomains: "relay" } });
      scene.world.names.set("far.example.org", "192.0.2.77 192.0.2.78");
      for (const address of ["192.0.2.77", "192.0.2.78"]) scene.phone(address, { address, protocol }).host.crash();
      const call = alice.invite(`sip:far@far.example.org;transport=${protocol.toLowerCase()}`);
      await scene.runWithLookups(2000);
      assert.deepEqual(settledFinals(scene, call), [status], protocol);
    }
  });

  // covers: proxy §16.6 item 8, proxy §8.1.1.7
  test("item 8: a Via on top, with the magic cookie and a branch that no other request has", () => {
    const { scene, bob, alice } = sceneWithBob({}, "486@0s");
    const desk = scene.registered("desk", "486@0s", { user: "bob" });
    alice.invite(BOB);
    alice.invite(BOB);
    scene.settle();
    const texts = [...bob.received("INVITE"), ...desk.received("INVITE")].map(({ message }) => message);
    assert.equal(texts.length, 4);
    for (const message of texts) {
      const [ours, callers, ...more] = vias(message);
      assert.match(ours ?? "", /^SIP\/2\.0\/UDP 192\.0\.2\.1(:5060)?;.*branch=z9hG4bK/);
      assert.match(callers ?? "", /^SIP\/2\.0\/UDP 192\.0\.2\.1\d(:5060)?;branch=z9hG4bK/);
      assert.deepEqual(more, []);
    }
    assert.equal(new Set(texts.map(branchOf)).size, 4);
  });

  // covers: proxy §16.6 item 10
  test("item 10: each of several phones gets its own copy, at once", () => {
    const { scene, bob, alice } = sceneWithBob({}, "180@1s+486@2s");
    const desk = scene.registered("desk", "180@1s+486@2s", { user: "bob" });
    const call = alice.invite(BOB);
    scene.settle();
    for (const phone of [bob, desk]) {
      const [received] = phone.received("INVITE");
      assert.ok(received !== undefined && received.at - call.startedAt < 20, phone.name);
    }
  });

  // covers: proxy §16.6 item 7
  test("header fields nobody here knows, their order and the body go on octet for octet", () => {
    const { scene, bob, alice } = sceneWithBob();
    const headers = [
      "X-Unheard:  of ;;, ",
      "Subject: =?x?=",
      "i-am-folded: a\r\n\tb",
      "Content-Type: text/plain",
      "Max-Forwards: 7",
    ];
    const text = handwritten(alice, "MESSAGE", BOB, { headers, body: "\0\xff\r\n\r\nbody" });
    alice.sendRaw(text);
    scene.settle();
    const there = bob.received("MESSAGE")[0]?.text ?? "";
    const from = (whole: string): string => whole.slice(whole.indexOf("\r\nFrom:"));
    assert.equal(
      from(there)
        .replace("Max-Forwards: 6", "Max-Forwards: 7")
        .replace(/Max-Breadth: \d+\r\n/, ""),
      from(text),
    );
  });
});
