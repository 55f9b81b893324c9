/**
 * `npm run docs:conformance`: writes docs/conformance.md from two published lists of names (read in the corpus, names and
 * ids only) and from the `// covers:` comments that stand above tests.
 *
 * A comment names scenarios (`// covers: testInviteBasic, testInfo`) or what of RFC 3261 the test exercises in which role
 * (`// covers: proxy §16.3 item 3, registrar §10.3`). It speaks of the next test below it; above a row of a table, of that row.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  namesNotApplicable,
  noSuchSection,
  type PurposePattern,
  purposesNotApplicable,
  purposesOpen,
} from "../test/conformance/not-applicable.ts";

const ROOT = resolve(import.meta.dirname, "..");
export const PAGE = resolve(ROOT, "docs/conformance.md");
const CORPUS = resolve(ROOT, process.env.SIP_CORPUS ?? "../shared/corpus", "conformance");

/** False when the lists are there; else the one line that says why nothing can be checked. */
export const skipLists: false | string = existsSync(CORPUS) ? false : "no corpus found; set SIP_CORPUS to run these";

export interface Claim {
  /** A scenario's name, or `proxy §16.3 item 3`. */
  readonly token: string;
  /** Path from the root of the repository. */
  readonly file: string;
  /** The test's title as it stands in the source; "" when no test follows. */
  readonly title: string;
  /** The row of a table that the claim stands above, as it stands in the source; "" when it speaks of the whole test. */
  readonly row: string;
}

/** One test purpose of ETSI TS 102 027-2. */
export interface Purpose {
  readonly id: string;
  readonly entity: string;
  readonly function: string | null;
  readonly rfc3261: readonly string[];
  readonly status: string;
}

export type State =
  | { readonly state: "covered"; readonly by: readonly Claim[] }
  | { readonly state: "not applicable"; readonly reason: string }
  | { readonly state: "open"; readonly reason: string };

const ROLES = ["proxy", "registrar", "redirect server"];

/** The scenario names of the proxy and registrar programme. */
export function readNames(): readonly string[] {
  return (JSON.parse(readFileSync(resolve(CORPUS, "repro-sanity-names.json"), "utf8")) as { names: string[] }).names;
}

/** The purposes for the roles that this server has. */
export function readPurposes(): readonly Purpose[] {
  const list = JSON.parse(readFileSync(resolve(CORPUS, "etsi-ts-102-027-2-ids.json"), "utf8")) as {
    purposes: Purpose[];
  };
  return list.purposes.filter(({ entity }) => ROLES.includes(entity));
}

/** All claims of the test sources, in order of file and line. */
export function readClaims(): Claim[] {
  const files = globSync("test/**/*.test.ts", { cwd: ROOT }).sort();
  return files.flatMap((file) => claimsOf(file, readFileSync(resolve(ROOT, file), "utf8")));
}

/** The claims of one source text. */
export function claimsOf(file: string, source: string): Claim[] {
  const claims: Claim[] = [];
  const makesTest = testMakers(source);
  for (const comment of source.matchAll(/^[ \t]*\/\/ covers: (.+)$/gm)) {
    const behind = comment.index + comment[0].length;
    const title = titleBehind(source, behind, makesTest);
    const row = rowBehind(source, behind, makesTest);
    for (const token of (comment[1] as string).split(",")) claims.push({ token: token.trim(), file, title, row });
  }
  return claims;
}

