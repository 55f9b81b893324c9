import assert from "node:assert/strict";
import { once } from "node:events";
import { type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { connect, type Socket } from "node:net";
import { after, before, test } from "node:test";
import { EventFeed } from "../../src/host/http/events.ts";
import { RecentCalls } from "../../src/host/http/recent-calls.ts";
import { HttpService } from "../../src/host/http/service.ts";
import { Metrics } from "../../src/host/metrics.ts";
import { defaultLimits } from "../../src/host/sockets/limits.ts";
import { type Observation, ObservationStream } from "../../src/kernel/mod.ts";

const observations = new ObservationStream((error) => {
  throw error;
});
let state: "ready" | "draining" = "ready";
const failures: unknown[] = [];

function start(token: string | null, limits = defaultLimits): HttpService {
  const metrics = new Metrics(observations, {
    transactions: () => ({ servers: 3, clients: 4 }),
    bindings: () => 2,
    socketsInRuns: () => 1,
  });
  return new HttpService(
    { host: "127.0.0.1", port: 0, token, names: [], origins: [] },
    {
      version: "0.0.1",
      state: () => ({ state, running: 7 }),
      domains: () => ["example.org", "<script>alert(1)</script>"],
      listening: () => ["udp:127.0.0.1:5060"],
      bindings: (aor, limit) => {
        if (aor === "boom") throw new Error("boom");
        const each = { contact: "sip:a@b", q: 1, expires: 60, reachable: true, source: "UDP 192.0.2.7:5060", path: "" };
        const more = { instance: "", regId: 0, userAgent: "", callId: "c", cseq: 1 };
        return [{ addressOfRecord: aor ?? `all ${limit}`, ...each, ...more }];
      },
      calls: new RecentCalls(observations, 3),
      events: new EventFeed(observations),
      metrics,
      access: { token, names: () => ["example.org", "pbx.example.net"] },
      dial: [],
      site: null,
      onFailure: (error) => failures.push(error),
    },
    limits,
  );
}

const open = start(null);
const guarded = start("0123456789abcdef");

before(async () => {
  for (const service of [open, guarded]) assert.equal(await service.listen(), null);
  guarded.server.on("upgrade", (_, socket) =>
    socket.end("HTTP/1.1 101 Fine\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
  );
});
after(() => Promise.all([open.close(), guarded.close()]));

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: string;
}

function ask(path: string, headers: OutgoingHttpHeaders = {}, service = open, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`http://${service.address}${path}`, { method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        body += text;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on("error", reject).end();
  });
}

function call(callId: string): Observation {
  const branches = [
    { name: "desk", target: "sip:x", status: 603, received: true, canceled: false, afterMs: 5, note: "" },
  ];
  return {
    type: "decided",
    at: 1000,
    callId,
    from: "sip:bob@x",
    to: "sip:alice@x",
    status: 603,
    phrase: "Decline",
    decidedBy: "callee",
    why: "",
    afterMs: 9,
    branches,
  };
}

test("healthz is 200 when ready and 503 while draining, under any name", async () => {
  const ready = await ask("/healthz", { host: "anything.example" });
  assert.deepEqual([ready.status, JSON.parse(ready.body)], [200, { state: "ready", running: 7 }]);
  state = "draining";
  assert.equal((await ask("/healthz")).status, 503);
  state = "ready";
});

test("without a site, / leads to the console", async () => {
  const { status, headers } = await ask("/");
  assert.deepEqual([status, headers.location], [302, "/console"]);
});

