import assert from "node:assert/strict";
import { test } from "node:test";
import { callLine, callOutcome, type DecidedCall } from "../../src/diagnosis/call-line.ts";
import { plainText, shortName } from "../../src/diagnosis/plain.ts";
import type { BranchOutcome } from "../../src/kernel/mod.ts";

function branch(
  name: string,
  status: number | null,
  afterMs: number,
  more: Partial<BranchOutcome> = {},
): BranchOutcome {
  return {
    name,
    target: `sip:${name}@192.0.2.1`,
    status,
    received: status !== null,
    canceled: false,
    afterMs,
    note: "",
    ...more,
  };
}

function decided(status: number, branches: readonly BranchOutcome[], more: Partial<DecidedCall> = {}): DecidedCall {
  const from = "sip:bob@example.org";
  const to = "sip:alice@example.org";
  const call = {
    at: 0,
    callId: "a84b4c76e66710",
    from,
    to,
    status,
    phrase: "Phrase",
    why: "",
    afterMs: 3200,
    branches,
  };
  return { type: "decided", decidedBy: "callee", ...call, ...more };
}

const canceled = (name: string): BranchOutcome => branch(name, 487, 3300, { canceled: true });

const rows: [string, DecidedCall, string, string][] = [
  [
    "the sentence of the issue",
    decided(
      480,
      [branch("desk", 486, 2100), branch("mobile", 503, 40, { received: false, note: "flow closed 14:02:11" })],
      {
        decidedBy: "server",
        why: "nothing else to try",
      },
    ),
    "480 to alice: desk 486 after 2.1 s, mobile unreachable (flow closed 14:02:11), nothing else to try",
    "rejected",
  ],
  [
    "a phone that rang until Timer C stopped it",
    decided(
      408,
      [
        branch("desk", 408, 185_000, { received: false, canceled: true, note: "no answer in 185 s" }),
        branch("mobile", 486, 900),
      ],
      { why: "nothing else to try" },
    ),
    "408 to alice: desk no answer in 185 s, mobile 486 after 900 ms, nothing else to try",
    "rejected",
  ],
  [
    "the only phone rang until Timer C stopped it",
    decided(408, [branch("desk", 408, 185_000, { received: false, canceled: true, note: "no answer in 185 s" })], {
      decidedBy: "server",
      why: "nothing else to try",
    }),
    "408 to alice: desk no answer in 185 s, nothing else to try",
    "timeout",
  ],
  [
    "a phone that is called what it says",
    decided(603, [branch("486", 486, 18), branch("603", 603, 19)], { why: "603 is said for every phone" }),
    "603 to alice: 486 after 18 ms, 603 after 19 ms, 603 is said for every phone",
    "rejected",
  ],
  [
    "answered, one phone",
    decided(200, [branch("desk", 200, 3200)]),
    "200 to alice: desk answered after 3.2 s",
    "answered",
  ],
  [
    "answered, the others told",
    decided(200, [branch("laptop", 486, 900), branch("desk", 200, 3200), canceled("mobile")]),
    "200 to alice: desk answered after 3.2 s; laptop 486 after 900 ms, mobile cancelled",
    "answered",
  ],
  [
    "cancelled before the other phone answered its CANCEL",
    decided(200, [branch("desk", 202, 3200), branch("mobile", null, 0, { canceled: true })]),
    "200 to alice: desk answered after 3.2 s; mobile cancelled",
    "answered",
  ],
  [
    "the caller gave up",
    decided(487, [canceled("desk"), canceled("mobile")], { decidedBy: "caller", why: "the caller cancelled" }),
    "487 to alice: the caller cancelled after 3.2 s; desk cancelled, mobile cancelled",
    "canceled",
  ],
  [
    "the caller gave up, nothing known",
    decided(487, [], { decidedBy: "caller" }),
    "487 to alice: the caller cancelled after 3.2 s",
    "canceled",
  ],
  [
    "declined everywhere",
    decided(603, [branch("desk", 603, 1000), canceled("mobile"), branch("laptop", null, 0)]),
    "603 to alice: desk 603 after 1.0 s, mobile cancelled, laptop not tried",
    "rejected",
  ],
  ["redirected", decided(302, [branch("desk", 302, 100)]), "302 to alice: desk 302 after 100 ms", "redirected"],
  [
    "nobody there",
    decided(408, [branch("desk", null, 180_000, { note: "no answer in 180 s" })], { decidedBy: "server" }),
    "408 to alice: desk no answer in 180 s",
    "timeout",
  ],
  [
    "a made-up 408",
    decided(408, [branch("desk", 408, 32_000, { received: false })], { decidedBy: "server" }),
    "408 to alice: desk no answer",
    "timeout",
  ],
  [
    "dead flow",
    decided(500, [branch("desk", 503, 1, { received: false, note: "flow closed" })], { decidedBy: "server" }),
    "500 to alice: desk unreachable (flow closed)",
    "unreachable",
  ],
  [
    "no such user",
    decided(404, [], { decidedBy: "server", why: "no such user" }),
    "404 to alice: no such user",
    "rejected",
  ],
  [
    "nothing to say",
    decided(480, [], { decidedBy: "server", phrase: "Temporarily Unavailable" }),
    "480 to alice: Temporarily Unavailable",
    "rejected",
  ],
  [
    "a phone that answered 487 by itself",
    decided(487, [branch("desk", 487, 50)]),
    "487 to alice: desk 487 after 50 ms",
    "rejected",
  ],
  ["a nameless phone", decided(486, [branch("", 486, 50)]), "486 to alice: 192.0.2.1 486 after 50 ms", "rejected"],
];

for (const [title, call, line, outcome] of rows) {
  test(`call line: ${title}`, () => {
    assert.equal(callLine(call), line);
    assert.equal(callOutcome(call), outcome);
  });
}

test("a hostile name cannot steer the terminal, break the line or fill it", () => {
  const evil = `\x1b[2J\r\nringback: ready\x00\x9b31m${"A".repeat(5000)}`;
  const branches = Array.from({ length: 100 }, () => branch(evil, 486, 10, { note: evil }));
  const line = callLine(decided(486, branches, { to: `"${evil}" <sip:${evil}@x>`, why: evil }));
  assert.doesNotMatch(line, /[\x00-\x1f\x7f-\x9f]/);
  assert.ok(line.length < 1000, `${line.length} characters`);
  assert.match(line, /and 92 more/);
});

test("plain text reads the octets of the wire as UTF-8 and drops what cannot be seen", () => {
  const wire = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
  assert.equal(plainText(wire("Téléphone 客厅")), "Téléphone 客厅");
  assert.equal(plainText(wire("a\u202eb\u2028c\u200bd\u009be")), "abcde");
  assert.equal(
    plainText(wire("a\x1b[31mb\u3164c\r\n\td")),
    "abcd",
    "a command goes as a whole, a filler is seen by nobody",
  );
  assert.equal(plainText("😀".repeat(30), 20), `${"😀".repeat(9)}~`, "no half of a pair is left");
  assert.equal(plainText("x".repeat(500), 10), "xxxxxxxxx~");
  assert.equal(plainText("\xff\xfe"), "\ufffd\ufffd");
});

test("the short name of a URI is its user, else its host", () => {
  assert.equal(shortName("sip:alice@example.org;transport=tcp"), "alice");
  assert.equal(shortName('"Alice" <sips:alice:pw@[::1]:5061>;tag=1'), "alice");
  assert.equal(shortName("<sip:example.org>"), "example.org");
  assert.equal(shortName("tel:+15551234;phone-context=x"), "+15551234");
  assert.equal(shortName(""), "?");
});
