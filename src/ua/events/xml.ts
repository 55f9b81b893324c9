import { fromOctets, toOctets } from "../text.ts";

/** An element of a small document, with its place in the text so that it can be taken over as it was written. */
export interface XmlElement {
  /** Namespace URI, "" for none. */
  readonly namespace: string;
  readonly local: string;
  /** Values by name as written, namespace declarations left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data of the element itself, references resolved, trimmed. Octets of UTF-8, as the document. */
  readonly text: string;
  /** From "<" of the start tag to behind ">" of the end tag. */
  readonly start: number;
  readonly end: number;
  /** Behind the name in the start tag, where further attributes may be put. */
  readonly nameEnd: number;
  /** Prefixes ("" for the default) in force here, with their URIs. */
  readonly scope: ReadonlyMap<string, string>;
  /** Prefixes that this very element declares. */
  readonly declared: ReadonlySet<string>;
}

export interface XmlLimits {
  /** Octets of a document. */
  readonly size: number;
  readonly elements: number;
  readonly depth: number;
  readonly attributes: number;
}

/** Far more than an event body has; what exceeds them is not read. */
export const xmlLimits: XmlLimits = { size: 65_536, elements: 1000, depth: 24, attributes: 32 };

const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const none: ReadonlyMap<string, string> = new Map();

/** What is read but does not fit the grammar or the limits; never leaves this file. */
class Unreadable extends Error {}

interface Open {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  readonly start: number;
  readonly nameEnd: number;
  readonly scope: ReadonlyMap<string, string>;
  readonly declared: ReadonlySet<string>;
  text: string;
}

/**
 * Reads a document of event state: elements, attributes, text. No document type, so no entity but the five of XML and
 * numbers; UTF-8 only. Null when it is not well formed, or larger than `limits`.
 * @param text octets, one character each
 */
