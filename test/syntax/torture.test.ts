import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  addressUri,
  checkRequest,
  checkResponse,
  Header,
  isSipUri,
  type Message,
  parameter,
  parseAddress,
  parseContacts,
  parseCSeq,
  parseMaxForwards,
  parseMessage,
  parseUri,
  parseVia,
  Rewrite,
  type SipUri,
  StreamFramer,
  unescaped,
  type Via,
} from "../../src/syntax/mod.ts";
import { corpusJson, corpusText, skipCorpus } from "./corpus.ts";

interface Torture {
  name: string;
  file: string;
  kind: "request" | "response";
  section: string | null;
  class: string;
  parser: string;
  any?: (number | string)[];
  wire?: string;
}

/** Where RFC 4475 leaves a choice ("reject-or-lenient", "must-not-break"): null takes the message, a number rejects it. */
const DECISIONS: Record<string, number | null> = {
  quotbal: 400, // to guess where a quoted string ends is to guess who is called
  ltgtruri: 400,
  lwsruri: 400,
  lwsstart: 400,
  trws: 400,
  escruri: 400,
  baddate: null, // nobody here reads the Date of an INVITE
  regbadct: 400,
  badaspec: 400,
  baddn: 400,
  badbranch: null, // RFC 2543 matching
  insuf: 400,
  multi01: 400,
};

/** Semantic cases whose one answer follows from syntax and catalogue alone. */
const SCHEMES: Record<string, number> = { unkscm: 416, novelsc: 416 };

function manifest(path: string): Torture[] {
  return skipCorpus === false ? corpusJson<{ messages: Torture[] }>(path).messages : [];
}

/** null: well formed. A number: the answer. "discard": no answer. "unparsed": not even a start line. */
function outcome(message: Message | null): number | null | string {
  if (message === null) return "unparsed";
  const problem = message.isRequest ? checkRequest(message) : checkResponse(message);
  return problem === null ? null : (problem.status ?? "discard");
}

function expected(torture: Torture): number | null | string {
  if (torture.name in DECISIONS) return DECISIONS[torture.name] ?? null;
  if (torture.name in SCHEMES) return SCHEMES[torture.name] ?? null;
  if (torture.parser !== "reject") return null;
  if (torture.kind === "response") return torture.name === "bigcode" ? "unparsed" : "discard";
  return torture.any?.[0] === 505 ? 505 : 400;
}

