import type { Command } from "commander";
import { type CodeSummary, type Comparison, type Reference, readInAnyLanguage } from "../reference/mod.ts";
import {
  type AskFlags,
  either,
  LANG_OPTION,
  named,
  notFound,
  openAsked,
  printJson,
  printLines,
  terminal,
} from "./ask.ts";
import { createCommand, Failure } from "./command.ts";
import { commandLine, type Ink, inkFor, labelled, paragraph, type Terminal, widthOf, wrap } from "./layout.ts";

/** `ringback compare …`. */
export function command(): Command {
  return createCommand(
    "compare",
    "Compare two response codes: what really differs, which one to send, and what changes where one is sent for the other.",
  )
    .argument("<codes...>", "two codes or phrases; quote a phrase of several words")
    .option(...LANG_OPTION)
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  ringback compare 486 600\n  ringback compare 'Busy Here' Decline")
    .action(compare);
}

async function compare(words: readonly string[], flags: AskFlags): Promise<void> {
  const [a, b] = twoOf(words);
  const reference = await openAsked(flags);
  const [first, second] = [await codeOf(a, reference), await codeOf(b, reference)];
  const comparison = reference.compare(first.code, second.code);
  if (comparison === null)
    throw new Failure(2, `${named(first)} is the same code twice; ringback explain ${first.code} tells about it`);
  if (flags.json === true) printJson(comparison);
  else printLines(comparisonLines(comparison, reference, terminal()));
}

/** Two arguments, or one or three that hold both: `486-vs-600`, `486/600`, `486 vs 600`. */
function twoOf(words: readonly string[]): readonly [string, string] {
  const parts = words.length === 2 ? words : words.join(" ").split(/\s*[-\s](?:vs\.?|versus)[-\s]\s*|\s*[/,]\s*/i);
  const [a, b, ...more] = parts.map((each) => each.trim()).filter((each) => each !== "");
  if (a === undefined || b === undefined || more.length > 0)
    throw new Failure(2, "name two codes, as in: ringback compare 486 600");
  return [a, b];
}

async function codeOf(text: string, reference: Reference): Promise<CodeSummary> {
  const reading = await readInAnyLanguage(text, reference);
  const [code, ...others] = reading.codes;
  if (code === undefined) throw notFound(reading);
  if (others.length === 0) return code;
  throw new Failure(
    1,
    `'${reading.asked}' can be ${either(reading.codes.slice(0, 6).map(named))}; name one by its number`,
  );
}

/** What is printed for a comparison, line by line. */
export function comparisonLines(comparison: Comparison, reference: Reference, on: Terminal): string[] {
  const { a, b, differences, whenToUse, swaps, verdict } = comparison;
  const say = reference.furniture.bind(reference);
  const inks: readonly [Ink, Ink] = [inkFor(a.class, on.colours), inkFor(b.class, on.colours)];
  const [ink] = inks;
  const section = (heading: string, lines: readonly string[]): string[] => ["", ink.strong(heading), ...lines];
  const both = (ofA: string, ofB: string): string[] => [
    ...sided(String(a.code), ofA, on, inks[0]),
    ...sided(String(b.code), ofB, on, inks[1]),
  ];
  return [
    ...heading(comparison, inks, on),
    "",
    ...paragraph(comparison.summary, on, ink),
    ...section(
      say("keyDifferences"),
      differences.flatMap(({ label, a: ofA, b: ofB }, i) => [
        ...(i === 0 ? [] : [""]),
        ...paragraph(label, on, ink),
        ...both(ofA, ofB),
      ]),
    ),
    ...section(say("whenToUse"), [
      ...(verdict === null ? [] : paragraph(verdict.choose, on, ink)),
      ...both(whenToUse.a, whenToUse.b),
    ]),
    ...section(say("ifYouSwap"), [
      ...swaps.flatMap((each, i) => [...(i === 0 ? [] : [""]), ...paragraph(each, on, ink)]),
    ]),
    ...section(
      say("learnMore"),
      [a, b].map((each) => commandLine(`ringback explain ${each.code}`, each.phrase, on, ink)),
    ),
  ];
}

/** Both names in one line, or in two where they do not fit. */
function heading({ a, b }: Comparison, inks: readonly [Ink, Ink], { columns }: Terminal): string[] {
  const inked = (text: string, ink: Ink): string[] => wrap(text, columns).map((line) => ink.accent(ink.strong(line)));
  const [first, second] = [inked(named(a), inks[0]), inked(named(b), inks[1])];
  const fits = widthOf(`${named(a)} · ${named(b)}`) <= columns;
  return fits ? [[...first, ...second].join(inks[0].faint(" · "))] : [...first, ...second];
}

/** A text behind its code, in the code's accent. */
function sided(code: string, text: string, on: Terminal, ink: Ink): string[] {
  return labelled([[code, text]], on, { ...ink, faint: ink.accent }, 4);
}
