import assert from "node:assert/strict";
import { test } from "node:test";
import { type Clock, type Fault, type Kernel, ObservationStream, TimerWheel } from "../../src/kernel/mod.ts";
import { parseSipUri } from "../../src/syntax/mod.ts";
import {
  type Answer,
  hostPort,
  Locator,
  type LocatorOptions,
  type NaptrRecord,
  type Protocol,
  type Resolver,
  type SrvRecord,
  type Target,
} from "../../src/transport/mod.ts";

/** A resolver that follows a script: records by "type name", and "fails" or "hangs" for the rest of what DNS does. */
class Script implements Resolver {
  readonly asked: string[] = [];
  private readonly zone: Record<string, readonly unknown[] | "fails" | "hangs">;
  ttl = 60;

  constructor(zone: Record<string, readonly unknown[] | "fails" | "hangs">) {
    this.zone = zone;
  }

  naptr(name: string): Promise<Answer<NaptrRecord>> {
    return this.answer(`NAPTR ${name}`);
  }
  srv(name: string): Promise<Answer<SrvRecord>> {
    return this.answer(`SRV ${name}`);
  }
  a(name: string): Promise<Answer<string>> {
    return this.answer(`A ${name}`);
  }
  aaaa(name: string): Promise<Answer<string>> {
    return this.answer(`AAAA ${name}`);
  }

  private answer<T>(question: string): Promise<Answer<T>> {
    this.asked.push(question);
    const found = this.zone[question] ?? [];
    if (found === "fails") return Promise.reject(new Error("SERVFAIL"));
    if (found === "hangs") return new Promise(() => {});
    return Promise.resolve({ records: found as readonly T[], ttl: this.ttl });
  }
}

class VirtualClock implements Clock {
  time = 1_000_000;
  now(): number {
    return this.time;
  }
}

interface Setting {
  readonly locator: Locator;
  readonly resolver: Script;
  readonly clock: VirtualClock;
  /** Fractions the random source yields next; 0 when used up. */
  readonly lots: number[];
  /** Lets `ms` pass. */
  pass(ms: number): void;
  /** The targets of a URI as "UDP 192.0.2.1:5060", or the text of the fault. */
  to(uri: string, size?: number): Promise<string[] | string>;
}

type Zone = ConstructorParameters<typeof Script>[0];

function setting(zone: Zone = {}, listening = "UDP TCP TLS", options: LocatorOptions = {}): Setting {
  const clock = new VirtualClock();
  const lots: number[] = [];
  const kernel: Kernel = {
    clock,
    wheel: new TimerWheel(clock),
    random: { fraction: () => lots.shift() ?? 0, token: () => "" },
    hash: { md5: String, sha256: String, sha512_256: String, hmacSha256: String },
    observations: new ObservationStream(),
    defer: (work) => work(),
  };
  const listeners = listening.split(" ").map((each) => {
    const [protocol, family] = each.split("/");
    return { protocol: protocol as Protocol, host: family === "6" ? "::" : "0.0.0.0", port: 5060, sentBy: "" };
  });
  const resolver = new Script(zone);
  const locator = new Locator(kernel, resolver, { listeners }, options);
  const pass = (ms: number): void => {
    clock.time += ms;
    kernel.wheel.advance();
  };
  const to = async (uri: string, size = 500): Promise<string[] | string> => told(await locator.locate(sip(uri), size));
  return { locator, resolver, clock, lots, pass, to };
}

function sip(text: string) {
  const uri = parseSipUri(text);
  assert.ok(uri !== null, text);
  return uri;
}

function told(found: Target[] | Fault): string[] | string {
  return "blame" in found
    ? found.text
    : found.map((target) => `${target.protocol} ${hostPort(target.host, target.port)}`);
}

function srv(priority: number, weight: number, port: number, target: string): SrvRecord {
  return { priority, weight, port, target };
}