/** Matches the beginning of a call that makes a test: `test(`, `it(`, `describe(`, and functions of the file whose first parameter is a title. */
function testMakers(source: string): string {
  const own = source.matchAll(/(?:function (\w+)|const (\w+) =(?: async)?) ?\(title\b/g);
  const names = [...own].map(([, declared, assigned]) => declared ?? assigned);
  return `\\b(?:${["test", "it", "describe", ...names].join("|")})\\(\\s*`;
}

/** The row of a table right behind `at`; "" when what stands there is a test, a loop over a table or a table's beginning. */
function rowBehind(source: string, at: number, makesTest: string): string {
  const line = /\S.*/.exec(source.slice(at))?.[0] ?? "";
  const other = new RegExp(`^(?:for |const |//|${makesTest})`);
  return other.test(line) || !line.endsWith(",") ? "" : line.slice(0, -1);
}

/** The title of the first test behind `at`: the literal as written, without its quotes; "" when there is none or it is no literal. */
function titleBehind(source: string, at: number, makesTest: string): string {
  const found = new RegExp(`${makesTest}(["'\`]?)`, "g");
  found.lastIndex = at;
  const match = found.exec(source);
  if (match === null || match[1] === "") return "";
  const quote = match[1] as string;
  let end = found.lastIndex;
  for (let depth = 0; end < source.length && (depth > 0 || source[end] !== quote); end++) {
    if (source[end] === "\\") end++;
    else if (quote === "`" && source.startsWith("${", end)) depth++;
    else if (depth > 0 && source[end] === "}") depth--;
  }
  return source.slice(found.lastIndex, end);
}

export function stateOfName(name: string, claims: readonly Claim[]): State {
  const by = claims.filter(({ token }) => token === name);
  if (by.length > 0) return { state: "covered", by };
  const reason = namesNotApplicable[name];
  return reason === undefined ? { state: "open", reason: "" } : { state: "not applicable", reason };
}

/** A purpose is covered when tests in its role exercise every section it cites. */
export function stateOfPurpose(purpose: Purpose, claims: readonly Claim[]): State {
  const reason = reasonOf(purpose, purposesNotApplicable);
  if (reason !== null) return { state: "not applicable", reason };
  const why = reasonOf(purpose, purposesOpen);
  if (why !== null) return { state: "open", reason: why };
  const real = purpose.rfc3261.filter((section) => !noSuchSection.includes(section));
  const tokens = real.map((section) => `${purpose.entity} §${section}`);
  const by = claims.filter(({ token }) => tokens.includes(token));
  const all = tokens.length > 0 && tokens.every((wanted) => by.some(({ token }) => token === wanted));
  return all ? { state: "covered", by } : { state: "open", reason: "" };
}

function reasonOf({ entity, status, rfc3261 }: Purpose, patterns: readonly PurposePattern[]): string | null {
  const found = patterns.find(
    (pattern) =>
      (pattern.entity ?? entity) === entity &&
      (pattern.status ?? status) === status &&
      (pattern.cites ?? []).every((section) => rfc3261.includes(section)),
  );
  return found?.reason ?? null;
}

/** Tokens that speak of nothing in the lists: misspelt, or a section that no purpose cites. */
export function strayTokens(
  names: readonly string[],
  purposes: readonly Purpose[],
  claims: readonly Claim[],
): readonly Claim[] {
  const known = new Set(names);
  for (const purpose of purposes) for (const section of purpose.rfc3261) known.add(`${purpose.entity} §${section}`);
  return claims.filter(({ token }) => !known.has(token));
}

const INTRO = `# Conformance

Two published lists, and the tests of this project that play what stands on them. **This is no claim of conformance:** nobody
has run the programmes behind these lists against this server, and no laboratory has tested it. What is here of other people's
work is names, ids and section numbers; the scenarios are our own.

Written by \`npm run docs:conformance\` from \`// covers:\` comments above tests;
\`test/conformance/conformance.test.ts\` fails when it is out of date. Where a title has a …, the test runs once for each row of
a table, and the row's values stand there; where one row is meant, it is named.

`;

const NAMES = `## Scenarios of a proxy and registrar test programme

Each name was read as the scenario it stands for and held against the test beside it, last on 2026-11-21. Where that programme
expects what an RFC has changed since, or another policy (a 403 where we challenge again), the test says what we do.

`;

const ETSI = `
## ETSI TS 102 027-2, by RFC 3261 section

The document's ids with the roles this server has: proxy, registrar, redirect server. What each purpose says is not at
hand, only its id, its role and the sections of RFC 3261 that it cites. So all that is counted is whether tests in that
role exercise **every section it cites**. That is coarser than the purposes are: it does not say that an id's own point is
tested, nor that it would pass.

What is open on purpose: RFC 3261 §16.10 has a CANCEL that belongs to no request forwarded without state, and this proxy
answers 481. It has forwarded nothing without state that such a CANCEL could end, and as a CANCEL cannot be challenged (§22.1)
anybody could have it sent to any phone. Two cited sections (10.46.4, 17.2.3.1) do not exist in RFC 3261; their ids are measured by
what else they cite.

`;

/** The whole page. */
export function pageOf(names: readonly string[], purposes: readonly Purpose[], claims: readonly Claim[]): string {
  const ofNames = names.map((name) => stateOfName(name, claims));
  const ofPurposes = purposes.map((purpose) => stateOfPurpose(purpose, claims));
  const counts = table(["names", "with a test", "not applicable", "open"], [counted(ofNames)]);
  const scenarios = table(
    ["scenario", "tests"],
    names.map((name, i) => [`\`${name}\``, cell(ofNames[i] as State)]),
  );
  const byRole = table(
    ["role", "ids", "all sections exercised", "not applicable", "open"],
    ROLES.map((role) => [role, ...counted(ofPurposes.filter((_, i) => purposes[i]?.entity === role))]),
  );
  const rows = table(["role, sections", "ids", "tests"], rowsOf(purposes, ofPurposes));
  return `${INTRO}${NAMES}${counts}\n\n${openNames(names, ofNames)}\n\n${scenarios}\n${ETSI}${byRole}\n\n${rows}\n`;
}

/** How many there are, and how many of each state. */
function counted(states: readonly State[]): string[] {
  const of = (wanted: State["state"]): number => states.filter(({ state }) => state === wanted).length;
  return [states.length, of("covered"), of("not applicable"), of("open")].map(String);
}

function openNames(names: readonly string[], states: readonly State[]): string {
  const open = names.filter((_, i) => states[i]?.state === "open").map((name) => `\`${name}\``);
  return open.length === 0 ? "None is open." : `Open: ${open.join(", ")}.`;
}

/** One row for all ids of a role that cite the same sections and share their fate. */
function rowsOf(purposes: readonly Purpose[], states: readonly State[]): string[][] {
  const rows = new Map<string, { ids: string[]; state: State }>();
  for (const [i, purpose] of purposes.entries()) {
    const state = states[i] as State;
    const sections = purpose.rfc3261.map((section) => `§${section}`).join(", ") || "no section";
    const key = `${purpose.entity}, ${sections}`;
    const full = `${key}|${state.state === "covered" ? "" : state.reason}`;
    const row = rows.get(full);
    if (row === undefined) rows.set(full, { ids: [purpose.id], state });
    else row.ids.push(purpose.id);
  }
  return [...rows].map(([key, { ids, state }]) => [key.slice(0, key.lastIndexOf("|")), ids.join(" "), cell(state)]);
}

function cell(state: State): string {
  if (state.state === "open") return state.reason === "" ? "**open**" : `**open**: ${state.reason}`;
  if (state.state === "not applicable") return `not applicable: ${state.reason}`;
  const tests = state.by.map(({ file, title, row }) => {
    const which = row === "" ? "" : ` (row \`${row.replaceAll("|", "\\|")}\`)`;
    return `[${file.slice("test/".length)}](../${file}) › ${plain(title)}${which}`;
  });
  return [...new Set(tests)].join("<br>");
}

/** A title as text of a table cell. Of a test that has one for each row of a table, the values are left out. */
function plain(title: string): string {
  return title
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "…")
    .replaceAll("\\`", "`")
    .replaceAll("\\", "")
    .replace(/[|*_<>]/g, "\\$&");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

if (import.meta.main) {
  if (skipLists !== false) {
    process.stderr.write(`ringback: ${skipLists}\n`);
    process.exit(1);
  }
  writeFileSync(PAGE, pageOf(readNames(), readPurposes(), readClaims()));
}
