import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Dialog, type DialogEnd, DialogSet, DialogTable, type DialogUsage, RouteSet } from "../../src/dialog/mod.ts";
import { type Message, parseMessage } from "../../src/syntax/mod.ts";

function message(first: string, headers: readonly string[]): Message {
  const parsed = parseMessage(`${first}\r\n${headers.join("\r\n")}\r\nContent-Length: 0\r\n\r\n`);
  assert.ok(parsed !== null);
  return parsed;
}

interface Parts {
  readonly contact?: string;
  readonly routes?: readonly string[];
  readonly to?: string;
  readonly cseq?: number;
  readonly requestUri?: string;
}

function headers({ contact = "sip:bob@192.0.2.4", routes = [], to = "", cseq = 1 }: Parts): string[] {
  return [
    "Via: SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776",
    "From: Alice <sip:alice@example.com>;tag=1928",
    `To: Bob <sip:bob@example.com>${to}`,
    "Call-ID: a84b4c@pc33",
    `CSeq: ${cseq} INVITE`,
    ...(contact === "" ? [] : [`Contact: <${contact}>`]),
    ...routes.map((route) => `Record-Route: ${route}`),
  ];
}

const request = (parts: Parts = {}) =>
  message(`INVITE ${parts.requestUri ?? "sip:bob@example.com"} SIP/2.0`, headers(parts));
const response = (status: number, tag: string, parts: Parts = {}) =>
  message(`SIP/2.0 ${status} X`, headers({ ...parts, to: tag === "" ? "" : `;tag=${tag}` }));

class Usage implements DialogUsage {
  readonly kind = "invite";
  readonly ends: DialogEnd[] = [];
  onTerminated(end: DialogEnd): void {
    this.ends.push(end);
  }
}

describe("route set", () => {
  const loose = ["<sip:p1.example.com;lr>", "<sip:p2.example.com;lr>"];

  test("the caller takes Record-Route in reverse, the callee in order (§12.1.1, §12.1.2)", () => {
    assert.deepEqual(RouteSet.ofResponse(response(200, "x", { routes: loose })).values, [...loose].reverse());
    assert.deepEqual(RouteSet.ofRequest(request({ routes: loose }))?.values, loose);
  });

  test("loose routing: the remote target stays the Request-URI (§12.2.1.1)", () => {
    const course = RouteSet.ofRequest(request({ routes: loose }))?.course("sip:bob@192.0.2.4");
    assert.equal(course?.requestUri, "sip:bob@192.0.2.4");
    assert.equal(course.routes, "Route: <sip:p1.example.com;lr>\r\nRoute: <sip:p2.example.com;lr>\r\n");
    assert.equal(course.next?.host, "p1.example.com");
  });

  test("strict routing: the first route becomes the Request-URI, the target the last Route (§12.2.1.1)", () => {
    const strict = ["<sip:p1.example.com>", "<sip:p2.example.com;lr>"];
    const course = RouteSet.ofRequest(request({ routes: strict }))?.course("sip:bob@192.0.2.4");
    assert.equal(course?.requestUri, "sip:p1.example.com");
    assert.equal(course.routes, "Route: <sip:p2.example.com;lr>\r\nRoute: <sip:bob@192.0.2.4>\r\n");
    assert.equal(course.next?.host, "p1.example.com");
  });

  test("headers of a Contact never reach a Request-URI (§19.1.1)", () => {
    const dialog = Dialog.ofRequest(request({ contact: "sip:bob@192.0.2.4?Route=%3Csip:evil%3E" }), "tag", false);
    assert.equal(dialog?.draft("BYE").requestUri, "sip:bob@192.0.2.4");
  });

  test("a malformed Record-Route makes no dialog at the callee, and no route at the caller", () => {
    assert.equal(Dialog.ofRequest(request({ routes: ["nonsense"] }), "tag", false), null);
    assert.deepEqual(RouteSet.ofResponse(response(200, "x", { routes: ["nonsense"] })).values, []);
  });
});

