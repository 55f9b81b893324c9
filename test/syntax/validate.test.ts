import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkRequest, checkResponse, Header, type Message, parseMessage } from "../../src/syntax/mod.ts";
import { skipCorpus, vectors } from "./corpus.ts";

const GOOD: Record<string, string> = {
  Via: "SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1",
  "Max-Forwards": "70",
  From: "<sip:a@example.com>;tag=1",
  To: "<sip:b@example.com>",
  "Call-ID": "1@192.0.2.1",
  CSeq: "1 OPTIONS",
  Contact: "<sip:a@192.0.2.1>",
  "Content-Length": "0",
};

function request(
  changes: Record<string, string | null>,
  start = "OPTIONS sip:b@example.com SIP/2.0",
  body = "",
): string {
  const headers = Object.entries({ ...GOOD, ...changes }).filter(([, value]) => value !== null);
  return `${start}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

function parse(text: string): Message {
  const message = parseMessage(text);
  assert.ok(message, "there is a message to answer");
  return message;
}

describe("checkRequest", () => {
  it("passes a good request, and one without what RFC 2543 did not have", () => {
    assert.equal(checkRequest(parse(request({}))), null);
    assert.equal(checkRequest(parse(request({ "Max-Forwards": null, "Content-Length": null }))), null);
  });

  for (const name of ["Via", "From", "To", "Call-ID", "CSeq"]) {
    it(`misses ${name}`, () => {
      const problem = checkRequest(parse(request({ [name]: null })));
      assert.deepEqual([problem?.status, problem?.text], [400, `there is no ${name}`]);
    });
  }
  for (const [name, value] of Object.entries(GOOD)) {
    if (name === "Via" || name === "Contact") continue;
    it(`refuses two ${name}, in whatever form`, () => {
      const compact = { From: "f", To: "t", "Call-ID": "i", "Content-Length": "l" }[name] ?? name.toLowerCase();
      const problem = checkRequest(parse(request({ [compact]: value })));
      assert.deepEqual([problem?.status, problem?.text], [400, `there is more than one ${name}`]);
    });
  }

  const bad: [Record<string, string>, string][] = [
    [{ Via: ",," }, "§20.42"],
    [{ Via: "SIP/2.0/UDP h;;" }, "§20.42"],
    [{ Via: "SIP/1.0/UDP h" }, "§20.42"],
    [{ Via: "HTTP/2.0/UDP h" }, "§20.42"],
    [{ CSeq: "1 INVITE" }, "§8.1.1.5"],
    [{ CSeq: "1 options" }, "§8.1.1.5"],
    [{ CSeq: "2147483648 OPTIONS" }, "§8.1.1.5"],
    [{ From: '"open <sip:a@h>;tag=1' }, "§20.20"],
    [{ From: "" }, "§20.20"],
    [{ To: "<sip:b@>" }, "§20.39"],
    [{ To: "Watson, Thomas <sip:b@h>" }, "§20.39"],
    [{ "Call-ID": "a b" }, "§20.8"],
    [{ "Call-ID": "" }, "§20.8"],
    [{ "Max-Forwards": "-1" }, "§20.22"],
    [{ "Max-Forwards": "300" }, "§20.22"],
    [{ "Content-Length": "-999" }, "§20.14"],
    [{ "Content-Length": "1" }, "§18.3"],
  ];
  for (const [changes, section] of bad) {
    it(`${JSON.stringify(changes)} offends against ${section}`, () => {
      const problem = checkRequest(parse(request(changes)));
      assert.deepEqual([problem?.status, problem?.blame, problem?.reference], [400, "peer", `RFC 3261 ${section}`]);
    });
  }

  const starts: [string, number][] = [
    ["OPTIONS <sip:b@h> SIP/2.0", 400],
    ["OPTIONS sip:b@h; lr SIP/2.0", 400],
    ["OPTIONS sip:b@h?Route=%3Csip:x%3E SIP/2.0", 400],
    ["OPTIONS sip:2001:db8::10 SIP/2.0", 400],
    ["OPTIONS  sip:b@h SIP/2.0", 400],
    ["OPTIONS sip:b@h SIP/2.0 ", 400],
    ["OPT(IONS sip:b@h SIP/2.0", 400],
    ["OPTIONS sip:b@h SIP/7.0", 505],
    ["OPTIONS nobodyKnowsThisScheme:x SIP/2.0", 416],
  ];
  for (const [start, status] of starts) {
    it(`${JSON.stringify(start)} is answered ${status}`, () => {
      const cseq = { CSeq: `1 ${start.split(" ")[0]}` };
      assert.equal(checkRequest(parse(request(cseq, start)))?.status, status);
    });
  }

  it("reads the Contacts of a REGISTER, and of no other request", () => {
    const contact = { Contact: "sip:user@example.com?Route=%3Csip:x%3E", CSeq: "1 REGISTER" };
    assert.equal(
      checkRequest(parse(request(contact, "REGISTER sip:example.com SIP/2.0")))?.reference,
      "RFC 3261 §20.10",
    );
    const star = { ...contact, Contact: "*" };
    assert.equal(checkRequest(parse(request(star, "REGISTER sip:example.com SIP/2.0"))), null);
    assert.equal(checkRequest(parse(request({ Contact: "sip:user@example.com?x=y" }))), null);
  });

  it("keeps nothing from one message to the next", () => {
    assert.ok(checkRequest(parse(request({ f: "<sip:a@h>" }))));
    assert.equal(checkRequest(parse(request({}))), null);
  });
});

it("a name is read to its first letter: an octet above 127 makes no known name", () => {
  for (const first of ["\xd6", "\u0156"]) {
    const message = parse(request({ Via: null, [`${first}ia`]: "SIP/2.0/UDP 192.0.2.1" }));
    assert.deepEqual([message.has(Header.Via), checkRequest(message)?.status], [false, 400], first);
  }
});

describe("a To that says what From says", () => {
  const read = (from: string, to: string): { status: number | null | undefined; isFrom: boolean } => {
    const message = parse(request({ From: from, To: to }));
    const status = checkRequest(message)?.status;
    return { status, isFrom: message.toIsFrom };
  };

  it("is the address without From's parameters, to the letter", () => {
    assert.deepEqual(read('"a" <sip:a@example.com>;tag=1', '"a" <sip:a@example.com>'), {
      status: undefined,
      isFrom: true,
    });
    for (const to of ['"b" <sip:a@example.com>', '"a" <sip:b@example.com>', '"a" <sip:a@example.com>;tag=2'])
      assert.deepEqual(read('"a" <sip:a@example.com>;tag=1', to), { status: undefined, isFrom: false }, to);
  });

  it("is no part of a display name, and is read when From is of another form", () => {
    assert.deepEqual(read('"a>;b" <sip:a@example.com>;tag=1', '"a>'), { status: 400, isFrom: false });
    assert.deepEqual(read("sip:a@example.com;tag=1", "sip:a@example.com"), { status: undefined, isFrom: false });
  });
});

describe("checkResponse", () => {
  const status = "SIP/2.0 200 OK";
  it("passes what can be matched", () => {
    assert.equal(checkResponse(parse(request({}, status))), null);
    assert.equal(checkResponse(parse(request({ CSeq: "1 INVITE", From: "junk" }, status))), null);
  });
  it("never asks for an answer", () => {
    for (const changes of [{ CSeq: "9292394834772304023312 OPTIONS" }, { Via: null }, { "Content-Length": "5" }]) {
      const problem = checkResponse(parse(request(changes, status)));
      assert.deepEqual([problem?.status, problem?.blame], [null, "peer"]);
    }
  });
});

interface Vector {
  name: string;
  transport: string;
  chunks: string[];
  expect: { messages: number; bodies?: string[]; action?: string };
}

describe("datagram vectors of the corpus", { skip: skipCorpus }, () => {
  for (const vector of vectors<Vector>("stream-framing.json")) {
    if (vector.transport === "tcp") continue;
    it(`${vector.name} (${vector.transport})`, () => {
      const message = parse(vector.chunks.join(""));
      const problem = message.isRequest ? checkRequest(message) : checkResponse(message);
      assert.equal(problem === null ? 1 : 0, vector.expect.messages);
      if (vector.expect.action === "400") assert.equal(problem?.status, 400);
      if (vector.expect.bodies) assert.equal(message.body, vector.expect.bodies[0]);
    });
  }
});