test("the status page escapes what it shows and allows nothing but its own style", async () => {
  const page = await ask("/console");
  assert.equal(page.status, 200);
  assert.match(page.body, /<title>Ringback: example\.org<\/title>/);
  assert.match(page.body, /udp:127\.0\.0\.1:5060/);
  assert.doesNotMatch(page.body, /<script/);
  assert.match(String(page.headers["content-security-policy"]), /^default-src 'none'; style-src 'sha256-/);
  assert.equal(page.headers["x-content-type-options"], "nosniff");
});

test("bindings, with a filter and a limit", async () => {
  const of = async (query: string): Promise<string> =>
    JSON.parse((await ask(`/api/bindings${query}`)).body).bindings[0].addressOfRecord;
  assert.equal(await of(""), "all 1000");
  assert.equal(await of("?limit=5"), "all 5");
  assert.equal(await of("?limit=-5"), "all 1000");
  assert.equal(await of("?aor=alice%40example.org"), "alice@example.org");
});

test("the last calls, newest first, as many as the ring holds", async () => {
  for (const id of ["one", "two", "three", "four"]) observations.emit(call(id));
  const { calls } = JSON.parse((await ask("/api/calls")).body);
  assert.deepEqual(calls.map((each: { callId: string }) => each.callId), ["four", "three", "two"]); // biome-ignore format: short
  const { outcome, code, phrase, scope, decidedBy, line } = calls[0];
  const expected = {
    outcome: "rejected",
    code: 603,
    phrase: "Decline",
    scope: "everywhere",
    decidedBy: "callee",
    line: "603 to alice: desk 603 after 5 ms",
  };
  assert.deepEqual({ outcome, code, phrase, scope, decidedBy, line }, expected);
  assert.equal(JSON.parse((await ask("/api/calls?limit=1")).body).calls.length, 1);
});

test("what strangers write into calls is read as UTF-8, without what could steer a terminal", async () => {
  const phrase = Buffer.from("Occup\u00e9 \u001b[2J\u009b31m\u202e").toString("latin1");
  observations.emit({ ...call("odd"), from: `${phrase}${"x".repeat(9000)}`, phrase } as Observation);
  const [first] = JSON.parse((await ask("/api/calls?limit=1")).body).calls;
  assert.equal(first.callId, "odd");
  assert.equal(first.phrase, "Occupé 31m");
  assert.ok(first.from.length <= 200, String(first.from.length));
});

test("what an answer has of strangers as they wrote it is escaped, for curl shows it on a terminal", async () => {
  const odd = "c\u009b31m\u202e";
  const decided = call(odd);
  assert.ok(decided.type === "decided");
  const branches = decided.branches.map((each) => ({ ...each, target: odd }));
  observations.emit({ ...decided, branches });
  const { body, headers } = await ask("/api/calls?limit=1");
  const [first] = JSON.parse(body).calls;
  assert.deepEqual([first.callId, first.branches[0].target, headers["content-type"]], [odd, odd, "application/json"]);
  assert.doesNotMatch(body, /[\x7f-\x9f\u202e]/);
  assert.doesNotMatch((await ask(`/api/bindings?aor=${encodeURIComponent(odd)}`)).body, /[\x7f-\x9f\u202e]/);
});

const refusals: [string, string, OutgoingHttpHeaders, number][] = [
  ["a name of nobody's", "/console", { host: "evil.example" }, 421],
  ["a name that only looks local", "/api/calls", { host: "localhost.evil.example" }, 421],
  ["metrics under a rebound name", "/metrics", { host: "evil.example:8060" }, 421],
  ["no readable name", "/console", { host: "a b" }, 400],
  ["a client behind a proxy", "/api/bindings", { "x-forwarded-for": "192.0.2.1" }, 403],
  ["a client behind a proxy, RFC 7239", "/console", { forwarded: "for=192.0.2.1" }, 403],
  ["a client behind a proxy that says no more", "/api/calls", { via: "1.1 proxy" }, 403],
  ["a client behind nginx", "/api/calls", { "x-real-ip": "192.0.2.1" }, 403],
  ["a page that is not there", "/nothing", {}, 404],
  ["an unknown type of event", "/api/events?types=decied", {}, 400],
  ["the WebSocket path without an upgrade", "/sip", {}, 426],
];
for (const [title, path, headers, status] of refusals) {
  test(`refused with ${status}: ${title}`, async () => {
    const answer = await ask(path, headers);
    assert.equal(answer.status, status);
    assert.doesNotMatch(answer.body.trim(), /\n/);
  });
}

const names = [
  "localhost:8060",
  "app.localhost",
  "127.0.0.1",
  "[::1]:8060",
  "192.0.2.7",
  "Example.Org:8060",
  "pbx.example.net.",
];
for (const host of names) {
  test(`answers to ${host}`, async () => assert.equal((await ask("/console", { host })).status, 200));
}

test("other methods are refused, and an exception in a handler is a 500 that is told", async () => {
  assert.equal((await ask("/console", {}, open, "POST")).status, 405);
  assert.equal((await ask("/api/events", {}, open, "HEAD")).status, 200);
  assert.equal((await ask("/api/bindings?aor=boom")).status, 500);
  assert.match(String(failures), /boom/);
});

test("with a token everybody needs it, for everything private and nothing else", async () => {
  const basic = (password: string): OutgoingHttpHeaders => ({
    authorization: `Basic ${Buffer.from(`me:${password}`).toString("base64")}`,
  });
  const status = async (path: string, headers: OutgoingHttpHeaders = {}): Promise<number> =>
    (await ask(path, headers, guarded)).status;
  assert.equal(await status("/api/calls"), 401);
  assert.equal(await status("/console", { authorization: "Bearer 0123456789abcdeg" }), 401);
  assert.equal(await status("/console", { authorization: "Bearer 0123456789abcdef" }), 200);
  assert.equal(await status("/console", basic("0123456789abcdef")), 200);
  assert.equal(await status("/console", basic("wrong")), 401);
  assert.equal(await status("/metrics"), 200);
  assert.equal(await status("/healthz"), 200);
  assert.equal(
    (await ask("/console", {}, guarded)).headers["www-authenticate"],
    'Basic realm="ringback", charset="UTF-8"',
  );
});

test("events arrive as they happen; those of a type not asked for do not", async () => {
  assert.equal(observations.wants.dropped, true); // the metrics count them
  const text = await new Promise<string>((resolve, reject) => {
    const sent = request(`http://${open.address}/api/events?types=decided`, (response) => {
      assert.equal(response.headers["content-type"], "text/event-stream");
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        if (body === "") {
          observations.emit({ type: "dropped", at: 1, source: "x", why: "y" });
          observations.emit(call("line\nbreak\u009b"));
        }
        body += part;
        if (body.includes("event:") && body.endsWith("\n\n")) {
          sent.destroy();
          resolve(body);
        }
      });
    });
    sent.on("error", reject).end();
  });
  const [, event] = text.split("\n\n");
  assert.match(event ?? "", /^event: decided\ndata: \{"at":1000,"callId":"line\\nbreak\\u009b"/);
  assert.doesNotMatch(text, /dropped/);
});

