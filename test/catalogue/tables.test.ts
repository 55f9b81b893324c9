/** Headers, timers, causes and the small lists: what the other rooms look up. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CAUSE_OF_CLEARING,
  causeForSip,
  causeGivenBy,
  causeNumbered,
  causes,
  DEFAULT_TIMER_BASE,
  eventPackageNamed,
  eventPackages,
  headerField,
  headerFields,
  methods,
  optionTags,
  reasonProtocols,
  responseCodes,
  sipForCause,
  type TimerName,
  timerDuration,
  timers,
  warningCodes,
} from "../../src/catalogue/mod.ts";

test("header names are found in full and compact form, in any case", () => {
  assert.equal(headerField("CALL-ID")?.name, "Call-ID");
  assert.equal(headerField("cseq")?.name, "CSeq");
  assert.equal(headerField("www-authenticate")?.name, "WWW-Authenticate");
  assert.equal(headerField("X-Own"), undefined);
  assert.equal(headerField(""), undefined);
  assert.equal(headerField("toString"), undefined);
});

test("the compact forms, each used once", () => {
  const forms = headerFields.filter((entry) => entry.compact !== null).map((entry) => [entry.compact, entry.name]);
  assert.deepEqual(Object.fromEntries(forms), {
    a: "Accept-Contact",
    b: "Referred-By",
    c: "Content-Type",
    d: "Request-Disposition",
    e: "Content-Encoding",
    f: "From",
    i: "Call-ID",
    j: "Reject-Contact",
    k: "Supported",
    l: "Content-Length",
    m: "Contact",
    o: "Event",
    r: "Refer-To",
    s: "Subject",
    t: "To",
    u: "Allow-Events",
    v: "Via",
    x: "Session-Expires",
    y: "Identity",
  });
  assert.equal(forms.length, 19);
  for (const [form, name] of forms) assert.equal(headerField((form ?? "").toUpperCase())?.name, name);
});

test("RFC 3261 §7.3.1: which values may be joined by commas", () => {
  const values = (name: string) => headerField(name)?.values;
  const list = headerFields.filter((entry) => entry.values === "list").map((entry) => entry.name);
  assert.deepEqual(
    list.filter((name) => !name.startsWith("P-")),
    [
      "Accept",
      "Accept-Contact",
      "Accept-Encoding",
      "Accept-Language",
      "Accept-Resource-Priority",
      "Alert-Info",
      "Allow",
      "Allow-Events",
      "Authentication-Info",
      "Call-Info",
      "Contact",
      "Content-Encoding",
      "Content-Language",
      "Error-Info",
      "Feature-Caps",
      "Geolocation",
      "History-Info",
      "In-Reply-To",
      "Path",
      "Permission-Missing",
      "Policy-Contact",
      "Policy-ID",
      "Proxy-Require",
      "Reason",
      "Record-Route",
      "Recv-Info",
      "Reject-Contact",
      "Request-Disposition",
      "Require",
      "Resource-Priority",
      "Route",
      "Security-Client",
      "Security-Server",
      "Security-Verify",
      "Service-Route",
      "Supported",
      "Trigger-Consent",
      "Unsupported",
      "User-to-User",
      "Via",
      "Warning",
    ],
  );
  for (const name of ["From", "To", "Call-ID", "CSeq", "Date", "Subject", "Refer-To", "Replaces", "Content-Length"]) {
    assert.equal(values(name), "one", name);
  }
  const rows = headerFields.filter((entry) => entry.values === "rows").map((entry) => entry.name);
  assert.deepEqual(rows.sort(), [
    "Authorization",
    "Identity",
    "Proxy-Authenticate",
    "Proxy-Authorization",
    "WWW-Authenticate",
  ]);
});

test("Table 4 of RFC 3261 with RFC 6026 and RFC 6665: each timer over both kinds of transport", () => {
  const table: Record<TimerName, [unreliable: number | null, reliable: number | null]> = {
    A: [500, null],
    B: [32_000, 32_000],
    C: [180_000, 180_000],
    D: [32_000, 0],
    E: [500, null],
    F: [32_000, 32_000],
    G: [500, null],
    H: [32_000, 32_000],
    I: [5_000, 0],
    J: [32_000, 0],
    K: [5_000, 0],
    L: [32_000, 32_000],
    M: [32_000, 32_000],
    N: [32_000, 32_000],
  };
  for (const [name, [unreliable, reliable]] of Object.entries(table)) {
    assert.equal(timerDuration(name as TimerName, false), unreliable, `${name} unreliable`);
    assert.equal(timerDuration(name as TimerName, true), reliable, `${name} reliable`);
    assert.equal(timers[name as TimerName].name, name);
  }
  assert.deepEqual(Object.keys(timers), Object.keys(table));
});

test("timers scale with T1 and T4, and only A, E and G run again", () => {
  const slow = { ...DEFAULT_TIMER_BASE, t1: 1_000, t4: 7_000 };
  assert.equal(timerDuration("B", false, slow), 64_000);
  assert.equal(timerDuration("K", false, slow), 7_000);
  // "An absolute minimum of 32s is used instead of basing Timer D on T1."
  assert.equal(timerDuration("D", false, slow), 32_000);
  const again = Object.values(timers).filter((entry) => entry.doubling !== null);
  assert.deepEqual(
    again.map(({ name, doubling }) => [name, doubling]),
    [
      ["A", "unlimited"],
      ["E", "toT2"],
      ["G", "toT2"],
    ],
  );
});

test("RFC 3398 §8.2.6.1: causes of rejections, and who gives them", () => {
  const rows: Record<number, number[]> = {
    1: [404, 485, 604],
    17: [486, 600],
    18: [480],
    21: [401, 402, 403, 407, 603],
    22: [410],
    25: [482, 483],
    28: [484],
    38: [502],
    41: [400, 481, 500, 503],
    63: [405],
    79: [406, 415, 501],
    102: [408, 504],
    127: [413, 414, 416, 420, 421, 423, 505, 513],
  };
  const listed = new Map(Object.entries(rows).flatMap(([cause, codes]) => codes.map((code) => [code, Number(cause)])));
  for (const { code } of responseCodes.filter((entry) => entry.code >= 300)) {
    // "Any SIP status codes not listed below should be mapping to cause code 31."
    assert.equal(causeForSip(code), code === 487 ? null : (listed.get(code) ?? 31), `${code}`);
  }
  assert.equal(causeForSip(431), 41, "an unknown code counts as its x00");
  assert.equal(causeForSip(200), null);
  assert.equal(causeForSip(180), null);
  assert.equal(causeGivenBy(603), "user");
  assert.equal(causeGivenBy(699), "user");
  assert.equal(causeGivenBy(486), "network");
  assert.equal(causeNumbered(CAUSE_OF_CLEARING)?.name, "Normal call clearing");
});

test("RFC 3398 §7.2.4.1: what a cause is answered with", () => {
  const rows = [
    [1, 404],
    [16, null],
    [17, 486],
    [18, 408],
    [19, 480],
    [21, 403],
    [22, 410],
    [31, 480],
    [34, 503],
    [44, null],
    [65, 488],
    [102, 504],
    [127, 500],
    [25, 500],
    [12, 500],
    [128, 500],
  ] as const;
  for (const [cause, sip] of rows) assert.equal(sipForCause(cause), sip, `${cause}`);
  assert.equal(sipForCause(21, "user"), 603);
  assert.equal(sipForCause(17, "user"), 486);
});

test("every cause a code maps to exists, and every code a cause maps to", () => {
  for (const entry of responseCodes) {
    if (entry.q850 !== null) assert.ok(causeNumbered(entry.q850), `${entry.code}`);
  }
  const codes = new Set(responseCodes.map((entry) => entry.code));
  for (const entry of causes) {
    if (entry.sip !== null) assert.ok(codes.has(entry.sip), `${entry.cause}`);
    assert.notEqual(entry.meaning, "");
  }
});

test("event packages: body and duration of those the server speaks", () => {
  const rows = [
    ["presence", "application/pidf+xml", 3600],
    ["presence.winfo", "application/watcherinfo+xml", 3600],
    ["message-summary", "application/simple-message-summary", 3600],
    ["dialog", "application/dialog-info+xml", 3600],
    ["reg", "application/reginfo+xml", 3761],
  ] as const;
  for (const [name, body, expires] of rows) {
    assert.equal(eventPackageNamed(name)?.body, body, name);
    assert.equal(eventPackageNamed(name)?.defaultExpires, expires, name);
  }
  assert.equal(eventPackageNamed("Presence"), undefined, "event types compare byte by byte");
});

test("option tags, warnings and classes of causes the stack acts on", () => {
  const tags = new Map(optionTags.map((entry) => [entry.tag, entry.reference]));
  assert.equal(tags.size, 36);
  const rows = {
    "100rel": 3262,
    timer: 4028,
    path: 3327,
    outbound: 5626,
    gruu: 5627,
    replaces: 3891,
    "sec-agree": 3329,
  };
  for (const [tag, rfc] of Object.entries(rows)) assert.equal(tags.get(tag), `RFC ${rfc}`, tag);
  const warnings = warningCodes.map((entry) => entry.code);
  assert.deepEqual(warnings, [300, 301, 302, 303, 304, 305, 306, 307, 308, 330, 331, 370, 380, 381, 399]);
  const classes = [31, 34, 49, 65, 95, 96, 111, 127].map((cause) => causeNumbered(cause)?.class);
  assert.deepEqual(classes, [
    "normal event",
    "resource unavailable",
    "service or option not available",
    "service or option not implemented",
    "invalid message",
    "protocol error",
    "protocol error",
    "interworking",
  ]);
});

test("names are unique in every list, and every row has a reference", () => {
  const lists = {
    methods: methods.map((entry) => [entry.method, entry.reference]),
    headers: headerFields.map((entry) => [entry.name.toLowerCase(), entry.reference]),
    optionTags: optionTags.map((entry) => [entry.tag, entry.reference]),
    eventPackages: eventPackages.map((entry) => [entry.name, entry.reference]),
    warningCodes: warningCodes.map((entry) => [`${entry.code}`, entry.reference]),
    reasonProtocols: reasonProtocols.map((entry) => [entry.protocol.toLowerCase(), entry.reference]),
    causes: causes.map((entry) => [`${entry.cause}`, entry.source]),
    timers: Object.values(timers).map((entry) => [entry.name, entry.reference]),
  };
  for (const [list, rows] of Object.entries(lists)) {
    assert.equal(new Set(rows.map(([name]) => name)).size, rows.length, list);
    for (const [name, reference] of rows) {
      assert.match(reference ?? "", /^(RFC \d+( §\d[\dA-Z.]*)?|3GPP TS \d+\.\d+)$/, `${list} ${name}`);
    }
  }
});

test("every list is frozen to its leaves", () => {
  const check = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return;
    assert.ok(Object.isFrozen(value), at);
    for (const [key, inner] of Object.entries(value)) check(inner, `${at}.${key}`);
  };
  check(methods, "methods");
  check(headerFields, "headerFields");
  check(timers, "timers");
  check(causes, "causes");
  check(eventPackages, "eventPackages");
  check(optionTags, "optionTags");
  check(warningCodes, "warningCodes");
  check(reasonProtocols, "reasonProtocols");
});
