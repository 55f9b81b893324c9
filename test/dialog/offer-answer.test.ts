import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  collision,
  glareDelay,
  OfferAnswer,
  type OfferAnswerEvent,
  offerAnswerTable,
  type Pending,
  prematureDelay,
} from "../../src/dialog/mod.ts";
import { SeededRandom } from "../../src/lab/mod.ts";

test("an exchange each way, and a refused one leaves the session as it was", () => {
  const exchange = new OfferAnswer();
  assert.ok(exchange.apply("sendOffer", "A1"));
  assert.ok(exchange.apply("receiveAnswer", "B1"));
  assert.deepEqual([exchange.state, exchange.local, exchange.remote], ["stable", "A1", "B1"]);
  assert.ok(exchange.apply("receiveOffer", "B2"));
  assert.ok(exchange.apply("rollback"));
  assert.deepEqual([exchange.state, exchange.local, exchange.remote], ["stable", "A1", "B1"]);
  assert.ok(exchange.apply("receiveOffer", "B2"));
  assert.ok(exchange.apply("sendAnswer", "A2"));
  assert.deepEqual([exchange.local, exchange.remote], ["A2", "B2"]);
});

test("a first offer that is refused leaves nothing", () => {
  const exchange = OfferAnswer.withOffer("A1");
  assert.ok(exchange.apply("rollback"));
  assert.deepEqual([exchange.state, exchange.local], ["none", ""]);
});

test("never two offers at once, never an answer without one (RFC 3264 §4)", () => {
  const events: OfferAnswerEvent[] = ["sendOffer", "receiveOffer", "sendAnswer", "receiveAnswer", "rollback"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (sequence) => {
      const exchange = new OfferAnswer();
      let open: "local" | "remote" | null = null;
      for (const event of sequence) {
        const before = exchange.state;
        const done = exchange.apply(event, "x");
        const allowed: boolean = event.endsWith("Offer")
          ? open === null
          : event === "rollback"
            ? open !== null
            : open === (event === "sendAnswer" ? "remote" : "local");
        assert.equal(done, allowed, `${event} in ${before}`);
        assert.equal(done, offerAnswerTable[before][event] !== null);
        if (done) open = event === "sendOffer" ? "local" : event === "receiveOffer" ? "remote" : null;
        assert.equal(exchange.idle, open === null);
      }
    }),
    { seed: 3264, numRuns: 500 },
  );
});

test("after a 491 the owner of the Call-ID waits 2.1 to 4 s, the other 0 to 2 s, in units of 10 ms (§14.1)", () => {
  const random = new SeededRandom("glare");
  const waits = (owner: boolean) => Array.from({ length: 5000 }, () => glareDelay(random, owner));
  const [owner, other] = [waits(true), waits(false)];
  assert.deepEqual([Math.min(...owner), Math.max(...owner)], [2100, 4000]);
  assert.deepEqual([Math.min(...other), Math.max(...other)], [0, 2000]);
  assert.ok([...owner, ...other].every((wait) => wait % 10 === 0));
  const premature = Array.from({ length: 2000 }, () => prematureDelay(random));
  assert.deepEqual([Math.min(...premature), Math.max(...premature)], [0, 10]);
});

test("which session change is refused while another is under way (§14.2, RFC 3311 §5.2)", () => {
  const idle: Pending = {
    invitesOut: false,
    invitesIn: false,
    updatesOut: false,
    updatesIn: false,
    offerAnswer: new OfferAnswer(),
  };
  const offered = OfferAnswer.withOffer("A");
  const asked = new OfferAnswer();
  asked.apply("receiveOffer", "B");
  const rows: readonly ["INVITE" | "UPDATE", boolean, Partial<Pending>, 491 | 500 | null][] = [
    ["INVITE", true, {}, null],
    ["INVITE", true, { invitesOut: true }, 491],
    ["INVITE", true, { invitesIn: true }, 500],
    ["INVITE", false, { invitesOut: true }, 491],
    ["INVITE", false, { updatesOut: true }, 491],
    ["INVITE", true, { offerAnswer: offered }, 491],
    ["INVITE", true, { offerAnswer: asked }, 500],
    ["UPDATE", true, {}, null],
    ["UPDATE", true, { updatesIn: true }, 500],
    ["UPDATE", true, { offerAnswer: offered }, 491],
    ["UPDATE", true, { offerAnswer: asked }, 500],
    ["UPDATE", false, { offerAnswer: offered }, null],
    ["UPDATE", false, { invitesIn: true }, null],
  ];
  for (const [method, offer, pending, status] of rows) {
    assert.equal(collision(method, offer, { ...idle, ...pending }), status, `${method} ${JSON.stringify(pending)}`);
  }
});
