import assert from "node:assert/strict";
import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { EventFeed } from "../../src/host/http/events.ts";
import { RecentCalls } from "../../src/host/http/recent-calls.ts";
import { HttpService } from "../../src/host/http/service.ts";
import type { SiteRequest } from "../../src/host/http/site.ts";
import { Metrics } from "../../src/host/metrics.ts";
import { ObservationStream } from "../../src/kernel/mod.ts";

const observations = new ObservationStream((error) => {
  throw error;
});

const asked: SiteRequest[] = [];
const PAGE = `<!doctype html>${"<p>603</p>".repeat(200)}`;

/** Owns what lies below /en/ and echoes nothing else. */
const site = {
  owns: (path: string) => path.startsWith("/en/"),
  respond: async (each: SiteRequest) => {
    asked.push(each);
    if (each.path === "/en/old") return { status: 308, headers: { Location: "/en/new" }, body: "/en/new\n" };
    const headers = { "Content-Type": "text/html", ETag: '"tag"', "Content-Security-Policy": "default-src 'none'" };
    const cached = { ...headers, "Cache-Control": "public, max-age=300" };
    if (each.ifNoneMatch === '"tag"') return { status: 304, headers: cached, body: "" };
    return { status: 200, headers: cached, body: PAGE };
  },
};

const service = new HttpService(
  { host: "127.0.0.1", port: 0, token: "0123456789abcdef", names: [], origins: [] },
  {
    version: "0.0.1",
    state: () => ({ state: "ready", running: 0 }),
    domains: () => ["example.org"],
    listening: () => [],
    bindings: () => [],
    calls: new RecentCalls(observations, 3),
    events: new EventFeed(observations),
    metrics: new Metrics(observations, {
      transactions: () => ({ servers: 0, clients: 0 }),
      bindings: () => 0,
      socketsInRuns: () => 0,
    }),
    access: { token: "0123456789abcdef", names: () => ["example.org"] },
    dial: [],
    site,
    onFailure: (error) => {
      throw error;
    },
  },
);

before(async () => assert.equal(await service.listen(), null));
after(() => service.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function ask(path: string, headers: OutgoingHttpHeaders = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`http://${service.address}${path}`, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on("error", reject).end();
  });
}

test("pages need no token, not even behind a proxy, and keep their own headers", async () => {
  const answer = await ask("/en/sip/603?x=1", { "x-forwarded-for": "192.0.2.1", "accept-language": "fr" });
  assert.equal(answer.status, 200);
  assert.equal(answer.body.toString(), PAGE);
  assert.equal(answer.headers["cache-control"], "public, max-age=300");
  assert.equal(answer.headers["content-security-policy"], "default-src 'none'");
  assert.equal(answer.headers["x-content-type-options"], "nosniff");
  const { path, query, acceptLanguage, origin } = asked.at(-1) as SiteRequest;
  const expected = ["/en/sip/603", "?x=1", "fr", `http://${service.address}`];
  assert.deepEqual([path, query, acceptLanguage, origin], expected);
});

test("what is not the site's stays private", async () => {
  for (const path of ["/console", "/api/bindings", "/api/calls", "/api/events", "/nothing", "/"]) {
    assert.equal((await ask(path)).status, 401, path);
  }
});

test("what is nobody's is told by the site, but for the API", async () => {
  const known = { authorization: "Bearer 0123456789abcdef" };
  await ask("/nothing", known);
  assert.equal(asked.at(-1)?.path, "/nothing");
  assert.equal((await ask("/api/nothing", known)).headers["content-type"], "application/json");
});

test("a page under a name of nobody's is refused", async () => {
  assert.equal((await ask("/en/", { host: "evil.example" })).status, 421);
});

test("a proxy that speaks TLS makes links to itself", async () => {
  await ask("/en/", { host: "example.org", "x-forwarded-proto": "https" });
  assert.equal(asked.at(-1)?.origin, "https://example.org");
});

test("compressed for who takes it, under a tag of its own", async () => {
  const plain = await ask("/en/");
  assert.deepEqual([plain.headers.etag, plain.headers["content-encoding"]], ['"tag"', undefined]);
  const packed = await ask("/en/", { "accept-encoding": "br, gzip;q=0.8" });
  assert.deepEqual([packed.headers.etag, packed.headers["content-encoding"]], ['"tag-gzip"', "gzip"]);
  assert.equal(gunzipSync(packed.body).toString(), PAGE);
  assert.match(String(packed.headers.vary), /Accept-Encoding/);
  const again = await ask("/en/", { "accept-encoding": "gzip", "if-none-match": '"tag-gzip"' });
  assert.deepEqual([again.status, again.headers.etag, again.body.length], [304, '"tag-gzip"', 0]);
  for (const coding of ["gzip;q=0", "gzip;q=0.0, br", "x-gzip2", "deflate"]) {
    assert.equal((await ask("/en/", { "accept-encoding": coding })).headers["content-encoding"], undefined, coding);
  }
});

test("redirections are as the site says, HEAD has no body, POST is refused", async () => {
  const moved = await ask("/en/old", { "accept-encoding": "gzip" });
  assert.deepEqual(
    [moved.status, moved.headers.location, moved.headers["content-encoding"]],
    [308, "/en/new", undefined],
  );
  const head = await ask("/en/", {}, "HEAD");
  assert.deepEqual([head.status, head.body.length], [200, 0]);
  assert.equal((await ask("/en/", { authorization: "Bearer 0123456789abcdef" }, "POST")).status, 405);
});

test("answers about codes may be read by pages elsewhere; nothing else may", async () => {
  const codes = await ask("/api/codes/603");
  assert.notEqual(codes.status, 401);
  assert.equal(codes.headers["access-control-allow-origin"], "*");
  assert.equal(codes.headers["cross-origin-resource-policy"], "cross-origin");
  for (const path of ["/api/calls", "/console", "/en/", "/api/codesX"]) {
    const { headers } = await ask(path, { authorization: "Bearer 0123456789abcdef" });
    assert.equal(headers["access-control-allow-origin"], undefined, path);
    assert.equal(headers["cross-origin-resource-policy"], "same-origin", path);
  }
});
