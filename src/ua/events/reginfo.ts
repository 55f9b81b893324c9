import { attribute, childOf, childrenOf, escapeXml, readXml, type XmlElement } from "./xml.ts";

export const REGINFO = "application/reginfo+xml";
const NAMESPACE = "urn:ietf:params:xml:ns:reginfo";

/** What brought a contact into its state (RFC 3680 §4.7.1). */
export type ContactEvent =
  | "registered"
  | "created"
  | "refreshed"
  | "shortened"
  | "expired"
  | "deactivated"
  | "probation"
  | "unregistered"
  | "rejected";
const events: readonly ContactEvent[] = [
  "registered", "created", "refreshed", "shortened", "expired", "deactivated", "probation", "unregistered", "rejected",
]; // biome-ignore format: a table

/** One contact of an address of record (RFC 3680 §5.1). */
export interface ContactInfo {
  readonly id: string;
  readonly uri: string;
  readonly state: "active" | "terminated";
  readonly event: ContactEvent;
  /** Seconds. */
  readonly expires?: number | null;
  /** Seconds. */
  readonly registeredFor?: number | null;
  /** As it stands in a header: `0.5`. */
  readonly q?: string | null;
  readonly callId?: string | null;
  readonly cseq?: number | null;
}

export interface RegistrationInfo {
  /** URI of the address of record. */
  readonly aor: string;
  readonly id: string;
  readonly state: "init" | "active" | "terminated";
  readonly contacts: readonly ContactInfo[];
}

export interface ReginfoDocument {
  readonly version: number;
  readonly state: "full" | "partial";
  readonly registrations: readonly RegistrationInfo[];
}

/** The document as text. */
export function writeReginfo({ version, state, registrations }: ReginfoDocument): string {
  const head = `<reginfo xmlns="${NAMESPACE}"${attribute("version", version)}${attribute("state", state)}>`;
  const parts = registrations.map(
    ({ aor, id, state: now, contacts }) =>
      `<registration${attribute("aor", aor)}${attribute("id", id)}${attribute("state", now)}>\r\n` +
      `${contacts.map(writeContact).join("")}</registration>\r\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\r\n${head}\r\n${parts.join("")}</reginfo>\r\n`;
}

function writeContact({ id, uri, state, event, expires, registeredFor, q, callId, cseq }: ContactInfo): string {
  return (
    `<contact${attribute("id", id)}${attribute("state", state)}${attribute("event", event)}` +
    `${attribute("duration-registered", registeredFor)}${attribute("expires", expires)}${attribute("q", q)}` +
    `${attribute("callid", callId)}${attribute("cseq", cseq)}><uri>${escapeXml(uri)}</uri></contact>\r\n`
  );
}

/** Reads such a document; null when it is none. */
export function readReginfo(body: string): ReginfoDocument | null {
  const root = readXml(body);
  if (root === null || root.local !== "reginfo" || root.namespace !== NAMESPACE) return null;
  const version = Number(root.attributes.get("version") ?? Number.NaN);
  const state = root.attributes.get("state");
  if (!Number.isInteger(version) || (state !== "full" && state !== "partial")) return null;
  return {
    version,
    state,
    registrations: childrenOf(root, "registration").flatMap((each) => readRegistration(each) ?? []),
  };
}

function readRegistration(element: XmlElement): RegistrationInfo | null {
  const state = element.attributes.get("state");
  if (state !== "init" && state !== "active" && state !== "terminated") return null;
  return {
    aor: element.attributes.get("aor") ?? "",
    id: element.attributes.get("id") ?? "",
    state,
    contacts: childrenOf(element, "contact").flatMap((each) => readContact(each) ?? []),
  };
}

function readContact(element: XmlElement): ContactInfo | null {
  const { attributes } = element;
  const state = attributes.get("state");
  const event = events.find((each) => each === attributes.get("event"));
  const uri = childOf(element, "uri")?.text;
  if ((state !== "active" && state !== "terminated") || event === undefined || uri === undefined) return null;
  return {
    id: attributes.get("id") ?? "",
    uri,
    state,
    event,
    expires: number(attributes.get("expires")),
    registeredFor: number(attributes.get("duration-registered")),
    q: attributes.get("q") ?? null,
    callId: attributes.get("callid") ?? null,
    cseq: number(attributes.get("cseq")),
  };
}

function number(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
