import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseMessage, parseSipUri } from "../../src/syntax/mod.ts";
import { type DatagramPeer, requestOf, Stage, statusOf } from "./stage.ts";
import { allowed, type Outcome, type Protocol, skipCorpus, type Torture, tortures } from "./verdicts.ts";

/** The status that the phone behind the proxy answers with; nothing else here does. */
const MARK = 433;

const DOMAINS = [
  "example.com",
  "example.net",
  "example.org",
  "company.com",
  "chair-dnrc.example.com",
  "registrar.example.com",
  "host.example.net",
  "services.example.com",
  "jasomi.com",
  "2001:db8::10",
  "2001:db8::192.0.2.1",
  "2001:db8::10:5070",
];

/** How long half a message is waited for, so that the end of the wait can be seen. */
const LIMITS = { firstMessageMs: 300, partialMs: 300 };

/** A phone, registered for whatever user the message asks for. */
async function phoneFor(text: string, stage: Stage): Promise<DatagramPeer> {
  const phone = await stage.datagrams();
  phone.answer = answerOf;
  const message = parseMessage(text);
  const uri = message?.isRequest === true ? parseSipUri(message.requestUri) : null;
  if (uri?.user == null || message?.method === "REGISTER") return phone;
  const contact = `Contact: <sip:phone@${phone.host}:${phone.port}>\r\nExpires: 600\r\n`;
  const host = uri.host.includes(":") ? `[${uri.host}]` : uri.host;
  const callId = "phone@loopback";
  phone.send(requestOf("REGISTER", `sip:${host}`, callId, contact, `sip:${uri.user}@${host}`));
  await stage.bell.until(() => phone.inbox.length > 0, "the answer to REGISTER");
  assert.equal(statusOf(phone.inbox[0] ?? ""), 200, `${phone.inbox[0]}`);
  return phone;
}

/** Refuses a request with the mark; ACKs and responses it takes in silence. */
function answerOf(text: string): string | null {
  if (statusOf(text) !== 0 || text.startsWith("ACK ")) return null;
  const head = text.slice(0, text.indexOf("\r\n\r\n"));
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const of = (name: RegExp): string[] => lines.slice(1).filter((line) => name.test(line));
  const to = of(/^(to|t)[ \t]*:/i).map((line) => (/;\s*tag\s*=/i.test(line) ? line : `${line};tag=phone`));
  const kept = [...of(/^(via|v)[ \t]*:/i), ...of(/^(from|f)[ \t]*:/i), ...to, ...of(/^(call-id|i|cseq)[ \t]*:/i)];
  return `SIP/2.0 ${MARK} Anonymity Disallowed\r\n${kept.join("\r\n")}\r\nContent-Length: 0\r\n\r\n`;
}

/** The final responses among `texts` to the request with this Call-ID; to any but our own when it has none. */
function finals(texts: readonly string[], callId: string): number[] {
  const statuses = texts
    .filter((text) => (callId === "" ? !text.includes("@loopback") : text.includes(callId)))
    .map(statusOf)
    .filter((status) => status >= 200);
  return [...new Set(statuses)];
}

async function overUdp(text: string, stage: Stage): Promise<Outcome> {
  const peer = await stage.datagrams();
  peer.send(text);
  await checkAlive(stage);
  // The 200 to a REGISTER waits for its commit, a forwarded request for the phone; what is dropped is told at once.
  const statusesNow = () =>
    finals(
      stage.sent.map(({ text }) => text),
      callIdOf(text),
    );
  const settled = () => stage.server.running === 0 && (statusesNow().length > 0 || stage.dropped.length > 0);
  await stage.bell.until(settled, "an answer");
  const statuses = statusesNow();
  assert.ok(statuses.length <= 1, `one final response, not ${statuses}`);
  return outcomeOf(statuses[0]);
}

async function overTcp({ text, kind, parser }: Torture, stage: Stage): Promise<Outcome> {
  const peer = await stage.stream();
  peer.send(text);
  const callId = callIdOf(text);
  // An answer that comes when its connection has gone takes a new one (RFC 3261 §18.2.2), so what was sent counts too.
  const status = () => finals([...peer.inbox, ...stage.sent.map(({ text }) => text)], callId)[0];
  const silent = kind === "response" || parser === "unspecified";
  const settled = () => peer.closed || status() !== undefined || (silent && stage.dropped.length > 0);
  await stage.bell.until(settled, "an answer or the end of the connection");
  await checkAlive(stage);
  const reason = stage.flowEnds.join("; ");
  // What cannot be framed is answered and closed, and what waits for its rest is not waited for long.
  if (/unreadable stream/.test(reason)) await stage.bell.until(() => peer.closed, "the connection to be closed");
  const waited = status() === undefined && /no SIP message|half a message/.test(reason);
  return waited ? "waits" : outcomeOf(status());
}

function callIdOf(text: string): string {
  return parseMessage(text)?.callId ?? "";
}

function outcomeOf(status: number | undefined): Outcome {
  return status === undefined ? "nothing" : status === MARK ? "forwarded" : status;
}

