import { own } from "../../kernel/mod.ts";
import { escapeXml, PIDF_NAMESPACE, readXml, type XmlElement } from "../../ua/mod.ts";

/** A part of a published presence document: a tuple, a person, a note; with the namespaces it needs, so that it can stand in another one. */
export interface Fragment {
  /** Value of its `id`; "" when it has none. */
  readonly id: string;
  readonly text: string;
}

/** Of all publications of one user together; older ones are left out beyond it. */
const MAX_COMPOSED = 48_000;
const ID = /(\sid\s*=\s*)(?:"[^"]*"|'[^']*')/;

/** The parts of a presence document (RFC 3863); null when it is none, or cannot be read. */
export function fragmentsOf(document: string): readonly Fragment[] | null {
  const root = readXml(document);
  if (root === null || root.local !== "presence" || root.namespace !== PIDF_NAMESPACE) return null;
  return root.children.map((child) => fragmentOf(document, child, root));
}

function fragmentOf(document: string, child: XmlElement, root: XmlElement): Fragment {
  let declarations = "";
  // In its new place it has the default namespace of presence documents round it, and no prefix.
  const scope = new Map([["", ""], ...root.scope]);
  for (const [prefix, uri] of scope) {
    if (child.declared.has(prefix) || (prefix === "" && uri === PIDF_NAMESPACE)) continue;
    declarations += ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapeXml(uri)}"`;
  }
  const text = document.slice(child.start, child.nameEnd) + declarations + document.slice(child.nameEnd, child.end);
  return { id: own(child.attributes.get("id") ?? ""), text: own(text) };
}

/** The parts of several documents, newest last, as content of one: no two with the same id. */
export function compose(documents: readonly (readonly Fragment[])[]): string {
  const ids = new Set<string>();
  let content = "";
  for (const document of [...documents].reverse()) {
    let part = "";
    for (const fragment of document) part += `${unique(fragment, ids)}\r\n`;
    if (content.length + part.length > MAX_COMPOSED) break;
    content = part + content;
  }
  return content;
}

function unique({ id, text }: Fragment, ids: Set<string>): string {
  if (id === "") return text;
  let given = id;
  for (let i = 2; ids.has(given); i++) given = `${id}-${i}`;
  ids.add(given);
  return given === id ? text : text.replace(ID, (_, name: string) => `${name}"${escapeXml(given)}"`);
}