describe("dialog", () => {
  test("the caller's half: early by 180, confirmed by 200 with route set and target computed anew (§13.2.2.4)", () => {
    const dialog = Dialog.ofResponse(response(180, "b1", { routes: ["<sip:old.example.com;lr>"] }), "sip:bob@x");
    assert.deepEqual(
      [dialog.role, dialog.state, dialog.localTag, dialog.remoteTag, dialog.localCSeq],
      ["uac", "early", "1928", "b1", 1],
    );
    dialog.confirm(response(200, "b1", { contact: "sip:bob@192.0.2.9", routes: ["<sip:new.example.com;lr>"] }));
    assert.equal(dialog.state, "confirmed");
    const bye = dialog.draft("BYE");
    assert.deepEqual([bye.requestUri, bye.cseq, bye.next?.host], ["sip:bob@192.0.2.9", 2, "new.example.com"]);
    assert.equal(bye.from, "Alice <sip:alice@example.com>;tag=1928");
    assert.equal(bye.to, "Bob <sip:bob@example.com>;tag=b1");
  });

  test("the callee's half swaps the ends", () => {
    const dialog = Dialog.ofRequest(request({ contact: "sip:alice@192.0.2.3" }), "b1", false);
    const bye = dialog?.draft("BYE");
    assert.equal(bye?.from, "Bob <sip:bob@example.com>;tag=b1");
    assert.equal(bye.to, "Alice <sip:alice@example.com>;tag=1928");
    assert.deepEqual([bye.cseq, bye.requestUri], [1, "sip:alice@192.0.2.3"]);
  });

  test("ACK repeats the sequence number of its INVITE and uses up none", () => {
    const dialog = Dialog.ofResponse(response(200, "b1"), "sip:bob@x");
    assert.equal(dialog.draft("ACK", 1).cseq, 1);
    assert.equal(dialog.draft("BYE").cseq, 2);
  });

  test("without a Contact the callee cannot make a dialog; the caller goes on with the Request-URI", () => {
    assert.equal(Dialog.ofRequest(request({ contact: "" }), "b1", false), null);
    assert.equal(
      Dialog.ofResponse(response(180, "b1", { contact: "" }), "sip:bob@x").draft("BYE").requestUri,
      "sip:bob@x",
    );
  });

  test("a lower sequence number is out of order, gaps and repeats are not (§12.2.2)", () => {
    const dialog = Dialog.ofRequest(request({ cseq: 7 }), "b1", false);
    assert.ok(dialog !== null);
    assert.deepEqual(
      [8, 20, 20, 19, 6].map((cseq) => dialog.inOrder(request({ cseq }))),
      [true, true, true, false, false],
    );
  });

  test("secure only over TLS for a SIPS URI (§12.1.1)", () => {
    const sips = request({ requestUri: "sips:bob@example.com" });
    assert.equal(Dialog.ofRequest(sips, "t", true)?.secure, true);
    assert.equal(Dialog.ofRequest(sips, "t", false)?.secure, false);
    assert.equal(Dialog.ofRequest(request(), "t", true)?.secure, false);
  });

  // RFC 5057 §5.1, table 2.
  const effects: readonly [number | "silence", "transaction" | "usage" | "dialog"][] = [
    [400, "transaction"],
    [404, "dialog"],
    [405, "usage"],
    [408, "usage"],
    [410, "dialog"],
    [415, "transaction"],
    [480, "usage"],
    [481, "usage"],
    [482, "dialog"],
    [486, "transaction"],
    [488, "transaction"],
    [491, "transaction"],
    [500, "transaction"],
    [501, "usage"],
    [502, "dialog"],
    [503, "transaction"],
    [603, "transaction"],
    [604, "dialog"],
    ["silence", "usage"],
  ];
  for (const [status, effect] of effects) {
    test(`${status} to a request within a dialog destroys the ${effect}`, () => {
      const dialog = Dialog.ofResponse<Usage>(response(200, "b1"), "sip:bob@x");
      const [session, subscription] = [new Usage(), new Usage()];
      dialog.use(session);
      dialog.use(subscription);
      assert.equal(dialog.fail(status, session), effect);
      assert.deepEqual(
        [session.ends.length, subscription.ends.length, dialog.state],
        [
          effect === "transaction" ? 0 : 1,
          effect === "dialog" ? 1 : 0,
          effect === "dialog" ? "terminated" : "confirmed",
        ],
      );
      if (effect === "usage") dialog.fail(status, subscription);
      assert.equal(dialog.state, effect === "transaction" ? "confirmed" : "terminated");
    });
  }

  test("the last usage takes the dialog with it", () => {
    const dialog = Dialog.ofResponse<Usage>(response(200, "b1"), "sip:bob@x");
    const [session, subscription] = [new Usage(), new Usage()];
    dialog.use(session);
    dialog.use(subscription);
    dialog.release(session);
    assert.equal(dialog.state, "confirmed");
    dialog.release(subscription);
    assert.equal(dialog.state, "terminated");
    assert.deepEqual([session.ends, subscription.ends], [[], []]);
  });
});

