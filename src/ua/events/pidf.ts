import { attribute, childOf, childrenOf, escapeXml, readXml } from "./xml.ts";

export const PIDF = "application/pidf+xml";
export const PIDF_NAMESPACE = "urn:ietf:params:xml:ns:pidf";

/** One way to reach the presentity (RFC 3863 §4.1.2). */
export interface PresenceTuple {
  readonly id: string;
  /** Null when the document does not say. */
  readonly basic: "open" | "closed" | null;
  /** URI. */
  readonly contact?: string | null;
  readonly note?: string | null;
}

/** A presence document (RFC 3863); texts are octets of UTF-8. */
export interface PresenceDocument {
  /** The presentity's URI. */
  readonly entity: string;
  readonly tuples: readonly PresenceTuple[];
  readonly note?: string | null;
}

/** The document as text. */
export function writePidf({ entity, tuples, note }: PresenceDocument): string {
  const written = tuples.map(
    ({ id, basic, contact, note: words }) =>
      `<tuple${attribute("id", id)}><status>${basic === null ? "" : `<basic>${basic}</basic>`}</status>` +
      `${element("contact", contact)}${element("note", words)}</tuple>\r\n`,
  );
  return pidfOf(entity, written.join("") + element("note", note));
}

/** A presence document round elements that are written already. */
export function pidfOf(entity: string, content: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\r\n` +
    `<presence xmlns="${PIDF_NAMESPACE}"${attribute("entity", entity)}>\r\n${content}</presence>\r\n`
  );
}

function element(name: string, text: string | null | undefined): string {
  return text === null || text === undefined ? "" : `<${name}>${escapeXml(text)}</${name}>`;
}

/** Reads what a document says of each tuple; null when it is none. */
export function readPidf(body: string): PresenceDocument | null {
  const root = readXml(body);
  if (root === null || root.local !== "presence" || root.namespace !== PIDF_NAMESPACE) return null;
  const tuples = childrenOf(root, "tuple").map((tuple): PresenceTuple => {
    const status = childOf(tuple, "status");
    const basic = status === null ? null : (childOf(status, "basic")?.text ?? null);
    return {
      id: tuple.attributes.get("id") ?? "",
      basic: basic === "open" || basic === "closed" ? basic : null,
      contact: childOf(tuple, "contact")?.text ?? null,
      note: childOf(tuple, "note")?.text ?? null,
    };
  });
  return { entity: root.attributes.get("entity") ?? "", tuples, note: childOf(root, "note")?.text ?? null };
}