function naptr(order: number, service: string, replacement: string, more: Partial<NaptrRecord> = {}): NaptrRecord {
  return { order, preference: 50, flags: "s", service, regexp: "", replacement, ...more };
}

const numeric: [string, string][] = [
  // §4.1: "the client SHOULD use UDP for a SIP URI, and TCP for a SIPS URI", the latter with TLS (RFC 3261 §26.2.2)
  ["sip:192.0.2.1", "UDP 192.0.2.1:5060"],
  ["sip:192.0.2.1:5070", "UDP 192.0.2.1:5070"],
  ["sip:a@192.0.2.1;transport=tcp", "TCP 192.0.2.1:5060"],
  ["sip:a@192.0.2.1;transport=TLS", "TLS 192.0.2.1:5061"],
  ["sip:a@192.0.2.1;transport=ws", "WS 192.0.2.1:80"],
  ["sips:192.0.2.1", "TLS 192.0.2.1:5061"],
  ["sips:192.0.2.1:5060", "TLS 192.0.2.1:5060"],
  ["sips:192.0.2.1;transport=tcp", "TLS 192.0.2.1:5061"],
  ["sips:192.0.2.1;transport=ws", "WSS 192.0.2.1:443"],
  ["sip:[2001:db8::1]", "UDP [2001:db8::1]:5060"],
  // RFC 3263 §4: TARGET is the maddr when there is one
  ["sip:example.test;maddr=192.0.2.9", "UDP 192.0.2.9:5060"],
  ["sip:192.0.2.1:5070;maddr=192.0.2.9;transport=tcp", "TCP 192.0.2.9:5070"],
];

test("numeric hosts are answered at once", () => {
  const { locator } = setting({}, "UDP TCP TLS WS WSS UDP/6");
  for (const [uri, expected] of numeric) {
    const found = locator.locate(sip(uri), 500);
    assert.ok(Array.isArray(found), uri);
    assert.deepEqual(told(found), [expected], uri);
    assert.equal(found[0]?.domain, "");
  }
});

test("localhost is loopback, in the families listened to, without the DNS", async () => {
  const { locator, resolver, to } = setting({}, "UDP UDP/6 TCP");
  assert.ok(Array.isArray(locator.locate(sip("sip:localhost"), 500)));
  assert.deepEqual(await to("sip:localhost"), ["UDP 127.0.0.1:5060", "UDP [::1]:5060"]);
  assert.deepEqual(await to("sip:a@LOCALHOST.:5070;transport=tcp"), ["TCP 127.0.0.1:5070"]);
  assert.deepEqual(await to("sip:a@phone.localhost"), ["UDP 127.0.0.1:5060", "UDP [::1]:5060"]);
  assert.deepEqual(resolver.asked, []);
});

test("what cannot be located is a fault, without a question", async () => {
  const { to, resolver } = setting({}, "UDP");
  assert.equal(await to("sips:192.0.2.1"), "no listener leads to 192.0.2.1");
  assert.equal(await to("sip:[2001:db8::1]"), "no listener leads to 2001:db8::1");
  assert.equal(await to("sips:example.test;transport=udp"), "transport=udp is not usable here");
  assert.equal(await to("sip:example.test;transport=sctp"), "transport=sctp is not usable here");
  assert.equal(await to("sip:x@df7jal23ls0d.invalid;transport=ws"), "df7jal23ls0d.invalid has no address");
  assert.equal(await to("sip:example.test;transport=tcp"), "no listener speaks TCP");
  assert.deepEqual(resolver.asked, []);
});

test("a port means addresses only, also when it is 5060 (§4.2)", async () => {
  const { to, resolver } = setting({ "A example.test": ["192.0.2.1", "192.0.2.2"] });
  assert.deepEqual(await to("sip:example.test:5060"), ["UDP 192.0.2.1:5060", "UDP 192.0.2.2:5060"]);
  assert.deepEqual(await to("sip:Example.TEST.:5080;transport=tcp"), ["TCP 192.0.2.1:5080", "TCP 192.0.2.2:5080"]);
  assert.deepEqual(await to("sips:example.test:5080"), ["TLS 192.0.2.1:5080", "TLS 192.0.2.2:5080"]);
  assert.deepEqual(resolver.asked, ["A example.test"]);
});