describe("RFC 4475", { skip: skipCorpus }, () => {
  for (const torture of manifest("rfc4475/manifest.json")) {
    if (torture.parser === "unspecified") continue;
    it(`${torture.section} ${torture.name}: ${torture.class}`, () => {
      const message = parseMessage(corpusText(`rfc4475/${torture.file}`));
      assert.equal(outcome(message), expected(torture));
      if (message !== null) assert.equal(new Rewrite(message).write(), message.raw);
    });
  }

  const read = (name: string): Message => parseMessage(corpusText(`rfc4475/${name}.dat`)) ?? assert.fail(name);
  const sip = (text: string): SipUri => {
    const uri = parseUri(text);
    assert.ok(uri !== null && isSipUri(uri), text);
    return uri;
  };

  it("wsinv reads right through its foldings", () => {
    const message = read("wsinv");
    assert.equal(message.method, "INVITE");
    assert.equal(message.requestUri, "sip:vivekg@chair-dnrc.example.com;unknownparam");
    assert.deepEqual(parseCSeq(message.value(Header.CSeq) ?? ""), { sequence: 9, method: "INVITE" });
    assert.equal(parseMaxForwards(message.value(Header.MaxForwards) ?? ""), 68);
    assert.equal(message.value(Header.Subject), "");
    assert.equal(message.field("UnknownHeaderWithUnusualValue"), ";;,,;;,;");
    assert.equal(message.field("newfangledheader"), "newfangled value continued newfangled value");
    const vias = message.values(Header.Via).map((value) => parseVia(value) as Via);
    assert.deepEqual(
      vias.map((via) => [via.transport, via.host, via.branch]),
      [
        ["UDP", "192.0.2.2", "390skdjuw"],
        ["TCP", "spindle.example.com", "z9hG4bK9ikj8"],
        ["UDP", "192.168.255.111", "z9hG4bK30239"],
      ],
    );
    const contacts = parseContacts(message.lines(Header.Contact));
    assert.ok(contacts !== null && contacts !== "*");
    assert.equal(contacts[0]?.display, 'Quoted string ""');
    assert.equal(contacts[0]?.q, 330);
    assert.equal(parameter(contacts[0]?.params ?? "", "newparam"), "newvalue");
    assert.equal(message.body.length, 150);
  });

  it("intmeth and esc02: % is no escape in methods, names and display names", () => {
    assert.equal(read("intmeth").method, "!interesting-Method0123456789_*+`.%indeed'~");
    assert.equal(parseAddress(read("intmeth").value(Header.To) ?? "")?.display, "BEL:\x07 NUL:\0 DEL:\x7f");
    const message = read("esc02");
    assert.equal(message.method, "RE%47IST%45R");
    assert.equal(parseContacts(message.lines(Header.Contact))?.length, 2);
    assert.equal(parseAddress(message.value(Header.To) ?? "")?.display, "%Z%45");
  });

  it("esc01, escnull and semiuri: user parts", () => {
    const contact = sip(addressUri(read("esc01").value(Header.Contact) ?? ""));
    assert.equal(unescaped(contact.params), ";lr;name=value%41");
    assert.equal(unescaped(sip(read("esc01").requestUri).user ?? ""), "sips:user@example.com");
    const contacts = parseContacts(read("escnull").lines(Header.Contact));
    assert.ok(contacts !== null && contacts !== "*");
    assert.deepEqual(
      contacts.map((each) => unescaped(sip(each.uri).user ?? "")),
      ["\0", "\0\0"],
    );
    assert.equal(unescaped(sip(read("semiuri").requestUri).user ?? ""), "user;par=u@example.net");
  });

  it("cparam01, cparam02 and regescrt: what belongs to the URI and what to the Contact", () => {
    const [first, second, third] = ["cparam01", "cparam02", "regescrt"].map((name) =>
      parseAddress(read(name).value(Header.Contact) ?? ""),
    );
    assert.deepEqual([first?.params, sip(first?.uri ?? "").params], [";unknownparam", ""]);
    assert.deepEqual([second?.params, sip(second?.uri ?? "").params], ["", ";unknownparam"]);
    assert.equal(sip(third?.uri ?? "").headers, "Route=%3Csip:sip.example.com%3E");
  });

  it("dblreq, mpart01 and inv2543: where the body ends", () => {
    assert.equal(read("dblreq").body, "");
    assert.equal(read("mpart01").body.length, 553);
    assert.equal(read("inv2543").body.length, 105);
  });

  it("on a stream, the framing refuses what leaves its end in doubt, and waits for what is not there yet", () => {
    const frame = (name: string) => {
      const framer = new StreamFramer();
      framer.push(corpusText(`rfc4475/${name}.dat`));
      return framer.next();
    };
    for (const name of ["ncl", "mcl01", "inv2543"]) assert.equal(frame(name)?.kind, "fault", name);
    for (const name of ["clerr", "baddn"]) assert.equal(frame(name), null, name);
    for (const name of ["wsinv", "mpart01", "longreq", "transports"]) assert.equal(frame(name)?.kind, "message", name);
  });
});

interface V6 extends Torture {
  wire: string;
  check: { requestUriHost?: string; requestUriPort?: number | null; viaReceived?: string; viaHosts?: string[] };
}

describe("RFC 5118", { skip: skipCorpus }, () => {
  for (const torture of manifest("rfc5118/manifest.json") as V6[]) {
    it(`${torture.section} ${torture.name}: ${torture.class}`, () => {
      const message = parseMessage(corpusText(`rfc5118/${torture.wire}`)) ?? assert.fail();
      assert.equal(outcome(message), torture.parser === "reject" ? 400 : null);
      assert.equal(new Rewrite(message).write(), message.raw);
      const uri = parseUri(message.requestUri) as SipUri | null;
      const { check } = torture;
      if (check.requestUriHost !== undefined) assert.equal(uri?.host, check.requestUriHost);
      if (check.requestUriPort !== undefined) assert.equal(uri?.port, check.requestUriPort);
      const vias = message.values(Header.Via).map((value) => parseVia(value));
      if (check.viaReceived !== undefined) assert.equal(vias[0]?.received, check.viaReceived);
      if (check.viaHosts !== undefined)
        assert.deepEqual(
          vias.map((via) => via?.host),
          check.viaHosts,
        );
    });
  }
});