/** Within 200 ms; on a machine that was busy elsewhere, the second time. */
async function checkAlive(stage: Stage): Promise<void> {
  const first = await stage.alive();
  if (first <= 200) return;
  const second = await stage.alive();
  assert.ok(second <= 200, `OPTIONS took ${first.toFixed(0)} ms, then ${second.toFixed(0)} ms`);
}

function check(torture: Torture, on: Protocol, outcome: Outcome): void {
  const right = allowed(torture, on);
  if (right === null) return;
  const refused = right.has("refused") && typeof outcome === "number" && outcome >= 300;
  assert.ok(right.has(outcome) || refused, `${torture.name} over ${on}: ${outcome}, not ${[...right].join(" or ")}`);
}

describe("details that the manifests name", { skip: skipCorpus }, () => {
  const textOf = (name: string): string => tortures.find((each) => each.name === name)?.text ?? assert.fail(name);

  /** What the phone got of a message over UDP. */
  async function forwarded(text: string): Promise<string> {
    await using stage = await Stage.start({ policy: { domains: DOMAINS } });
    const phone = await phoneFor(text, stage);
    assert.equal(await overUdp(text, stage), "forwarded");
    return phone.inbox.find((each) => statusOf(each) === 0) ?? assert.fail("nothing arrived");
  }

  /** The answer that a message gets over UDP. */
  async function answered(text: string): Promise<string> {
    await using stage = await Stage.start({ policy: { domains: DOMAINS } });
    await overUdp(text, stage);
    return stage.sent.find(({ text }) => !text.includes("@loopback"))?.text ?? assert.fail("no answer");
  }

  test("wsinv: unknown header fields and foldings go on octet for octet", async () => {
    const original = textOf("wsinv");
    const there = await forwarded(original);
    const [head = "", body] = original.split("\r\n\r\n");
    for (const line of head.split(/\r\n(?![ \t])/).slice(1)) {
      if (!/^(max-forwards|route|via|v)[ \t]*:/i.test(line)) assert.ok(there.includes(`\r\n${line}\r\n`), line);
    }
    assert.equal(there.slice(there.indexOf("\r\n\r\n") + 4), body);
    assert.match(there, /^Max-Forwards: *67\r$/im);
  });

  test("mpart01: a body with NUL octets arrives octet for octet", async () => {
    const original = textOf("mpart01").replace(/^Route:.*\r\n/m, "");
    const there = await forwarded(original);
    const body = (text: string): string => text.slice(text.indexOf("\r\n\r\n"));
    assert.equal(body(there), body(original));
    assert.ok(body(there).includes("\0"));
  });

  test("bext01: Unsupported names what Proxy-Require asks for", async () => {
    assert.match(
      await answered(textOf("bext01")),
      /^Unsupported: *noProxiesSupportThis, *norDoAnyProxiesSupportThis\r$/m,
    );
  });

  test("intmeth and esc02: a method that nobody knows is 501 with Allow for the server itself, forwarded to a phone", async () => {
    const toServer = await answered(textOf("esc02"));
    assert.equal(statusOf(toServer), 501);
    assert.match(toServer, /^Allow: /m);
    assert.ok(
      (await forwarded(textOf("intmeth"))).startsWith("!interesting-Method0123456789_*+`.%indeed'~ sip:phone@"),
    );
  });

  for (const [name, contact] of [
    ["cparam01", "Contact: <sip:+19725552222@gw1.example.net>;unknownparam;"],
    ["cparam02", "Contact: <sip:+19725552222@gw1.example.net;unknownparam>;"],
    ["regescrt", "Contact: <sip:user@example.com?Route=%3Csip:sip.example.com%3E>;"],
    ["escnull", "Contact: <sip:%00@host5.example.com>;"],
    ["escnull", "Contact: <sip:%00%00@host5.example.com>;"],
  ] as const) {
    test(`${name}: the registrar gives back ${contact}`, async () => {
      const answer = await answered(textOf(name));
      assert.equal(statusOf(answer), 200);
      assert.ok(answer.includes(`\r\n${contact}`), answer);
    });
  }
});

test("one server takes all of them in turn, over UDP and over TCP", { skip: skipCorpus }, async () => {
  await using stage = await Stage.start({ policy: { domains: DOMAINS }, limits: LIMITS });
  const peer = await stage.datagrams();
  for (const { text } of tortures) {
    peer.send(text);
    const connection = await stage.stream();
    connection.send(text);
    await checkAlive(stage);
  }
  assert.deepEqual(stage.faults, []);
});

for (const on of ["UDP", "TCP"] as const) {
  describe(`torture messages over ${on}`, { skip: skipCorpus }, () => {
    for (const torture of tortures) {
      test(`${torture.suite} ${torture.section ?? ""} ${torture.name}: ${torture.title}`, async () => {
        const { text } = torture;
        await using stage = await Stage.start({ policy: { domains: DOMAINS }, limits: LIMITS });
        const phone = await phoneFor(text, stage);
        const outcome = await (on === "UDP" ? overUdp(text, stage) : overTcp(torture, stage));
        check(torture, on, outcome);
        const reached = phone.inbox.some((each) => statusOf(each) === 0);
        assert.equal(reached, outcome === "forwarded", "the phone gets what is forwarded and nothing else");
        assert.deepEqual(stage.faults, []);
      });
    }
  });
}
