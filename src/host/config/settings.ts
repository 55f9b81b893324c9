import { dirname, resolve } from "node:path";
import { defaultEventPolicy, defaultPolicy, type EventPolicy, type ServerPolicy } from "../../server/mod.ts";
import { hostPort } from "../../syntax/mod.ts";
import { isLoopback } from "../loopback.ts";
import { didYouMean } from "../suggest.ts";
import {
  isMisread,
  type ListenAddress,
  type Misread,
  misreadText,
  readDomain,
  readHttpAddress,
  readListen,
} from "./address.ts";
import type { LoadedConfig } from "./load.ts";
import type { ReadConfig } from "./schema.ts";

/** A listener with the name it gives itself: null stands for the address bound to. */
export interface ListenSetting extends ListenAddress {
  readonly advertise: { readonly host: string; readonly port: number | null } | null;
}

export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  readonly token: string | null;
  readonly names: readonly string[];
  readonly origins: readonly string[];
}

/** A user given on the command line; domain null means every served domain. */
export interface UserSetting {
  readonly name: string;
  readonly domain: string | null;
  readonly password: string;
}

/** Everything `serve` needs to know: configuration, flags and defaults in one. Paths are absolute. */
export interface Settings {
  readonly configFile: string | null;
  readonly configFiles: readonly string[];
  readonly policy: ServerPolicy;
  readonly listen: readonly ListenSetting[];
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly http: HttpSettings | null;
  /** Directory, or ":memory:". */
  readonly data: string;
  readonly users: readonly UserSetting[];
  /** Call lines: on standard output, nowhere, or appended to this file. */
  readonly logCalls: boolean | string;
  readonly lab: boolean;
  /** What bounds subscriptions and publications; null leaves all of them to the phones. */
  readonly events: EventPolicy | null;
}