test("a transport without a port means its SRV records, then the addresses (§4.2)", async () => {
  const zone = {
    "SRV _sip._tcp.example.test": [srv(0, 0, 5070, "one.example.test")],
    "SRV _sips._tcp.example.test": [srv(0, 0, 5071, "one.example.test")],
    "A one.example.test": ["192.0.2.1"],
    "A example.test": ["192.0.2.9"],
  };
  const { to, resolver, locator } = setting(zone);
  assert.deepEqual(await to("sip:example.test;transport=tcp"), ["TCP 192.0.2.1:5070"]);
  assert.deepEqual(await to("sips:example.test;transport=tcp"), ["TLS 192.0.2.1:5071"]);
  assert.deepEqual(await to("sip:example.test;transport=tls"), ["TLS 192.0.2.1:5071"]);
  assert.deepEqual(await to("sip:example.test;transport=udp"), ["UDP 192.0.2.9:5060"]);
  assert.ok(!resolver.asked.some((question) => question.startsWith("NAPTR")));
  const found = await locator.locate(sip("sips:example.test;transport=tcp"), 500);
  assert.equal((found as Target[])[0]?.domain, "example.test", "the certificate is checked for the name asked for");
});

test("NAPTR says which transports, in its order (§4.1)", async () => {
  const zone = {
    "NAPTR example.test": [
      naptr(100, "SIP+D2U", "_sip._udp.example.test"),
      naptr(50, "SIPS+D2T", "_sips._tcp.elsewhere.test"),
      naptr(90, "sip+d2t", "_sip._tcp.elsewhere.test"),
      naptr(10, "SIP+D2S", "_sip._sctp.example.test"),
      naptr(11, "E2U+sip", "x.example.test", { flags: "u", regexp: "!^.*$!sip:a@b!" }),
      naptr(12, "SIP+D2W", "_sip._ws.example.test"),
      naptr(13, "SIP+D2T", "", {}),
    ],
    "SRV _sip._udp.example.test": [srv(0, 0, 5060, "u.example.test")],
    "SRV _sips._tcp.elsewhere.test": [srv(0, 0, 5061, "s.example.test")],
    "SRV _sip._tcp.elsewhere.test": [srv(0, 0, 5060, "t.elsewhere.test")],
    "SRV _sip._ws.example.test": [srv(0, 0, 80, "w.example.test")],
    "A u.example.test": ["192.0.2.1"],
    "A s.example.test": ["192.0.2.2"],
    "A t.elsewhere.test": ["192.0.2.3"],
    "A w.example.test": ["192.0.2.4"],
  };
  const all = ["TLS 192.0.2.2:5061", "TCP 192.0.2.3:5060", "UDP 192.0.2.1:5060"];
  assert.deepEqual(await setting(zone).to("sip:example.test"), all);
  assert.deepEqual(await setting(zone, "UDP TCP").to("sip:example.test"), all.slice(1));
  assert.deepEqual(await setting(zone).to("sips:example.test"), all.slice(0, 1));
  const browser = setting(zone, "WS TCP", { protocols: ["WS", "TCP"] });
  assert.deepEqual(await browser.to("sip:example.test"), ["WS 192.0.2.4:80", "TCP 192.0.2.3:5060"]);
});

test("equal orders go by preference", async () => {
  const zone = {
    "NAPTR example.test": [
      naptr(10, "SIP+D2U", "u.test", { preference: 20 }),
      naptr(10, "SIP+D2T", "t.test", { preference: 10 }),
    ],
    "SRV u.test": [srv(0, 0, 5060, "host.test")],
    "SRV t.test": [srv(0, 0, 5060, "host.test")],
    "A host.test": ["192.0.2.1"],
  };
  assert.deepEqual(await setting(zone).to("sip:example.test"), ["TCP 192.0.2.1:5060", "UDP 192.0.2.1:5060"]);
});

