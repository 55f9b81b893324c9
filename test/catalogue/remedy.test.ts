/** What a code is about, who can mend it and which header fields belong into it: written down here a second time. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Carried,
  type Concern,
  headerField,
  type RepairedBy,
  responseCode,
  responseCodes,
} from "../../src/catalogue/mod.ts";

const ofClass = (...classes: string[]) =>
  responseCodes.filter((entry) => classes.includes(entry.class)).map((entry) => entry.code);

test("what each code is about", () => {
  const rows: Record<Concern, number[]> = {
    progress: ofClass("1xx").filter((code) => code !== 199),
    success: ofClass("2xx"),
    whereabouts: [300, 301, 302, 380, 404, 410, 484, 485, 604],
    availability: [480, 486, 600],
    willingness: [603, 607, 608, 666],
    permission: [402, 403, 470],
    credentials: [401, 407],
    identity: [428, 429, 433, 436, 437, 438],
    body: [406, 415, 424, 425, 488, 493, 580, 606],
    size: [413, 414, 513],
    capability: [405, 416, 417, 420, 421, 439, 469, 489, 494, 501, 505, 555],
    interval: [422, 423],
    dialog: [199, 409, 412, 481, 487, 491],
    route: [305, 408, 430, 440, 482, 483, 502, 504],
    health: [500, 503],
    form: [400, 411],
  };
  for (const [concern, codes] of Object.entries(rows)) {
    const said = responseCodes.filter((entry) => entry.concerns === concern).map((entry) => entry.code);
    assert.deepEqual(said, codes, concern);
  }
});

test("who can mend it: where the next step is a machine's, the calling software", () => {
  const by = (who: RepairedBy) => responseCodes.filter((entry) => entry.repairedBy === who).map((entry) => entry.code);
  assert.deepEqual(by("nobody"), [...ofClass("1xx", "2xx"), 487]);
  assert.deepEqual(by("caller"), [380, 404, 408, 410, 433, 484, 485, 486, 600, 604]);
  assert.deepEqual(by("callee"), [470, 480, 603, 607, 666]);
  assert.deepEqual(
    by("operator"),
    [402, 403, 428, 436, 437, 438, 440, 482, 483, 489, 500, 501, 502, 503, 504, 505, 608],
  );
  for (const { code, next, repairedBy } of responseCodes) {
    if (["redirect", "authenticate", "retry", "startOver"].includes(next)) assert.equal(repairedBy, "callerAgent");
    if (["giveUp", "askUser"].includes(next)) assert.notEqual(repairedBy, "callerAgent", `${code}`);
  }
});

/** The fields at one level, by code. */
function carriedAt(level: Carried["level"]): Record<number, string[]> {
  const rows = responseCodes.map(({ code, carries }) => {
    return [code, carries.filter((each) => each.level === level).map((each) => each.field)] as const;
  });
  return Object.fromEntries(rows.filter(([, fields]) => fields.length > 0));
}

test("the header fields a response must carry", () => {
  assert.deepEqual(carriedAt("must"), {
    199: ["Reason"],
    204: ["Expires"],
    401: ["WWW-Authenticate"],
    405: ["Allow"],
    407: ["Proxy-Authenticate"],
    420: ["Unsupported"],
    421: ["Require"],
    422: ["Min-SE"],
    423: ["Min-Expires"],
    424: ["Geolocation-Error"],
    425: ["AlertMsg-Error"],
    469: ["Recv-Info"],
    489: ["Allow-Events"],
    494: ["Security-Server"],
  });
});

test("the header fields it should and may carry", () => {
  const contact = Object.fromEntries([180, 181, 182, 183, 300, 301, 302, 305].map((code) => [code, ["Contact"]]));
  assert.deepEqual(carriedAt("should"), {
    ...contact,
    200: ["Contact", "Allow", "Supported"],
    415: ["Accept"],
    470: ["Permission-Missing"],
    488: ["Warning"],
    608: ["Call-Info"],
  });
  const retry = Object.fromEntries(
    responseCodes.filter((entry) => entry.retryAfter).map((entry) => [entry.code, ["Retry-After"]]),
  );
  assert.deepEqual(carriedAt("may"), {
    ...retry,
    415: ["Accept-Encoding", "Accept-Language"],
    417: ["Accept-Resource-Priority"],
    485: ["Contact"],
    606: ["Warning"],
  });
});

test("every field is a registered name, named once", () => {
  for (const { code, carries } of responseCodes) {
    for (const { field } of carries) assert.equal(headerField(field)?.name, field, `${code}`);
    assert.equal(new Set(carries.map(({ field }) => field)).size, carries.length, `${code}`);
  }
  assert.equal(responseCode(401)?.sources.carries, "RFC 3261 §22.2");
  assert.equal(responseCode(423)?.sources.carries, "RFC 3261 §10.3");
});