describe("dialog set", () => {
  const setOf = (table: DialogTable<Usage>) => new DialogSet(table, "a84b4c@pc33", "1928", "sip:bob@example.com");

  test("a dialog per To tag; 100, untagged responses and failures make none", () => {
    const table = new DialogTable<Usage>();
    const set = setOf(table);
    assert.equal(set.of(response(100, "p1")), null);
    assert.equal(set.of(response(180, "")), null);
    assert.equal(set.of(response(486, "b9")), null);
    const first = set.of(response(180, "b1"));
    assert.equal(set.of(response(183, "b1")), first);
    const second = set.of(response(200, "b2"));
    assert.deepEqual([first?.state, second?.state, table.size], ["early", "confirmed", 2]);
    assert.equal(set.of(response(200, "b1")), first);
    assert.deepEqual([first?.state, set.confirmed.length], ["confirmed", 2]);
  });

  test("the final response ends what is early, and the table forgets it", () => {
    const table = new DialogTable<Usage>();
    const set = setOf(table);
    set.of(response(180, "b1"));
    set.of(response(200, "b2"));
    set.endEarly({ cause: "settled", status: null });
    assert.deepEqual([set.early.length, set.confirmed.length, table.size], [0, 1, 1]);
  });

  test("199 ends one early dialog, and its tag makes no new one (RFC 6228)", () => {
    const table = new DialogTable<Usage>();
    const set = setOf(table);
    const dialog = set.of(response(180, "b1"));
    assert.equal(set.release(response(199, "b1")), dialog);
    assert.equal(dialog?.state, "terminated");
    assert.equal(set.of(response(183, "b1")), null);
    assert.equal(table.size, 0);
  });

  test("bounded: at most 64 dialogs of one request, and as many in all as the table allows", () => {
    const table = new DialogTable<Usage>();
    const set = setOf(table);
    for (let i = 0; i < 100; i++) set.of(response(180, `b${i}`));
    assert.equal(table.size, 64);
    const small = new DialogTable<Usage>(2);
    const crowded = setOf(small);
    assert.deepEqual(
      ["b1", "b2", "b3"].map((tag) => crowded.of(response(180, tag)) !== null),
      [true, true, false],
    );
  });

  test("an incoming request finds its dialog by both tags, or the set whose answer it overtakes", () => {
    const table = new DialogTable<Usage>();
    const set = setOf(table);
    const dialog = set.of(response(180, "b1"));
    const from = (tag: string, to: string) =>
      message("BYE sip:alice@192.0.2.3 SIP/2.0", [
        `From: <sip:bob@example.com>;tag=${tag}`,
        `To: <sip:alice@example.com>;tag=${to}`,
        "Call-ID: a84b4c@pc33",
        "CSeq: 1 BYE",
      ]);
    assert.equal(table.of(from("b1", "1928")), dialog);
    assert.equal(table.of(from("b2", "1928")), undefined);
    assert.equal(table.of(from("b1", "other")), undefined);
    assert.equal(table.setOf(from("b2", "1928")), set);
    set.close();
    assert.equal(table.setOf(from("b2", "1928")), undefined);
  });
});
