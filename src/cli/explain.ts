import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { CAUSE_OF_CLEARING } from "../catalogue/mod.ts";
import {
  type CodeSummary,
  type Explanation,
  type PastedReason,
  type Reading,
  type Reference,
  readInAnyLanguage,
} from "../reference/mod.ts";
import { type AskFlags, LANG_OPTION, named, notFound, openAsked, printJson, printLines, terminal } from "./ask.ts";
import { createCommand, Failure } from "./command.ts";
import {
  commandLine,
  hanging,
  type Ink,
  inkFor,
  labelled,
  padTo,
  paragraph,
  type Terminal,
  widthOf,
  wrap,
} from "./layout.ts";

/** More than a SIP message over UDP. */
const MAX_STDIN = 65_536;
/** Symptoms and terms beside the codes of a search. */
const MOST_OTHERS = 3;

/** `ringback explain …`. */
export function command(): Command {
  return createCommand(
    "explain",
    "Explain a response code: what it means, when you see it, what to do, and what in a trace shows why it came.",
  )
    .argument(
      "<what...>",
      "number, phrase or part of one, q850:CAUSE, a status line or Reason header as pasted, or - for standard input",
    )
    .option(...LANG_OPTION)
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Examples:
  ringback explain 603
  ringback explain busy
  ringback explain q850:21
  ringback explain 'SIP/2.0 603 Network Blocked'
  ringback explain 'Reason: Q.850;cause=17;text="User busy"'
  ringback explain one way audio`,
    )
    .action(explain);
}

async function explain(what: readonly string[], flags: AskFlags): Promise<void> {
  const input = what.length === 1 && what[0] === "-" ? readStandardInput() : what.join(" ");
  const reference = await openAsked(flags);
  const reading = await readInAnyLanguage(input, reference);
  if (reading.codes.length + reading.found.length === 0 && reading.cause?.name == null) throw notFound(reading);
  if (flags.json === true) printJson(asJson(reading, reference));
  else printLines(pageLines(reading, reference, terminal()));
}

function readStandardInput(): string {
  try {
    return readFileSync(0, "utf8").slice(0, MAX_STDIN);
  } catch (error) {
    throw new Failure(2, `cannot read standard input: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

/** The explanation of the likeliest code, and beside it what was asked and what else fits. */
function asJson(reading: Reading, reference: Reference): object {
  const { asked, codes, found, phrase, reasons, blocked, cause, condition } = reading;
  const [first] = codes;
  return {
    ...(first === undefined ? {} : reference.explain(first.code)),
    asked: { text: asked, phrase, reasons, blocked, cause, condition },
    found: found.length > 0 ? found : codes.map(({ code, title, says }) => ({ kind: "code", code, title, text: says })),
  };
}

/** What is printed for a reading, line by line. */
export function pageLines(reading: Reading, reference: Reference, on: Terminal): string[] {
  const [first] = reading.codes;
  const ink = inkFor(first?.class ?? "", on.colours);
  const read = [...causeRead(reading, reference, on, ink), ...reasonsRead(reading, reference, on, ink)];
  const isOne = reading.codes.length === 1 && reading.found.every(({ kind }) => kind === "code");
  if (first === undefined || !isOne) return [...read, ...hits(reading, reference, on)];
  return [...read, ...page(reference.explain(first.code) as Explanation, reference, on, ink)];
}

/** The end of a call that nobody refused is no response. */
const CLEARING = ["BYE", "CANCEL"];

/** What an ISDN cause is called, before the code it becomes. */
function causeRead({ cause }: Reading, reference: Reference, on: Terminal, ink: Ink): string[] {
  if (cause === null) return [];
  const says = `${cause.cause}${cause.name === null ? "" : `: ${cause.name}`}`;
  const isClearing = cause.cause === CAUSE_OF_CLEARING;
  const from = isClearing ? CLEARING : cause.from.map(({ code }) => String(code));
  const rows: [string, string][] = [[reference.furniture("q850Cause"), says]];
  if (isClearing) rows.push([reference.furniture("q850ToSip"), reference.list(CLEARING)]);
  if (from.length > 0) rows.push([reference.furniture("q850FromSip"), reference.list(from)]);
  return [...labelled(rows, on, ink, 0), ""];
}

/** What stood in the Reason header fields, that of a blocked call decoded. */
function reasonsRead(
  { kind, phrase, reasons, blocked }: Reading,
  reference: Reference,
  on: Terminal,
  ink: Ink,
): string[] {
  const lines: string[] = [];
  if (blocked !== null) {
    lines.push(ink.strong(reference.furniture("decodedTitle")));
    const said: string[] = [];
    if (blocked.version !== null)
      said.push(reference.furniture("decodedAnalytics", { version: foreign(blocked.version) }));
    if (blocked.redress !== null) said.push(reference.furniture("decodedRedress", { url: foreign(blocked.redress) }));
    const location = placeOf(blocked.location);
    if (location !== null) said.push(reference.furniture("decodedLocation", { location }));
    if (said.length === 0) said.push(reference.furniture("blocked603Plus"));
    lines.push(...said.flatMap((each) => paragraph(each, on, ink)), "");
  } else if (phrase !== null) {
    lines.push(...paragraph(`“${foreign(phrase)}”`, on, ink, 0), "");
  }
  // The cause itself has been told, and carriers' analytics have.
  const isTold = ({ name, text, location }: PastedReason): boolean =>
    blocked === null
      ? kind === "q850" && location === null && (text ?? name) === name
      : text?.startsWith("v=") === true;
  const rest = reasons.filter((each) => !isTold(each));
  const rows = rest.map(({ protocol, cause, name, text, location }): [string, string] => [
    `Reason: ${foreign(protocol)}`,
    [cause, name ?? "", text === null || text === name ? "" : `“${foreign(text)}”`, placeOf(location) ?? ""]
      .filter((each) => each !== null && each !== "")
      .join(" · "),
  ]);
  return rows.length === 0 ? lines : [...lines, ...labelled(rows, on, ink, 0), ""];
}

function placeOf(location: { readonly token: string; readonly name: string | null } | null): string | null {
  if (location === null) return null;
  return location.name === null ? foreign(location.token) : `${location.token} (${location.name})`;
}

/** A stranger's text beside ours: its backticks are no marks of ours. */
function foreign(text: string): string {
  return text.replaceAll("`", "'");
}

/** `label: text` with the marks of the language. */
function labelledText(reference: Reference, label: string, text: string): string {
  return reference.furniture("labelled", { label, text });
}

/** One line per code, then symptoms and terms. */
function hits(reading: Reading, reference: Reference, on: Terminal): string[] {
  const ink = inkFor("", on.colours);
  const [first] = reading.codes;
  const codes = reading.codes.filter(({ code }) => isHit(reading, code));
  const others = reading.found.flatMap((each) => (each.kind === "code" ? [] : [each])).slice(0, MOST_OTHERS);
  const described = others.map((each) => [
    `  ${ink.strong(each.title)}`,
    ...paragraph(each.text, on, ink),
    ...(each.kind === "symptom" ? paragraph(symptomCodes(each.id, reference), on, ink) : []),
  ]);
  const isCodeBest = (reading.found[0]?.kind ?? "code") === "code";
  const blocks = [
    reading.kind === "q850" ? [] : paragraph(heading(reading, reference), on, ink, 0).map(ink.strong),
    ...(isCodeBest ? [codeLines(codes, on), ...described] : [...described, codeLines(codes, on)]),
    first === undefined ? [] : [`  ${ink.faint(nextCommand(reading, first))}`],
  ];
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ["", ...lines]));
}

