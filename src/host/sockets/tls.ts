import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
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
  /** When the certificate ends, in milliseconds since the epoch; null without one. */
  readonly validUntil: number | null;
}

/** What `files` hold, or one sentence on why it cannot be used, which names the file. */
export function tlsMaterial(files: TlsFiles): TlsMaterial | string {
  const options: { cert?: string; key?: string; ca?: string; minVersion: "TLSv1.2" } = { minVersion: "TLSv1.2" };
  for (const part of ["cert", "key", "ca"] as const) {
    const named = files[part];
    if (named === undefined) continue;
    const read = pem(named);
    if (typeof read !== "string") return `the TLS file ${named} ${read.fault}`;
    options[part] = read;
  }
  const { cert, key } = options;
  const leaf = cert === undefined ? null : certificateIn(cert, `the TLS certificate ${shown(files.cert)}`);
  if (typeof leaf === "string") return leaf;
  const secret = key === undefined ? null : keyIn(key, `the TLS key ${shown(files.key)}`);
  if (typeof secret === "string") return secret;
  if (leaf !== null && secret !== null && !leaf.checkPrivateKey(secret))
    return `the TLS key ${shown(files.key)}does not belong to the certificate ${shown(files.cert)}`.trim();
  try {
    return {
      options,
      context: createSecureContext(options),
      validUntil: leaf === null ? null : Date.parse(leaf.validTo),
    };
  } catch (error) {
    return `the TLS certificate or key cannot be used: ${(error as Error).message}`;
  }
}

/** A file's name and a space; nothing for PEM text. */
function shown(named = ""): string {
  return named.includes("-----BEGIN") ? "" : `${named} `;
}

/** The first certificate of a chain, or why there is none. */
function certificateIn(text: string, named: string): X509Certificate | string {
  try {
    return new X509Certificate(text);
  } catch {
    const other = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) && !text.includes("-----BEGIN CERTIFICATE-----");
    return `${named}${other ? "is a private key" : "is no certificate in PEM form"}`;
  }
}

function keyIn(text: string, named: string): KeyObject | string {
  try {
    return createPrivateKey(text);
  } catch {
    if (text.includes("ENCRYPTED"))
      return `${named}asks for a passphrase; take it off with: openssl pkey -in KEY -out NEW`;
    const other = text.includes("-----BEGIN CERTIFICATE-----");
    return `${named}${other ? "is a certificate" : "is no private key in PEM form"}`;
  }
}

/** Error codes of reading a file, in words. */
const unreadable: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EACCES: "may not be read by this process",
  EISDIR: "is a directory",
};

function pem(named: string): string | { fault: string } {
  if (named.includes("-----BEGIN")) return named;
  try {
    return readFileSync(named, "latin1");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return { fault: unreadable[code] ?? `cannot be read (${code})` };
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
