import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { createSecureContext, type PeerCertificate, type SecureContext } from "node:tls";
import { equalHost } from "../../syntax/mod.ts";

/** Each a file name, or the PEM text itself. */
export interface TlsFiles {
  /** Certificate chain, the server's own first. Without one there is no listening, only connections of our own. */
  readonly cert?: string;
  readonly key?: string;
  /** Authorities trusted for connections of our own; the system's when absent. */
  readonly ca?: string;
}

/** Certificate and key as read, and the context made of them. */
export interface TlsMaterial {
  readonly options: {
    readonly cert?: string;
    readonly key?: string;
    readonly ca?: string;
    readonly minVersion: "TLSv1.2";
  };
  readonly context: SecureContext;
}

/** What `files` hold, or one sentence on why it cannot be used. */
export function tlsMaterial(files: TlsFiles): TlsMaterial | string {
  const options: { cert?: string; key?: string; ca?: string; minVersion: "TLSv1.2" } = { minVersion: "TLSv1.2" };
  for (const part of ["cert", "key", "ca"] as const) {
    const named = files[part];
    if (named === undefined) continue;
    const text = pem(named);
    if (text === null) return `the TLS file ${named} cannot be read`;
    options[part] = text;
  }
  try {
    return { options, context: createSecureContext(options) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_OSSL_X509_KEY_VALUES_MISMATCH") return "the TLS key does not belong to the certificate";
    return `the TLS certificate or key cannot be used: ${message}`;
  }
}

function pem(named: string): string | null {
  if (named.includes("-----BEGIN")) return named;
  try {
    return readFileSync(named, "latin1");
  } catch {
    return null;
  }
}

/** Error code Node uses for a certificate that belongs to somebody else. */
const FOREIGN = "ERR_TLS_CERT_ALTNAME_INVALID";

/**
 * Whether the certificate belongs to the SIP domain, or numeric address, that the request was for (RFC 5922 §7.1, §7.2):
 * names match whole and wildcards never. In the form tls.connect asks for; the error carries a plain `reason`.
 */
export function checkSipIdentity(domain: string, certificate: PeerCertificate): Error | undefined {
  const names = sipIdentities(certificate, isIP(domain) !== 0);
  if (names.some((name) => equalHost(name, domain))) return undefined;
  const held = names.length === 0 ? "nobody" : names.slice(0, 5).join(", ");
  const reason = `the certificate is for ${held}, not for ${domain}`;
  return Object.assign(new Error(reason), { code: FOREIGN, reason });
}

/** The SIP domains a certificate speaks for; with `numeric` its addresses instead. */
export function sipIdentities(certificate: PeerCertificate, numeric = false): string[] {
  const alternatives = certificate.subjectaltname;
  if (alternatives === undefined || alternatives === "") {
    const names = certificate.subject?.CN ?? [];
    return numeric ? [] : [names].flat();
  }
  const entries = alternativeNames(alternatives);
  if (numeric) return valuesOf(entries, "IP Address:");
  const domains = valuesOf(entries, "URI:")
    .filter((uri) => /^sip:[^@]+$/i.test(uri))
    .map((uri) => uri.slice(4).replace(/[:;?].*$/, ""));
  // RFC 5922 §7.1: a DNS name counts "if and only if no other identity is found that matches the sip URI type".
  return domains.length > 0 ? domains : valuesOf(entries, "DNS:");
}

function valuesOf(entries: readonly string[], type: string): string[] {
  return entries.filter((entry) => entry.startsWith(type)).map((entry) => entry.slice(type.length));
}

/** Splits Node's one-line form; a value with a comma or quote in it is JSON, so that nobody smuggles a second name in. */
function alternativeNames(line: string): string[] {
  const found: string[] = [];
  for (const [entry] of line.matchAll(/[A-Za-z ]+:(?:"(?:[^"\\]|\\.)*"|[^,]*)/g)) {
    const text = entry.trimStart();
    const colon = text.indexOf(":");
    const value = text.slice(colon + 1);
    found.push(value.startsWith('"') ? `${text.slice(0, colon + 1)}${String(JSON.parse(value))}` : text);
  }
  return found;
}
