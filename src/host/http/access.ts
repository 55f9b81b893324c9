import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { plainText } from "../../diagnosis/mod.ts";
import { canonicalHost, isIPv4, isIPv6 } from "../../syntax/mod.ts";
import { isLoopback } from "../loopback.ts";

/** Why a request is not served: a status and one line of text. */
export interface Refused {
  readonly status: 401 | 403 | 421;
  readonly text: string;
}

export interface AccessRules {
  /** Needed for everything but /healthz and /metrics when set. */
  readonly token: string | null;
  /** Host names this server answers to, besides addresses and localhost. Read at each request: domains may change. */
  readonly names: () => readonly string[];
}

/**
 * A page of a stranger's site can make a browser resolve that site's name to 127.0.0.1 and then read this server as its
 * own origin (DNS rebinding). So a name nobody gave this server is refused; an address cannot be rebound.
 */
export function checkHost(host: string | undefined, rules: AccessRules): Refused | null {
  const name = hostName(host ?? "");
  if (name !== null && isAnswered(name, rules)) return null;
  const shown = plainText(host ?? "", 80);
  return { status: 421, text: `this server is not called '${shown}'; name it in http.names of ringback.config.ts` };
}

/** What proxies add, each its own; a browser sends none of them. */
const proxyHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];

/** With a token: whoever knows it. Without: a client on this machine that no proxy speaks for. */
export function checkPrivate(request: IncomingMessage, rules: AccessRules): Refused | null {
  const { headers, socket } = request;
  if (rules.token !== null) {
    if (isToken(headers.authorization, rules.token)) return null;
    return {
      status: 401,
      text: "this needs the token of http.token: Authorization: Bearer TOKEN, or TOKEN as the password",
    };
  }
  const isForwarded = proxyHeaders.some((name) => headers[name] !== undefined);
  if (!isForwarded && isLoopback(socket.remoteAddress ?? "")) return null;
  return {
    status: 403,
    text: "this is for loopback only; set http.token in ringback.config.ts to read it from elsewhere",
  };
}

/** The name or address in a Host header, lower case and without brackets; null when it is neither. */
function hostName(host: string): string | null {
  const parts = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/?#@[\]]+))(?::\d{1,5})?$/.exec(host);
  const name = parts?.[1] ?? parts?.[2];
  return name === undefined ? null : canonicalHost(name);
}

function isAnswered(name: string, rules: AccessRules): boolean {
  if (name === "localhost" || name.endsWith(".localhost") || isIPv4(name) || isIPv6(name)) return true;
  return rules.names().some((each) => canonicalHost(each) === name);
}

/** Bearer, or Basic with any user name, which is what a browser asks a person for. */
function isToken(authorization: string | undefined, token: string): boolean {
  const parts = /^(Bearer|Basic) +([\x21-\x7e]+)$/i.exec(authorization ?? "");
  if (parts === null) return false;
  let given = parts[2] as string;
  if ((parts[1] as string).toLowerCase() === "basic") {
    const pair = Buffer.from(given, "base64").toString("latin1");
    given = pair.slice(pair.indexOf(":") + 1);
  }
  const a = Buffer.from(given, "latin1");
  const b = Buffer.from(token, "latin1");
  return a.length === b.length && timingSafeEqual(a, b);
}