test("without NAPTR the SRV records of every protocol are looked for, without SRV the addresses", async () => {
  const zone = {
    "SRV _sip._tcp.example.test": [srv(0, 0, 5070, "one.test")],
    "SRV _sips._tcp.example.test": [srv(0, 0, 5071, "one.test")],
    "A one.test": ["192.0.2.1"],
    "A example.test": ["192.0.2.9"],
    "A bare.test": ["192.0.2.8"],
  };
  const { to, resolver } = setting(zone);
  assert.deepEqual(await to("sip:example.test"), ["TCP 192.0.2.1:5070", "TLS 192.0.2.1:5071"]);
  assert.deepEqual(await to("sips:example.test"), ["TLS 192.0.2.1:5071"]);
  assert.deepEqual(await to("sip:bare.test"), ["UDP 192.0.2.8:5060"]);
  assert.deepEqual(await to("sips:bare.test"), ["TLS 192.0.2.8:5061"]);
  assert.ok(resolver.asked.includes("SRV _sip._udp.example.test"));
  // NAPTR records that lead nowhere are as good as none.
  const dangling = { ...zone, "NAPTR example.test": [naptr(1, "SIP+D2U", "_sip._udp.gone.test")] };
  assert.deepEqual(await setting(dangling).to("sip:example.test"), ["TCP 192.0.2.1:5070", "TLS 192.0.2.1:5071"]);
});

test("the target '.' says that there is no such service, and no address is asked for (RFC 2782)", async () => {
  const zone = { "SRV _sip._tcp.example.test": [srv(0, 0, 5060, ".")], "A example.test": ["192.0.2.9"] };
  const { to, resolver } = setting(zone);
  const text = await to("sip:example.test;transport=tcp");
  assert.equal(text, "the DNS knows no address to reach example.test by");
  assert.deepEqual(resolver.asked, ["SRV _sip._tcp.example.test"]);
});

test("SRV records go by priority, then by lot in proportion to their weights (RFC 2782)", async () => {
  const zone: Zone = {
    "SRV _sip._udp.example.test": [
      srv(20, 100, 5060, "backup.test"),
      srv(10, 60, 5060, "a.test"),
      srv(10, 20, 5060, "b.test"),
      srv(10, 0, 5060, "zero.test"),
    ],
    "A backup.test": ["192.0.2.100"],
    "A a.test": ["192.0.2.60"],
    "A b.test": ["192.0.2.20"],
    "A zero.test": ["192.0.2.10"],
  };
  const order = async (...lots: number[]): Promise<string> => {
    const world = setting(zone);
    world.lots.push(...lots);
    const found = await world.to("sip:example.test;transport=udp");
    return (found as string[]).map((text) => /\.(\d+):/.exec(text)?.[1]).join(" ");
  };
  // The running sums are zero 0, a 60, b 80; the lot is drawn from 0 to 80 inclusive.
  assert.equal(await order(0, 0, 0), "10 60 20 100");
  assert.equal(await order(1 / 81, 0, 0), "60 10 20 100");
  assert.equal(await order(60.5 / 81, 0, 0), "60 10 20 100");
  assert.equal(await order(61 / 81, 0, 0), "20 10 60 100");
  assert.equal(await order(0.999, 0.999, 0), "20 60 10 100");
  const firsts = { "10": 0, "60": 0, "20": 0 } as Record<string, number>;
  for (let i = 0; i < 810; i++) {
    const first = (await order((i + 0.5) / 810)).split(" ")[0] as string;
    firsts[first] = (firsts[first] ?? 0) + 1;
  }
  assert.deepEqual(firsts, { "10": 10, "60": 600, "20": 200 });
});

