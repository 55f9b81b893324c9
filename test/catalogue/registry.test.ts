/** The catalogue against the registries, as the shared corpus holds them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  causeForSip,
  causeLocations,
  causeNumbered,
  causes,
  eventPackageNamed,
  eventPackages,
  headerField,
  headerFields,
  methodFacts,
  methods,
  optionTags,
  reasonProtocols,
  responseCode,
  responseCodes,
  sipForCause,
  warningCodes,
} from "../../src/catalogue/mod.ts";
import { registry, skip } from "./corpus.ts";

test("response codes: all 75, phrase and defining RFC", { skip }, () => {
  const registered = registry("response-codes");
  const listed = responseCodes.filter((entry) => entry.registry === "iana").map((entry) => entry.code);
  assert.deepEqual(
    listed,
    registered.map((entry) => entry.code),
  );
  for (const { code, phrase, reference, class: name } of registered) {
    const entry = responseCode(code);
    // IANA prints 202 as "Accepted (Deprecated)"; the phrase on the wire is the one the RFC gives.
    assert.equal(entry?.phrase, phrase, `${code}`);
    assert.equal(entry?.class, name, `${code}`);
    assert.equal(entry?.reference.split(" §")[0], reference, `${code}`);
  }
});

test("methods and option tags: all, with their RFC", { skip }, () => {
  const parameters = registry("sip-parameters");
  assert.deepEqual(
    methods.map((entry) => entry.method),
    parameters.methods.map((entry) => entry.method),
  );
  for (const { method, reference } of parameters.methods) {
    assert.equal(methodFacts(method)?.reference.split(" §")[0], reference[0], method);
  }
  assert.deepEqual(
    optionTags.map(({ tag, reference }) => ({ tag, reference })),
    parameters.optionTags.map(({ tag, reference }) => ({ tag, reference })),
  );
});

test("header fields: all 134, spelling, compact form, reference", { skip }, () => {
  const registered = registry("sip-parameters").headers;
  assert.deepEqual(
    headerFields.map(({ name, compact }) => ({ name, compact })),
    registered.map(({ name, compact }) => ({ name, compact })),
  );
  // IANA cites RFC 3261 for three names that only RFC 2543 describes, and nothing for a name that is merely reserved.
  const elsewhere = new Set(["Encryption", "Hide", "Response-Key", "Reason-Phrase"]);
  for (const { name, reference } of registered) {
    if (elsewhere.has(name)) continue;
    assert.equal(headerField(name)?.reference.split(" §")[0], reference[0], name);
  }
});

test("warnings, Reason protocols, event packages: all", { skip }, () => {
  const parameters = registry("sip-parameters");
  assert.deepEqual(
    warningCodes.map(({ code, text }) => ({ code, text })),
    parameters.warningCodes,
  );
  assert.deepEqual(
    reasonProtocols.map((entry) => entry.protocol),
    parameters.reasonProtocols.map((entry) => entry.protocol),
  );
  assert.equal(eventPackages.length, parameters.eventPackages.length);
  for (const { event, reference, template } of parameters.eventPackages) {
    assert.equal(eventPackageNamed(event)?.reference, reference[0], event);
    assert.equal(eventPackageNamed(event)?.template, template ?? false, event);
  }
});

test("Q.850: all causes and locations by name", { skip }, () => {
  const table = registry("q850");
  assert.deepEqual(
    causes.map(({ cause, name, class: of }) => ({ cause, name, class: of })),
    table.causes.map(({ cause, name, class: of }) => ({ cause, name, class: of })),
  );
  assert.deepEqual(
    Object.fromEntries(causeLocations.map(({ token, value, name }) => [token, [value, name]])),
    table.locations,
  );
});

test("SIP to Q.850: every row of RFC 3398 §8.2.6.1", { skip }, () => {
  for (const { code, cause } of registry("sip-q850-map").sipToCause) assert.equal(causeForSip(code), cause, `${code}`);
});

test("Q.850 to SIP: every row of RFC 3398 §7.2.4.1, 500 for what it does not list", { skip }, () => {
  for (const { cause, sip, rfc3398 } of registry("sip-q850-map").causeToSip) {
    if (causeNumbered(cause) === undefined) continue; // 52 and 54 exist in FreeSWITCH only.
    assert.equal(sipForCause(cause), sip ?? (rfc3398 === "default 500" ? 500 : null), `cause ${cause}`);
  }
});

/** What the tables do with a code or a cause they do not list: read in chan_pjsip.c, res_pjsip_session.c and mod_sofia.c. */
const ASTERISK_DEFAULT_CAUSE = { "4xx": 127, "5xx": 34, "6xx": 127 } as const;
const ASTERISK_DEFAULT_SIP = 603;
const FREESWITCH_DEFAULT_CAUSE = 31;
const FREESWITCH_DEFAULT_SIP = 480;
/** FreeSWITCH's own number for a cancelled call, outside Q.850. */
const ORIGINATOR_CANCEL = 487;

test("hops: the cause tables of both products, followed in and out", { skip }, () => {
  const map = registry("sip-q850-map");
  const out = new Map(map.causeToSip.map((row) => [row.cause, row]));
  const rows = new Map(map.sipToCause.map((row) => [row.code, row]));
  for (const entry of responseCodes) {
    const row = rows.get(entry.code);
    if (entry.class === "1xx" || entry.class === "2xx" || entry.class === "3xx") {
      assert.deepEqual(entry.hops, { asterisk: null, freeswitch: null }, `${entry.code}`);
      continue;
    }
    // 409 is in Asterisk's table, and in no other.
    const cause = entry.code === 409 ? 41 : Number(row?.asterisk ?? ASTERISK_DEFAULT_CAUSE[entry.class]);
    assert.equal(entry.hops.asterisk, out.get(cause)?.asterisk ?? ASTERISK_DEFAULT_SIP, `${entry.code} asterisk`);
    if (entry.hops.freeswitch === null) continue;
    const theirs = Number(row?.freeswitch ?? FREESWITCH_DEFAULT_CAUSE);
    const sip = theirs === ORIGINATOR_CANCEL ? 487 : (out.get(theirs)?.freeswitch ?? FREESWITCH_DEFAULT_SIP);
    assert.equal(entry.hops.freeswitch, sip, `${entry.code} freeswitch`);
  }
  const unknown = responseCodes.filter((entry) => entry.class >= "4xx" && entry.hops.freeswitch === null);
  assert.deepEqual(
    unknown.map((entry) => entry.code),
    [428, 436, 437, 438, 607],
  );
});