function nextCommand({ kind, codes }: Reading, { code }: CodeSummary): string {
  return kind === "pair" ? `ringback compare ${codes.map((each) => each.code).join(" ")}` : `ringback explain ${code}`;
}

/** Of words: found by itself, not as what a symptom points to. */
function isHit({ found }: Reading, code: number): boolean {
  return found.length === 0 || found.some((each) => each.kind === "code" && each.code === code);
}

function heading({ kind, asked, condition }: Reading, reference: Reference): string {
  if (kind === "xmpp") return labelledText(reference, reference.furniture("xmppCondition"), condition ?? "");
  return reference.furniture("searchTitle", { query: foreign(asked) });
}

function codeLines(codes: readonly CodeSummary[], on: Terminal): string[] {
  const width = Math.max(0, ...codes.map((each) => widthOf(named(each))));
  return codes.flatMap((each) => {
    const ink = inkFor(each.class, on.colours);
    const glosses = paragraph(each.gloss, { ...on, columns: on.columns - width - 4 }, ink, 0);
    return glosses.map((gloss, i) =>
      i === 0 ? `  ${ink.accent(padTo(named(each), width))}  ${gloss}` : `${" ".repeat(width + 4)}${gloss}`,
    );
  });
}

function symptomCodes(id: string, reference: Reference): string {
  const codes = reference.symptoms().find((each) => each.id === id)?.codes ?? [];
  return `→ ${codes.map(named).join(", ")}`;
}