export function readXml(text: string, limits: XmlLimits = xmlLimits): XmlElement | null {
  if (text.length > limits.size) return null;
  try {
    return new Reader(text, limits).document();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class Reader {
  private readonly text: string;
  private readonly limits: XmlLimits;
  private at = 0;
  private elements = 0;
  private readonly open: Open[] = [];

  constructor(text: string, limits: XmlLimits) {
    this.text = text;
    this.limits = limits;
  }

  document(): XmlElement {
    if (this.text.startsWith("\xef\xbb\xbf")) this.at = 3; // a byte order mark
    this.prolog();
    let root: XmlElement | null = null;
    while (this.at < this.text.length) {
      if (this.text.charCodeAt(this.at) !== LESS) this.characters();
      else if (this.text.startsWith("<!--", this.at)) this.skipBehind("-->", 4);
      else if (this.text.startsWith("<?", this.at)) this.skipBehind("?>", 2);
      else if (this.text.startsWith("<![CDATA[", this.at)) this.section();
      else if (this.text.startsWith("<!", this.at)) throw new Unreadable("a document type");
      else {
        const done: XmlElement | null = this.text.startsWith("</", this.at) ? this.close() : this.start(root !== null);
        if (done !== null && this.open.length === 0) root = done;
      }
    }
    if (root === null || this.open.length > 0) throw new Unreadable("it ends too early");
    return root;
  }

  /** `<?xml … ?>`; any other encoding than UTF-8 (ASCII is part of it) cannot be read. */
  private prolog(): void {
    if (!this.text.startsWith("<?xml", this.at)) return;
    const end = this.text.indexOf("?>", this.at);
    const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(this.text.slice(this.at, Math.max(this.at, end)))?.[1];
    if (end === -1 || !/^(utf-?8|us-ascii)?$/i.test(encoding ?? "")) throw new Unreadable("an encoding");
    this.at = end + 2;
  }

  private skipBehind(mark: string, from: number): void {
    const end = this.text.indexOf(mark, this.at + from);
    if (end === -1) throw new Unreadable(`no ${mark}`);
    this.at = end + mark.length;
  }

  private characters(): void {
    const next = this.text.indexOf("<", this.at);
    const end = next === -1 ? this.text.length : next;
    const data = resolved(this.text.slice(this.at, end));
    const within = this.open.at(-1);
    if (within !== undefined) within.text += data;
    else if (data.trim() !== "") throw new Unreadable("text outside the document element");
    this.at = end;
  }

  private section(): void {
    const within = this.open.at(-1);
    const end = this.text.indexOf("]]>", this.at);
    if (within === undefined || end === -1) throw new Unreadable("a CDATA section");
    within.text += this.text.slice(this.at + 9, end);
    this.at = end + 3;
  }

  /** A start tag; the element when it is an empty one, which ends here. */
  private start(hasRoot: boolean): XmlElement | null {
    if (hasRoot && this.open.length === 0) throw new Unreadable("two document elements");
    if (++this.elements > this.limits.elements || this.open.length >= this.limits.depth)
      throw new Unreadable("too large");
    const start = this.at++;
    const name = this.name();
    const nameEnd = this.at;
    const attributes = new Map<string, string>();
    const declared = new Map<string, string>();
    while (this.attribute(attributes, declared));
    const outer = this.open.at(-1)?.scope ?? none;
    const scope = declared.size === 0 ? outer : new Map([...outer, ...declared]);
    const [prefix, local] = splitName(name);
    this.open.push({
      ...{ name, prefix, local, attributes, children: [], start, nameEnd, scope, text: "" },
      declared: new Set(declared.keys()),
    });
    if (!this.text.startsWith("/>", this.at)) {
      this.expect(">");
      return null;
    }
    this.at += 2;
    return this.end();
  }

  /** One attribute with the space before it; false at the end of the tag. */
  private attribute(attributes: Map<string, string>, declared: Map<string, string>): boolean {
    const before = this.at;
    this.space();
    const code = this.text.charCodeAt(this.at);
    if (code === GREATER || code === SLASH) return false;
    if (this.at === before) throw new Unreadable("no space before an attribute");
    const name = this.name();
    this.space();
    this.expect("=");
    this.space();
    const quote = this.text.charAt(this.at);
    const end = quote === '"' || quote === "'" ? this.text.indexOf(quote, this.at + 1) : -1;
    if (end === -1) throw new Unreadable("an attribute value");
    const raw = this.text.slice(this.at + 1, end);
    if (raw.includes("<")) throw new Unreadable("an attribute value");
    const value = resolved(raw);
    this.at = end + 1;
    const target = name === "xmlns" || name.startsWith("xmlns:") ? declared : attributes;
    const key = target === declared ? name.slice(6) : name;
    if (target.has(key) || attributes.size + declared.size >= this.limits.attributes)
      throw new Unreadable("an attribute too many");
    target.set(key, value);
    return true;
  }

  private close(): XmlElement {
    this.at += 2;
    const name = this.name();
    this.space();
    this.expect(">");
    if (this.open.at(-1)?.name !== name) throw new Unreadable("an end tag of another element");
    return this.end();
  }

  private end(): XmlElement {
    const { name: _, prefix, text, ...rest } = this.open.pop() as Open;
    const namespace = prefix === "xml" ? XML_NAMESPACE : rest.scope.get(prefix);
    if (namespace === undefined && prefix !== "") throw new Unreadable("a prefix without a namespace");
    const element = { ...rest, namespace: namespace ?? "", text: text.trim(), end: this.at };
    this.open.at(-1)?.children.push(element);
    return element;
  }

  private name(): string {
    name.lastIndex = this.at;
    const found = name.exec(this.text)?.[0];
    if (found === undefined) throw new Unreadable("a name");
    this.at += found.length;
    return found;
  }

  private space(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at++;
  }

  private expect(character: string): void {
    if (this.text.charAt(this.at) !== character) throw new Unreadable(`no ${character}`);
    this.at++;
  }
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
/** Octets of UTF-8 beyond ASCII count as letters. */
const name = /[A-Za-z_\x80-\xff][\w.\x80-\xff-]*(?::[A-Za-z_\x80-\xff][\w.\x80-\xff-]*)?/y;

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function splitName(name: string): [string, string] {
  const colon = name.indexOf(":");
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

const predefined = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }));

/** Character data with its references resolved; what XML does not allow there makes the document unreadable. */
function resolved(data: string): string {
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(data)) throw new Unreadable("a control character");
  if (!data.includes("&")) return data;
  return data.replace(/&([^;&]{0,12};?)/g, (_, reference: string) => {
    const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));$/.exec(reference);
    if (number !== null)
      return character(Number.parseInt(number[1] ?? number[2] ?? "", number[1] === undefined ? 10 : 16));
    const known = reference.endsWith(";") ? predefined.get(reference.slice(0, -1)) : undefined;
    if (known === undefined) throw new Unreadable("an entity");
    return known;
  });
}

function character(code: number): string {
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  if (!allowed || (code >= 0xd800 && code <= 0xdfff)) throw new Unreadable("a character");
  return toOctets(String.fromCodePoint(code));
}

/** A text for an attribute or an element: octets that are no UTF-8 become U+FFFD, characters XML has no place for a space. */
export function escapeXml(text: string): string {
  if (/^[\w .,:;@=+()/?~!*#%-]*$/.test(text)) return text;
  const clean = fromOctets(text).replace(/[\x00-\x1f\x7f\ufffe\uffff]/g, " ");
  const escapes: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
  };
  return toOctets(clean.replace(/[&<>"']/g, (each) => escapes[each] as string));
}

/** ` name="value"`, or "" for null. */
export function attribute(name: string, value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : ` ${name}="${escapeXml(String(value))}"`;
}

/** The first child with that name in the namespace of its parent; null when there is none. */
export function childOf(parent: XmlElement, local: string): XmlElement | null {
  return parent.children.find((each) => each.local === local && each.namespace === parent.namespace) ?? null;
}

/** Every child with that name in the namespace of its parent. */
export function childrenOf(parent: XmlElement, local: string): XmlElement[] {
  return parent.children.filter((each) => each.local === local && each.namespace === parent.namespace);
}
