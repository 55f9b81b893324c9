import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  addressTag,
  equalFolded,
  Header,
  headerName,
  type Message,
  parameter,
  parameterList,
  parameters,
  parseAddress,
  parseContacts,
  parseContentDisposition,
  parseCSeq,
  parseDate,
  parseExpires,
  parseMediaType,
  parseMessage,
  parseMinSe,
  parseNumber,
  parsePrivacy,
  parseRAck,
  parseReplaces,
  parseRetryAfter,
  parseRoutes,
  parseSessionExpires,
  parseSipUri,
  parseSubscriptionState,
  parseTimestamp,
  parseTokens,
  parseUri,
  parseVia,
  parseWarning,
  splitValues,
} from "../../src/syntax/mod.ts";
import { skipCorpus, vectors } from "./corpus.ts";

interface Vector {
  input: string;
  valid: boolean;
  rfcStrict?: boolean;
  kind?: string;
  group?: string;
  expect?: Record<string, unknown>;
}

type Parts = Record<string, unknown>;

/** Inputs that some stack takes outside the grammar; this one refuses them, and RFC 4475 would have it so. */
const REFUSED = [
  "From: sip:joe@bar (foo)", // a comment where the grammar has none
  "Expires: Thu, 25 Mar 2004 14:49:29 GMT", // RFC 2543's date form
  "t : < sip:titi.com;transport=tcp> ; tag = dlfjklcn6545614XX", // RFC 4475 §3.1.2.14
  'Strange User" <sip:localhost>', // RFC 4475 §3.1.2.15
];

/** name-addr, addr-spec: all that any vector asks about. */
function address(text: string): Parts | null {
  const parsed = parseAddress(text);
  if (parsed === null) return null;
  const uri = parseUri(parsed.uri);
  const list = parameters(parsed.params) ?? [];
  return {
    ...parsed,
    contactUri: parsed.uri,
    tag: addressTag(text),
    cid: parameter(parsed.params, "cid"),
    user: uri !== null && "user" in uri ? uri.user : null,
    uriParams:
      uri !== null && "params" in uri
        ? Object.fromEntries(parameterList(uri.params).map((p) => [p.name, p.value]))
        : {},
    params: Object.fromEntries(list.map((each) => [each.name, each.value])),
  };
}

function contacts(lines: string[]): Parts | null {
  const parsed = parseContacts(lines);
  if (parsed === null || parsed.length === 0) return null;
  if (parsed === "*") return { wildcard: true };
  const first = parsed[0];
  const q = first?.q ?? null;
  return { ...address(splitValues(lines[0] ?? "")[0] ?? ""), expires: first?.expires, q: q === null ? null : q / 1000 };
}

function vias(lines: string[]): Parts | null {
  const parsed = lines.flatMap((line) => splitValues(line)).map(parseVia);
  const first = parsed[0];
  if (first === undefined || first === null || parsed.includes(null)) return null;
  return { ...first, rport: first.rport === "" ? true : first.rport, count: parsed.length };
}

function media(text: string): Parts | null {
  const first = parseMediaType(text);
  if (first === null) return null;
  const params = Object.fromEntries((parameters(first.params) ?? []).map((each) => [each.name, each.value]));
  return { type: first.value, params, ...params };
}

function acceptRange(text: string): string | null {
  const parsed = parseMediaType(text);
  if (parsed === null) return null;
  const params = (parameters(parsed.params) ?? []).map((each) => `;${each.name}=${each.value}`);
  return `${parsed.value}${params.join("")}`;
}

function tagged(parsed: { value: string; params: string } | null): Parts | null {
  if (parsed === null) return null;
  const params = Object.fromEntries((parameters(parsed.params) ?? []).map((each) => [each.name, each.value]));
  return { type: parsed.value, params, handling: parameter(parsed.params, "handling")?.toLowerCase() };
}

function number(value: number | null): Parts | null {
  return value === null ? null : { value };
}

function list(values: string[] | null): Parts | null {
  return values === null ? null : { values, empty: values.length === 0 };
}

const text = (value: string): Parts => ({ text: value });
const one = (read: (value: string) => object | null) => (lines: string[]) => read(lines[0] ?? "") as Parts | null;