test("a reader of events that reads nothing loses events and costs a bounded amount", async () => {
  const feed = new EventFeed(observations);
  const stream = feed.open("decided");
  assert.ok(stream instanceof ReadableStream);
  for (let i = 0; i < 2000; i++) observations.emit(call(`call ${i}`));
  const reader = stream.getReader();
  let octets = 0;
  let events = 0;
  let next = reader.read();
  for (;;) {
    const chunk = await Promise.race([next, new Promise<null>((resolve) => setImmediate(resolve, null))]);
    if (chunk === null) break;
    octets += chunk.value?.length ?? 0;
    events++;
    next = reader.read();
  }
  assert.ok(octets < 300_000 && events > 100 && events < 1900, `${events} events of ${octets} octets`);
  observations.emit(call("after"));
  assert.match(new TextDecoder().decode((await next).value), /^event: lost\ndata: \{"count":\d+\}\n\n$/);
  feed.close();
});

test("there is room for a few readers only, and closing the feed ends them", async () => {
  const feed = new EventFeed(observations);
  const streams = Array.from({ length: 16 }, () => feed.open(undefined));
  assert.ok(streams.every((each) => each instanceof ReadableStream));
  assert.deepEqual(feed.open(undefined), { status: 503, text: "16 readers are connected already" });
  feed.close();
  const reader = (streams[0] as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  assert.equal((await reader.read()).done, true);
});

for (const [host, title, status] of [
  ["evil.example", "a name of nobody's", 421],
  ["localhost", "its own name", 101],
] as const) {
  test(`WebSocket upgrade under ${title}: ${status}`, async () => {
    const headers = { host, connection: "Upgrade", upgrade: "websocket" };
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`http://${guarded.address}/sip`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("upgrade", (response, socket) => {
        socket.destroy();
        resolve(response.statusCode);
      });
      sent.on("error", reject).end();
    });
    assert.equal(answered, status);
  });
}

test("a port in use is named, with its holder where the system tells", async () => {
  const [host = "", port] = open.address.split(":");
  const settings = { host, port: Number(port), token: null, names: [], origins: [] };
  const second = new HttpService(
    settings,
    (open as unknown as { parts: ConstructorParameters<typeof HttpService>[1] }).parts,
  );
  assert.match(
    (await second.listen()) ?? "",
    new RegExp(`^HTTP 127\\.0\\.0\\.1:${port} is in use( by .*process ${process.pid}.*)?; choose another with --http`),
  );
});

test("one address may open so many connections and no more, and a place is given back", async () => {
  const service = start(null, { ...defaultLimits, connectionsPerSource: 2 });
  assert.equal(await service.listen(), null);
  const accepted: Socket[] = [];
  service.server.on("connection", (socket) => accepted.push(socket));
  const [host = "", port] = service.address.split(":");
  const held: Socket[] = [];
  for (let i = 0; i < 2; i++) {
    const socket = connect(Number(port), host);
    held.push(socket);
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await once(socket, "data");
  }
  await assert.rejects(ask("/healthz", {}, service), /socket hang up|ECONNRESET/);
  held[0]?.destroy();
  await once(accepted[0] as Socket, "close");
  assert.equal((await ask("/healthz", { connection: "close" }, service)).status, 200);
  held[1]?.destroy();
  await service.close();
});
