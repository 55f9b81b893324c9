import type { Routes } from "../../server/mod.ts";
import { defaultEventPolicy } from "../../server/mod.ts";
import { hostPort, isHostname, isIPv6 } from "../../syntax/mod.ts";
import { type Misread, readDomain, readHttpAddress, readListen } from "./address.ts";
import { type Check, code, flag, list, type Problem, read, record, text, whole, word } from "./check.ts";

/** No whitespace, no control characters, long enough not to be guessed. */
function readToken(value: string): string | Misread {
  if (!/^[\x21-\x7e]+$/.test(value)) return { wrong: "a token is made of visible ASCII characters", instead: null };
  return value.length >= 16 ? value : { wrong: "a token shorter than 16 characters can be guessed", instead: null };
}

/** Goes into a quoted-string and into every HA1, so it stays plain. */
function readRealm(value: string): string | Misread {
  if (/^[\x20\x21\x23-\x5b\x5d-\x7e]{1,128}$/.test(value)) return value;
  return { wrong: 'a realm is 1 to 128 printable ASCII characters without " and \\', instead: null };
}

/** RFC 3261 §20.35, kept to what cannot break a header. */
function readServerName(value: string): string | Misread {
  if (/^[\x20-\x7e]{1,128}$/.test(value)) return value;
  return { wrong: "a server name is 1 to 128 printable ASCII characters", instead: null };
}

/** As a browser writes it: scheme and host, a port where it is not the usual one. */
function readOrigin(value: string): string | Misread {
  const origin = URL.canParse(value) ? new URL(value).origin : "null";
  if (value === "*" || value === origin) return value;
  return { wrong: "an origin is scheme and host (and port)", instead: origin === "null" ? null : origin };
}

/** `host:port`, `host` or `[v6]:port`; the result is what stands in Via. */
function readAdvertised(value: string): { host: string; port: number | null } | Misread {
  const parts = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(value);
  const host = parts?.[1] ?? parts?.[2] ?? "";
  const isHost = parts?.[1] === undefined ? isHostname(host) : isIPv6(host);
  const port = parts?.[3] === undefined ? null : Number(parts[3]);
  if (parts === null || !isHost || (port !== null && (port < 1 || port > 65535))) {
    return { wrong: "it is no host and port", instead: isIPv6(value) ? hostPort(value, null) : null };
  }
  return { host, port };
}

const listenText = read(readListen);
const listenRecord = record({ address: listenText, advertise: read(readAdvertised) }, ["address"]);
type Listen = ReturnType<typeof listenRecord>;

const listen: Check<Listen> = (value, path, problems) =>
  typeof value === "object" && value !== null
    ? listenRecord(value, path, problems)
    : { address: listenText(value, path, problems) };

const httpText = read(readHttpAddress);
const httpRecord = record({
  listen: httpText,
  token: read(readToken),
  names: list(read(readDomain)),
  origins: list(read(readOrigin)),
});
type Http = ReturnType<typeof httpRecord>;

const http: Check<Http | false> = (value, path, problems) => {
  if (value === false) return false;
  return typeof value === "object" && value !== null
    ? httpRecord(value, path, problems)
    : { listen: httpText(value, path, problems) };
};

const calls: Check<boolean | string> = (value, path, problems) =>
  typeof value === "string" ? text(value, path, problems) : flag(value, path, problems);

const serverName: Check<string | null> = (value, path, problems) =>
  value === null ? null : read(readServerName)(value, path, problems);

const DAY = 86_400;
const milliseconds = (least: number, most: number): Check<number> => whole(least, most, "milliseconds");
const seconds = (least: number, most: number): Check<number> => whole(least, most, "seconds");

/** The four moments of `Routes`. */
const routes: Check<Routes> = record({
  request: code<NonNullable<Routes["request"]>>(),
  branch: code<NonNullable<Routes["branch"]>>(),
  reply: code<NonNullable<Routes["reply"]>>(),
  failure: code<NonNullable<Routes["failure"]>>(),
});

const eventRecord = record({
  maxSubscriptions: whole(1, 10_000_000),
  maxSubscriptionsPerSource: whole(1, 10_000_000),
  maxSubscriptionsPerAddress: whole(1, 10_000_000),
  maxSubscriptionsPerUser: whole(1, 10_000_000),
  requestsPerSecond: whole(1, 1_000_000),
  burst: whole(1, 1_000_000),
  minExpires: seconds(1, 365 * DAY),
  maxExpires: seconds(1, 365 * DAY),
  maxPublications: whole(0, 10_000_000),
  maxPublicationsPerUser: whole(0, 1000),
  maxDocument: whole(200, 65_536, "octets"),
  callDetails: word("own", "everyone"),
});

const events: Check<ReturnType<typeof eventRecord> | false> = (value, path, problems) =>
  value === false ? false : eventRecord(value, path, problems);

/** Every key of a configuration and how its value is read; what is not here is refused. */
const readRecord = record({
  domains: list(read(readDomain)),
  listen: list(listen),
  tls: record({ cert: text, key: text }, ["cert", "key"]),
  http,
  data: text,
  authentication: word("digest", "off"),
  unauthenticatedBeyondLoopback: flag,
  realm: read(readRealm),
  digestAlgorithm: word("MD5", "SHA-256", "SHA-512-256"),
  foreignDomains: word("refuse", "relay"),
  mode: word("proxy", "redirect"),
  recursion: flag,
  routes,
  recordRoute: flag,
  maxContacts: whole(1, 1000),
  maxPendingPerUser: whole(1, 10_000_000),
  maxTransactions: whole(100, 10_000_000),
  minExpires: seconds(1, 365 * DAY),
  defaultExpires: seconds(1, 365 * DAY),
  maxExpires: seconds(1, 365 * DAY),
  maxBreadth: whole(1, 1000),
  timerC: milliseconds(1000, DAY * 1000),
  timers: record({ t1: milliseconds(10, 10_000), t2: milliseconds(10, 60_000), t4: milliseconds(10, 60_000) }),
  serverName,
  log: record({ calls }),
  events,
  lab: flag,
});

/** A configuration whose every value has been read: addresses in parts, domains in one spelling. */
export type ReadConfig = ReturnType<typeof readRecord>;

/** Reads the default export of a configuration file. With any problem the result is not to be used. */
export function readConfig(value: unknown): { config: ReadConfig; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const config = readRecord(value, [], problems);
  if (problems.length === 0) checkTogether(config, problems);
  return { config, problems };
}

/** What is only wrong in combination. */
function checkTogether(config: ReadConfig, problems: Problem[]): void {
  if (config.domains !== undefined && config.domains.length === 0)
    problems.push({ path: ["domains"], text: "domains is empty: no request would be local" });
  const { minExpires, maxExpires, defaultExpires } = config;
  const subscriptions = { ...defaultEventPolicy, ...(config.events === false ? {} : config.events) };
  if (subscriptions.minExpires > subscriptions.maxExpires) {
    const { minExpires: least, maxExpires: most } = subscriptions;
    problems.push({
      path: ["events", "minExpires"],
      text: `events.minExpires ${least} is greater than maxExpires ${most}`,
    });
  }
  if (minExpires !== undefined && maxExpires !== undefined && minExpires > maxExpires) {
    problems.push({ path: ["minExpires"], text: `minExpires ${minExpires} is greater than maxExpires ${maxExpires}` });
  }
  if (defaultExpires !== undefined && maxExpires !== undefined && defaultExpires > maxExpires) {
    problems.push({
      path: ["defaultExpires"],
      text: `defaultExpires ${defaultExpires} is greater than maxExpires ${maxExpires}`,
    });
  }
}
