import type { Random } from "../../kernel/mod.ts";
import { equalHost, parseRoute, parseSipUri, quote, type SipUri, uriParam, writeQ } from "../../syntax/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import type { AgentCore } from "../core.ts";
import type { RegisterOptions } from "./register-options.ts";

/** The options, checked and completed. */
export interface RegisterPlan {
  readonly registrar: SipUri;
  /** Route values of the REGISTER itself: a Service-Route is not for it. */
  readonly routes: readonly string[];
  readonly instance: string | null;
  readonly regId: number;
  readonly gruu: boolean;
  /** Lines of further contacts, after the agent's own. */
  readonly further: string;
  readonly q: string;
  readonly keepAlive: number | null;
}

/** Reads the options; throws a TypeError or RangeError that says which makes no sense. */
export function planRegistration(core: AgentCore, options: RegisterOptions): RegisterPlan {
  const { settings } = core;
  const { registrar, proxy, q, contacts = [], regId = 1, keepAlive = null, gruu = true, expires } = options;
  if (expires !== undefined && !(expires > 0)) throw new RangeError("expires is a number of seconds above 0");
  if (!Number.isInteger(regId) || regId < 1) throw new RangeError("regId counts from 1 (RFC 5626 §4.2)");
  const target = registrar === undefined ? settings.aor : demandUri(registrar, "registrar");
  const outboundProxy = settings.outboundProxy === null ? [] : [settings.outboundProxy];
  const instance = options.instance ?? (options.outbound === true ? newInstance(core.kernel.random) : null);
  if (instance !== null && !/^urn:[!-;=?-~]+$/.test(instance)) throw new TypeError(`instance: "${instance}" is no URN`);
  return {
    // §10.2: "the userinfo and @ components of the SIP URI MUST NOT be present"; what else a URI of a person has neither.
    registrar: {
      ...target,
      user: null,
      password: null,
      headers: "",
      params: registrar === undefined ? "" : target.params,
    },
    routes: proxy === undefined ? outboundProxy : [loose(proxy)],
    instance,
    regId,
    gruu,
    q: q === undefined ? "" : `;q=${qvalue(q)}`,
    keepAlive,
    further: contacts
      .map((each) => {
        const { uri, q: preference, expires: seconds } = typeof each === "string" ? { uri: each } : each;
        demandUri(uri, "contacts");
        const params = preference === undefined ? "" : `;q=${qvalue(preference)}`;
        return `, <${uri}>${params}${seconds === undefined ? "" : `;expires=${Math.round(seconds)}`}`;
      })
      .join(""),
  };
}

/** The Contact value of a REGISTER that leaves by `flow`. */
export function contactOf(core: AgentCore, plan: RegisterPlan, outbound: boolean, flow: Flow): string {
  const uri = core.addressOn(flow);
  const named = plan.instance === null ? "" : `;+sip.instance=${quote(`<${plan.instance}>`)}`;
  const marked = outbound && uriParam(parseSipUri(uri)?.params ?? "", "ob") === null ? `${uri};ob` : uri;
  return `<${marked}>${plan.q}${named}${outbound ? `;reg-id=${plan.regId}` : ""}${plan.further}`;
}

function qvalue(q: number): string {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`q is from 0 to 1, not ${q}`);
  return writeQ(Math.round(q * 1000));
}

function demandUri(text: string, what: string): SipUri {
  const uri = parseSipUri(text);
  if (uri === null) throw new TypeError(`${what}: "${text}" is no sip: or sips: URI`);
  return uri;
}

function loose(text: string): string {
  const uri = demandUri(text, "proxy");
  return uriParam(uri.params, "lr") === null ? `<${text};lr>` : `<${text}>`;
}

/** A random URN that lasts as long as this process: one that is kept over restarts spares the registrar dead bindings. */
function newInstance(random: Random): string {
  const hex = (length: number): string => {
    let digits = "";
    while (digits.length < length) digits += Math.floor(random.fraction() * 16).toString(16);
    return digits;
  };
  const variant = "89ab"[Math.floor(random.fraction() * 4)];
  return `urn:uuid:${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}

/**
 * The routes of later requests: the outbound proxy, then what the registrar named (RFC 3608 §5), unless that begins with the proxy.
 * Values that are no routes, and all beyond 20, are passed over.
 */
export function serviceRoutes(first: readonly string[], values: readonly string[]): readonly string[] {
  const named = values.filter((value) => parseRoute(value) !== null).slice(0, 20);
  const proxy = first[0] === undefined ? null : parseRoute(first[0]);
  const next = named[0] === undefined ? null : parseRoute(named[0]);
  const same = proxy !== null && next !== null && samePlace(proxy.target, next.target);
  return same ? named : [...first, ...named];
}

function samePlace(a: SipUri, b: SipUri): boolean {
  return equalHost(a.host, b.host) && (a.port ?? 5060) === (b.port ?? 5060);
}