test("both families are asked for, the first listener's first, and servers are not interleaved (RFC 7984)", async () => {
  const zone = {
    "SRV _sip._udp.example.test": [srv(10, 0, 5060, "one.test"), srv(20, 0, 5060, "two.test")],
    "A one.test": ["192.0.2.1"],
    "AAAA one.test": ["2001:db8::1"],
    "A two.test": ["192.0.2.2"],
    "AAAA two.test": ["2001:db8::2"],
  };
  const uri = "sip:example.test;transport=udp";
  const v6 = ["UDP [2001:db8::1]:5060", "UDP [2001:db8::2]:5060"];
  const v4 = ["UDP 192.0.2.1:5060", "UDP 192.0.2.2:5060"];
  assert.deepEqual(await setting(zone, "UDP/6 UDP").to(uri), [v6[0], v4[0], v6[1], v4[1]]);
  assert.deepEqual(await setting(zone, "UDP UDP/6").to(uri), [v4[0], v6[0], v4[1], v6[1]]);
  const only = setting(zone, "UDP/6 TCP");
  assert.deepEqual(await only.to(uri), v6);
  assert.ok(!only.resolver.asked.some((question) => question.startsWith("A ")));
});

test("large requests go by TCP first and by UDP after it, where nothing asks for UDP (RFC 3261 §18.1.1)", async () => {
  const zone = {
    "SRV _sip._udp.both.test": [srv(0, 0, 5070, "u.test")],
    "SRV _sip._tcp.both.test": [srv(0, 0, 5080, "t.test")],
    "A u.test": ["192.0.2.1"],
    "A t.test": ["192.0.2.2"],
    "A bare.test": ["192.0.2.3"],
  };
  const { to } = setting(zone, "UDP TCP");
  assert.deepEqual(await to("sip:192.0.2.1", 1300), ["UDP 192.0.2.1:5060"]);
  assert.deepEqual(await to("sip:192.0.2.1", 1301), ["TCP 192.0.2.1:5060", "UDP 192.0.2.1:5060"]);
  assert.deepEqual(await to("sip:192.0.2.1;transport=udp", 1301), ["UDP 192.0.2.1:5060"]);
  assert.deepEqual(await to("sip:192.0.2.1;transport=tcp", 1301), ["TCP 192.0.2.1:5060"]);
  assert.deepEqual(await to("sip:both.test", 1301), ["TCP 192.0.2.2:5080", "UDP 192.0.2.1:5070"]);
  assert.deepEqual(await to("sip:both.test"), ["UDP 192.0.2.1:5070", "TCP 192.0.2.2:5080"]);
  assert.deepEqual(await to("sip:bare.test", 1301), ["TCP 192.0.2.3:5060", "UDP 192.0.2.3:5060"]);
  assert.deepEqual(await setting(zone, "UDP").to("sip:192.0.2.1", 1301), ["UDP 192.0.2.1:5060"]);
  assert.deepEqual(await setting(zone, "UDP TCP/6").to("sip:192.0.2.1", 1301), ["UDP 192.0.2.1:5060"]);
  const lenient = setting(zone, "UDP TCP", { largestDatagram: 9000 });
  assert.deepEqual(await lenient.to("sip:192.0.2.1", 1301), ["UDP 192.0.2.1:5060"]);
});

test("targets that failed come last for half a minute", async () => {
  const { to, locator, pass } = setting({ "A example.test": ["192.0.2.1", "192.0.2.2", "192.0.2.3"] });
  const uri = "sip:example.test:5060";
  const all = ["UDP 192.0.2.1:5060", "UDP 192.0.2.2:5060", "UDP 192.0.2.3:5060"];
  locator.markFailed({ protocol: "UDP", host: "192.0.2.1", port: 5060, domain: "whatever" });
  locator.markFailed({ protocol: "TCP", host: "192.0.2.2", port: 5060, domain: "" });
  assert.deepEqual(await to(uri), [all[1], all[2], all[0]]);
  assert.deepEqual(await to("sip:192.0.2.1"), [all[0]], "the only one stays");
  pass(29_000);
  assert.deepEqual(await to(uri), [all[1], all[2], all[0]]);
  pass(1_000);
  assert.deepEqual(await to(uri), all);
});