/** The page of one code. */
function page(explained: Explanation, reference: Reference, on: Terminal, ink: Ink): string[] {
  const say = reference.furniture.bind(reference);
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", ink.strong(heading), ...lines];
  const { howToFixBy: by, causes, statements, behaviours } = explained;
  return [
    ...title(explained, reference, on, ink),
    "",
    ...paragraph(explained.says, on, ink),
    ...section(say("description"), paragraph(explained.meaning, on, ink)),
    ...section(say("whenYouSeeIt"), paragraph(explained.whenYouSeeIt, on, ink)),
    ...section(
      say("howToFix"),
      labelled(
        [
          [say("forCaller"), by.caller],
          [say("forOperator"), by.operator],
          [say("forDeveloper"), by.developer],
        ],
        on,
        ink,
      ),
    ),
    ...section(
      say("causes"),
      causes.flatMap(({ text, evidence }, i) => [
        ...hanging(`${i + 1}.`, text, on, ink),
        ...paragraph(labelledText(reference, say("causeEvidence"), evidence), on, ink, 5),
      ]),
    ),
    ...section(say("shouldISendIt"), paragraph(explained.sendIt, on, ink)),
    ...section(
      say("facts"),
      labelled(
        statements.filter(({ notable }) => notable).map(({ label, text }) => [label, text] as const),
        on,
        ink,
      ),
    ),
    ...section(
      say("whatThisServerDoes"),
      behaviours.flatMap(({ text }) => hanging("·", text, on, ink)),
    ),
    ...section(say("comparedWith"), relatives(explained.code, reference, on, ink)),
    "",
    ...paragraph(say("definedIn", { reference: explained.reference }), on, ink, 0).map(ink.faint),
  ];
}

/** Number and phrase, the class at the right where there is room, the gloss below. */
function title(
  { code, phrase, class: name, gloss }: Explanation,
  reference: Reference,
  on: Terminal,
  ink: Ink,
): string[] {
  const left = wrap(`${code} ${phrase}`, on.columns).map((line) => ink.accent(ink.strong(line)));
  const right = `${name} ${reference.classOf(name).name}`;
  const gap = on.columns - widthOf(`${code} ${phrase}`) - widthOf(right);
  const first = gap < 2 ? left : [`${left.join("")}${" ".repeat(gap)}${ink.faint(right)}`];
  return [...first, ...paragraph(gloss, on, ink, 0)];
}

/** The comparisons worth reading next. */
function relatives(code: number, reference: Reference, on: Terminal, ink: Ink): string[] {
  const pairs = reference.confusedPairs(code);
  return pairs.map(({ a, b }) => {
    const other = a.code === code ? b : a;
    return commandLine(`ringback compare ${a.code} ${b.code}`, named(other), on, ink);
  });
}