/** Readers by header name, from the unfolded values of its lines to parts under the names the vectors use. */
const READERS: Record<string, (lines: string[]) => Parts | null> = {
  Accept: (lines) => {
    const values = lines.flatMap((line) => splitValues(line)).map(acceptRange);
    return values.includes(null) ? null : { values, ...media(lines[0] ?? "") };
  },
  "Accept-Encoding": one((value) => list(parseTokens(value))),
  "Accept-Language": one((value) => list(parseTokens(value))),
  Allow: one((value) => list(parseTokens(value))),
  Contact: contacts,
  "Content-Disposition": one((value) => tagged(parseContentDisposition(value))),
  "Content-Type": one(media),
  CSeq: one(parseCSeq),
  Date: one((value) => number(parseDate(value))),
  Expires: one((value) => number(parseExpires(value))),
  From: one(address),
  "Min-SE": one((value) => {
    const parsed = parseMinSe(value);
    return parsed === null ? null : { seconds: parsed.seconds, ...tagged({ value: "", params: parsed.params }) };
  }),
  Privacy: one((value) => list(parsePrivacy(value))),
  RAck: one(parseRAck),
  "Record-Route": (lines) => parseRoutes(lines),
  "Refer-To": one(address),
  "Referred-By": one(address),
  Replaces: one(parseReplaces),
  "Reply-To": one(address),
  "Retry-After": one(parseRetryAfter),
  Route: (lines) => {
    const routes = parseRoutes(lines);
    return routes === null ? null : { user: routes[0]?.target.user };
  },
  RSeq: one((value) => number(parseNumber(value, 4294967295))),
  "Session-Expires": one(parseSessionExpires),
  "Subscription-State": one(parseSubscriptionState),
  Subject: one(text),
  Timestamp: one(parseTimestamp),
  To: one(address),
  Via: vias,
  Warning: one(parseWarning),
} as Record<string, (lines: string[]) => Parts | null>;

function messageWith(headers: string): Message {
  const message = parseMessage(`OPTIONS sip:a@b SIP/2.0\r\n${headers}\r\n\r\n`);
  assert.ok(message);
  return message;
}

/** The long name of a header line, whichever form and case it was written in. */
function nameOf(message: Message, line: number): string {
  const id = message.idAt(line);
  if (id !== Header.Other) return headerName(id);
  const written = message.nameAt(line);
  return Object.keys(READERS).find((name) => equalFolded(name, written)) ?? written;
}

function linesOf(message: Message, name: string): string[] {
  const lines: string[] = [];
  for (let line = 0; line < message.lineCount; line++) {
    if (name === nameOf(message, line)) lines.push(message.valueAt(line));
  }
  return lines;
}

function checkHeader(vector: Vector): void {
  const message = messageWith(vector.input);
  const expected = vector.expect ?? {};
  if (message.lineCount === 0) {
    assert.equal(vector.valid, false);
    assert.ok(message.defect);
    return;
  }
  const name = nameOf(message, 0);
  if ("header" in expected) assert.equal(name, expected.header);
  const expectedLists = Object.entries(expected).filter(([key, value]) => Array.isArray(value) && key in READERS);
  for (const [key, value] of expectedLists) {
    assert.deepEqual(
      linesOf(message, key).flatMap((line) => splitValues(line)),
      value,
    );
  }
  if ("Subject" in expected) assert.equal(message.value(Header.Subject), expected.Subject);
  if ("value" in expected && typeof expected.value === "string") {
    assert.equal(message.field(name), expected.value);
    return;
  }
  const reader = READERS[name];
  assert.ok(reader, `a reader for ${name}`);
  const parts = reader(linesOf(message, name));
  if (!vector.valid || REFUSED.includes(vector.input)) {
    assert.equal(parts, null);
    return;
  }
  assert.ok(parts, "is taken");
  for (const [key, value] of Object.entries(expected)) {
    if (key in READERS || key === "header") continue;
    assert.deepEqual(parts[key], value, key);
  }
}

function checkStartLine(vector: Vector): void {
  const message = parseMessage(`${vector.input}\r\nVia: SIP/2.0/UDP h\r\n\r\n`);
  assert.equal(message !== null, vector.valid);
  if (message === null) return;
  assert.equal(message.defect?.status ?? null, vector.input.endsWith("SIP/2.1") ? 505 : null);
  if (message.isRequest) assert.equal(message.method, vector.input.split(" ")[0]);
  else assert.equal(message.status, 200);
}

describe("header vectors of the corpus", { skip: skipCorpus }, () => {
  for (const vector of vectors<Vector>("header-parse.json")) {
    it(JSON.stringify(vector.input), () => {
      if (vector.rfcStrict === false) assert.ok(REFUSED.includes(vector.input), "a decision is on record");
      if (vector.kind === "start-line") return checkStartLine(vector);
      if (vector.kind === undefined) return checkHeader(vector);
      if (vector.kind === "addr-spec" && vector.expect === undefined) {
        return assert.equal(parseSipUri(vector.input) !== null, vector.valid);
      }
      const parts = vector.kind === "contact" ? contacts([vector.input]) : address(vector.input);
      if (!vector.valid || REFUSED.includes(vector.input)) return assert.equal(parts, null);
      assert.ok(parts, "is taken");
      for (const [key, value] of Object.entries(vector.expect ?? {})) assert.deepEqual(parts[key], value, key);
    });
  }
});