/** The flags of `serve`, as typed. */
export interface ServeFlags {
  readonly config?: string;
  readonly domain?: readonly string[];
  readonly listen?: readonly string[];
  readonly http?: string | boolean;
  readonly data?: string;
  readonly user?: readonly string[];
  readonly auth?: string;
  readonly lab?: boolean;
  readonly quiet?: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** Thrown inside this file only; `resolveSettings` returns its text. */
class Refusal extends Error {}

const DEFAULT_DATA = ".ringback";
const DEFAULT_LISTEN = ["udp:127.0.0.1:5060", "tcp:127.0.0.1:5060"];
const DEFAULT_HTTP = { host: "127.0.0.1", port: 8060 };

/**
 * Flags over configuration over defaults. The result is a string, one line, when they cannot be used: a value that cannot be read, or a
 * combination that would let strangers in.
 */
export function resolveSettings(flags: ServeFlags, loaded: LoadedConfig | null, directory: string): Settings | string {
  try {
    return combine(flags, loaded, directory);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function combine(flags: ServeFlags, loaded: LoadedConfig | null, directory: string): Settings {
  const config: ReadConfig = loaded?.config ?? {};
  const base = loaded === null ? directory : dirname(loaded.file);
  const domains =
    flags.domain?.map((text) => reading("--domain", text, readDomain(text))) ?? config.domains ?? defaultPolicy.domains;
  const policy = policyOf(config, [...new Set(domains)], flags);
  const listen = distinct(listeners(flags, config));
  const http = httpOf(flags, config);
  const tls = tlsOf(flags, config, base, directory);
  if (listen.some((each) => each.protocol === "TLS") && tls === null) {
    throw new Refusal(
      "a tls: listener needs a certificate and its key (--tls-cert FILE --tls-key FILE, or tls in the configuration)",
    );
  }
  if (listen.length === 0 && http === null) throw new Refusal("there is nothing to listen on: no listener and no HTTP");
  refuseStrangers(policy, listen, http, flags.auth === undefined && config.unauthenticatedBeyondLoopback === true);
  return {
    configFile: loaded?.file ?? null,
    configFiles: loaded?.files ?? [],
    policy,
    listen,
    tls,
    http,
    data: dataOf(flags.data, loaded, directory),
    users: (flags.user ?? []).map((text) => readUser(text, policy.domains)),
    logCalls: flags.quiet === true ? false : logOf(config, base),
    events: config.events === false ? null : { ...defaultEventPolicy, ...config.events },
    lab: flags.lab ?? config.lab ?? (loaded === null && isBare(flags)),
  };
}

/** `ringback serve` and nothing that says what for: the first look at it. */
function isBare({ domain, listen, user, auth }: ServeFlags): boolean {
  return domain === undefined && listen === undefined && user === undefined && auth === undefined;
}

/** Where users and bindings are kept: the flag counts from `directory`, the configuration's own from the file. */
export function dataOf(flag: string | undefined, loaded: LoadedConfig | null, directory: string): string {
  if (flag === ":memory:" || (flag === undefined && loaded?.config.data === ":memory:")) return ":memory:";
  if (flag !== undefined) return resolve(directory, flag);
  if (loaded?.config.data !== undefined) return resolve(dirname(loaded.file), loaded.config.data);
  return resolve(directory, DEFAULT_DATA);
}

function reading<T>(flag: string, text: string, result: T | Misread): T {
  if (isMisread(result)) throw new Refusal(`${flag} '${text.slice(0, 80)}': ${misreadText(result)}`);
  return result;
}

function policyOf(config: ReadConfig, domains: readonly string[], flags: ServeFlags): ServerPolicy {
  const {
    domains: _,
    listen,
    tls,
    http,
    data,
    log,
    lab,
    events,
    unauthenticatedBeyondLoopback,
    timers,
    ...chosen
  } = config;
  const policy = { ...defaultPolicy, ...chosen, domains, timers: { ...defaultPolicy.timers, ...timers } };
  if (flags.auth !== undefined) {
    if (flags.auth !== "digest" && flags.auth !== "off")
      throw new Refusal(
        `--auth '${flags.auth.slice(0, 40)}' must be digest or off${didYouMean(flags.auth, ["digest", "off"])}`,
      );
    policy.authentication = flags.auth;
  }
  if (policy.minExpires > policy.maxExpires)
    throw new Refusal(`minExpires ${policy.minExpires} is greater than maxExpires ${policy.maxExpires}`);
  return { ...policy, defaultExpires: Math.max(policy.minExpires, Math.min(policy.defaultExpires, policy.maxExpires)) };
}

function listeners(flags: ServeFlags, config: ReadConfig): ListenSetting[] {
  const flagged = flags.listen?.map((text) => ({
    address: reading("--listen", text, readListen(text)),
    advertise: undefined,
  }));
  const chosen =
    flagged ??
    config.listen ??
    DEFAULT_LISTEN.map((text) => ({ address: readListen(text) as ListenAddress, advertise: undefined }));
  return chosen.map(({ address, advertise }) => ({ ...(address as ListenAddress), advertise: advertise ?? null }));
}

/** The same address twice would be a port in use by ourselves. Port 0 is a different port each time. */
function distinct(listen: readonly ListenSetting[]): ListenSetting[] {
  const key = (each: ListenSetting): string => `${each.protocol} ${each.host} ${each.port}`;
  return listen.filter((each, i) => each.port === 0 || listen.findIndex((other) => key(other) === key(each)) === i);
}

function httpOf(flags: ServeFlags, config: ReadConfig): HttpSettings | null {
  if (flags.http === false) return null;
  if (typeof flags.http !== "string" && config.http === false) return null;
  const chosen = config.http === false || config.http === undefined ? {} : config.http;
  const address =
    typeof flags.http === "string"
      ? reading("--http", flags.http, readHttpAddress(flags.http))
      : (chosen.listen ?? DEFAULT_HTTP);
  return { ...address, token: chosen.token ?? null, names: chosen.names ?? [], origins: chosen.origins ?? [] };
}

function tlsOf(flags: ServeFlags, config: ReadConfig, base: string, directory: string): Settings["tls"] {
  const { tlsCert, tlsKey } = flags;
  if (tlsCert !== undefined && tlsKey !== undefined)
    return { cert: resolve(directory, tlsCert), key: resolve(directory, tlsKey) };
  if (tlsCert !== undefined || tlsKey !== undefined) throw new Refusal("--tls-cert and --tls-key go together");
  const { cert, key } = config.tls ?? {};
  return cert === undefined || key === undefined ? null : { cert: resolve(base, cert), key: resolve(base, key) };
}

function logOf(config: ReadConfig, base: string): boolean | string {
  const calls = config.log?.calls ?? true;
  return typeof calls === "string" ? resolve(base, calls) : calls;
}

/** Without authentication whoever reaches a port is whoever he says; SIP over WebSocket arrives on the HTTP port. */
function refuseStrangers(
  policy: ServerPolicy,
  listen: readonly ListenSetting[],
  http: HttpSettings | null,
  saidInWords: boolean,
): void {
  if (policy.authentication !== "off" || saidInWords) return;
  const open = listen.find((each) => !isLoopback(each.host));
  const where =
    open !== undefined
      ? listenText(open)
      : http !== null && !isLoopback(http.host)
        ? `the HTTP port ${hostPort(http.host, http.port)}`
        : null;
  if (where !== null)
    throw new Refusal(
      `authentication off works on loopback only, and ${where} can be reached from elsewhere; use --auth digest`,
    );
}

/** `udp:127.0.0.1:5060`, as `readListen` reads it. */
export function listenText({ protocol, host, port }: ListenAddress): string {
  return `${protocol.toLowerCase()}:${hostPort(host, port)}`;
}

/** Reads `NAME:PASSWORD` or `NAME@DOMAIN:PASSWORD`. The password never stands in an error. */
function readUser(text: string, domains: readonly string[]): UserSetting {
  const colon = text.indexOf(":");
  const who = colon === -1 ? text : text.slice(0, colon);
  if (colon === -1 || colon === text.length - 1)
    throw new Refusal(`--user '${who.slice(0, 40)}' has no password; write NAME:PASSWORD`);
  if (/^sips?$/i.test(who))
    throw new Refusal(`--user '${who}:…': a user is named without ${who}:, as NAME:PASSWORD or NAME@DOMAIN:PASSWORD`);
  const address = reading("--user", who, readAddressOfRecord(who));
  if (address.domain !== null && !domains.includes(address.domain)) {
    throw new Refusal(
      `--user '${who.slice(0, 80)}': '${address.domain}' is no served domain (${domains.slice(0, 5).join(", ")})${didYouMean(address.domain, domains)}`,
    );
  }
  return { ...address, password: text.slice(colon + 1) };
}

/** Reads `NAME` or `NAME@DOMAIN`. The name is a user part of RFC 3261 §25.1 without escapes. */
export function readAddressOfRecord(text: string): { name: string; domain: string | null } | Misread {
  const at = text.indexOf("@");
  const name = at === -1 ? text : text.slice(0, at);
  if (!/^[A-Za-z0-9\-_.!~*'()&=+$,;?/]{1,128}$/.test(name)) {
    const bare = name.replace(/^sips?:/i, "");
    return {
      wrong: name === "" ? "the name is empty" : "it is no user name",
      instead: bare !== name && bare !== "" ? bare : null,
    };
  }
  if (at === -1) return { name, domain: null };
  const domain = readDomain(text.slice(at + 1));
  return isMisread(domain)
    ? { wrong: `its domain: ${domain.wrong}`, instead: domain.instead === null ? null : `${name}@${domain.instead}` }
    : { name, domain };
}