test("the memory of failures is bounded, the oldest go first", async () => {
  const { to, locator } = setting({ "A example.test": ["192.0.2.1", "192.0.2.2"] });
  locator.markFailed({ protocol: "UDP", host: "192.0.2.1", port: 5060, domain: "" });
  for (let i = 0; i < 1000; i++) locator.markFailed({ protocol: "UDP", host: "192.0.2.9", port: 1 + i, domain: "" });
  assert.deepEqual(await to("sip:example.test:5060"), ["UDP 192.0.2.1:5060", "UDP 192.0.2.2:5060"]);
});

test("answers are kept for their TTL, also that there is nothing, and asked for once", async () => {
  const world = setting({ "A example.test": ["192.0.2.1"] });
  const uri = sip("sip:example.test:5060");
  await Promise.all([world.locator.locate(uri, 1), world.locator.locate(uri, 1), world.locator.locate(uri, 1)]);
  assert.equal(world.resolver.asked.length, 1);
  await world.to("sip:nothing.test:5060");
  await world.to("sip:nothing.test:5060");
  assert.equal(world.resolver.asked.length, 2);
  world.pass(59_999);
  await world.to("sip:example.test:5060");
  assert.equal(world.resolver.asked.length, 2);
  world.pass(1);
  await world.to("sip:example.test:5060");
  await world.to("sip:nothing.test:5060");
  assert.equal(world.resolver.asked.length, 4);
  world.resolver.ttl = 0;
  world.pass(60_000);
  await world.to("sip:example.test:5060");
  await world.to("sip:example.test:5060");
  assert.equal(world.resolver.asked.length, 6);
});

test("a DNS that is silent is waited for 4 s a lookup, and said to be", async () => {
  const { to, pass, resolver } = setting({
    "A example.test": "hangs",
    "A broken.test": "fails",
    "A fine.test": ["192.0.2.1"],
  });
  const waiting = to("sip:example.test:5060");
  pass(3_900);
  assert.deepEqual(await to("sip:fine.test:5060"), ["UDP 192.0.2.1:5060"]);
  pass(200);
  assert.equal(await waiting, "the DNS gives no answer about example.test");
  assert.equal(await to("sip:broken.test:5060"), "the DNS gives no answer about broken.test");
  // For a moment it is not asked again.
  const asked = resolver.asked.length;
  assert.equal(await to("sip:broken.test:5060"), "the DNS gives no answer about broken.test");
  assert.equal(resolver.asked.length, asked);
  pass(5_000);
  await to("sip:broken.test:5060");
  assert.equal(resolver.asked.length, asked + 1);
});

test("a NAPTR or SRV that gets no answer does not keep the addresses away", async () => {
  const zone: Zone = {
    "NAPTR example.test": "fails",
    "SRV _sip._udp.example.test": "fails",
    "A example.test": ["192.0.2.1"],
  };
  assert.deepEqual(await setting(zone).to("sip:example.test"), ["UDP 192.0.2.1:5060"]);
});

test("lookups under way are bounded", async () => {
  const zone: Record<string, "hangs"> = {};
  for (let i = 0; i < 501; i++) zone[`A host${i}.test`] = "hangs";
  const { to, pass, resolver } = setting(zone);
  const waiting = Array.from({ length: 500 }, (_, i) => to(`sip:host${i}.test:5060`));
  assert.equal(await to("sip:host500.test:5060"), "the DNS gives no answer about host500.test");
  assert.equal(resolver.asked.length, 500);
  pass(4_100);
  for (const text of await Promise.all(waiting)) assert.match(String(text), /no answer/);
});
