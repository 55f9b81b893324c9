/** A text as the check sees it: MessageFormat 2, taken apart. */
import { isCatchallKey, isMarkup, isVariableRef, type Model, parseMessage, validate } from "messageformat";

/** One of the patterns a text can come out as. */
export interface Variant {
  /** One per selector; `*` matches all. */
  readonly keys: readonly string[];
  /** The words, with `{$name}` where something is filled in. */
  readonly text: string;
}

export interface Selector {
  readonly name: string;
  /** The function that selects: `number`, `integer`, `string`; empty where none is declared. */
  readonly by: string;
}

export interface Reading {
  /** The names of what a caller must fill in, sorted. */
  readonly placeholders: readonly string[];
  /** Markup as it opens and closes, sorted. */
  readonly markup: readonly string[];
  readonly selectors: readonly Selector[];
  readonly variants: readonly Variant[];
}

/** The message taken apart, or what is wrong with it. */
export function readMessage(source: string): Reading | { readonly fault: string } {
  try {
    const message = parseMessage(source);
    validate(message);
    return readingOf(message);
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

function readingOf(message: Model.Message): Reading {
  const local = new Set(message.declarations.filter(({ type }) => type === "local").map(({ name }) => name));
  const placeholders = new Set<string>();
  const markup: string[] = [];
  for (const { value } of message.declarations) note(value, placeholders);
  const patterns =
    message.type === "message"
      ? [{ keys: [], value: message.pattern }]
      : message.variants.map(({ keys, value }) => ({ keys: keys.map(keyOf), value }));
  const variants = patterns.map(({ keys, value }) => ({
    keys,
    text: value.map((part) => wordsOf(part, placeholders, markup)).join(""),
  }));
  const selectors = message.type === "message" ? [] : message.selectors.map(({ name }) => selectorOf(name, message));
  for (const { name } of selectors) placeholders.add(name);
  return {
    placeholders: [...placeholders].filter((name) => !local.has(name)).sort(),
    markup: markup.sort(),
    selectors,
    variants,
  };
}

function wordsOf(part: string | Model.Expression | Model.Markup, placeholders: Set<string>, markup: string[]): string {
  if (typeof part === "string") return part;
  if (isMarkup(part)) {
    markup.push(`${part.kind} ${part.name}`);
    return "";
  }
  note(part, placeholders);
  return isVariableRef(part.arg) ? `{$${part.arg.name}}` : (part.arg?.value ?? "");
}

function note({ arg }: Model.Expression, placeholders: Set<string>): void {
  if (isVariableRef(arg)) placeholders.add(arg.name);
}

function keyOf(key: Model.Literal | Model.CatchallKey): string {
  return isCatchallKey(key) ? "*" : key.value;
}

function selectorOf(name: string, { declarations }: Model.SelectMessage): Selector {
  const declared = declarations.find((each) => each.name === name);
  return { name, by: declared?.value.functionRef?.name ?? "" };
}

export interface Marked {
  /** The words with every sample cut out: `{}` stands for one. */
  readonly prose: string;
  readonly samples: readonly string[];
  /** A backtick has no partner. */
  readonly open: boolean;
}

/** Protocol samples stand between backticks. */
export function marked(text: string): Marked {
  const parts = text.split("`");
  const samples = parts.filter((_, i) => i % 2 === 1);
  return {
    prose: parts.filter((_, i) => i % 2 === 0).join("{}"),
    samples,
    open: parts.length % 2 === 0,
  };
}
