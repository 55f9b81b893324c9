/** `ringback explain`, run as people run it. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { responseCodes } from "../../src/catalogue/mod.ts";
import { widthOf } from "../../src/cli/layout.ts";
import { locales, openReference } from "../../src/reference/mod.ts";
import { ringback } from "./kit.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** Runs it with nothing but these variables. */
function inEnvironment(env: Record<string, string>, ...args: string[]) {
  return spawnSync(process.execPath, [main, ...args], { env, encoding: "utf8", timeout: 30_000 });
}

test("a page of one code: fits 80 columns, no colours in a pipe, comparisons at its end", async () => {
  const { code, stdout, stderr } = await ringback(["explain", "603", "--lang", "en"]);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, /^603 Decline +6xx /);
  for (const line of stdout.split("\n")) assert.ok(widthOf(line) <= 80, line);
  assert.doesNotMatch(stdout, /[`\x1b]|undefined|\{\$/);
  assert.match(stdout, /RFC 3261 §21\.6\.2\n$/);
  assert.match(stdout, /ringback compare 600 603 {3}600 Busy Everywhere\n/);
});

for (const locale of locales()) {
  test(`${locale}: by flag and by environment, plain and as JSON`, async () => {
    const { explain } = await openReference(locale).then((reference) => ({ explain: reference.explain(486) }));
    const json = inEnvironment({}, "explain", "486", "--json", "--lang", locale);
    const { asked, found, ...explained } = JSON.parse(json.stdout);
    assert.deepEqual(explained, JSON.parse(JSON.stringify(explain)));
    assert.equal(asked.text, "486");
    assert.equal(found[0].code, 486);
    const text = inEnvironment({ LC_ALL: "", LANG: `${locale}_XX.UTF-8` }, "explain", "486");
    assert.equal(text.status, 0);
    assert.ok(text.stdout.includes(explain?.gloss ?? "-"), text.stdout.slice(0, 200));
    for (const line of text.stdout.split("\n")) assert.ok(widthOf(line) <= 80, line);
  });
}

test("an environment in a language of others gets English, a flag in one is a usage error", () => {
  assert.equal(JSON.parse(inEnvironment({ LANG: "xx_XX.UTF-8" }, "explain", "486", "--json").stdout).lang, "en");
  const { status, stdout, stderr } = inEnvironment({}, "explain", "486", "--lang", "xx");
  assert.deepEqual([status, stdout], [2, ""]);
  assert.equal(stderr, `ringback explain: --lang 'xx' must be one of ${locales().join(", ")}\n`);
});

test("a fragment lists its codes; JSON explains the likeliest and names the rest", async () => {
  const { code, stdout } = await ringback(["explain", "busy", "--lang", "en"]);
  assert.equal(code, 0);
  assert.match(stdout, /\n {2}486 Busy Here +\S.*\n {2}600 Busy Everywhere +\S/);
  for (const line of stdout.split("\n")) assert.ok(widthOf(line) <= 80, line);
  const json = JSON.parse((await ringback(["explain", "busy", "--json", "--lang", "en"])).stdout);
  assert.equal(json.code, 486);
  assert.deepEqual(
    json.found.slice(0, 2).map((each: { code: number }) => each.code),
    [486, 600],
  );
});

test("phrases in any case, several arguments, ISDN causes, standard input", async () => {
  const explained = async (args: string[], input?: string) =>
    JSON.parse((await ringback(["explain", ...args, "--json"], input === undefined ? {} : { input })).stdout);
  for (const phrase of [["busy here"], ["BUSY", "HERE"], ["Busy Here"]])
    assert.equal((await explained(phrase)).code, 486);
  const cause = await explained(["q850:21"]);
  assert.deepEqual([cause.code, cause.asked.cause.name], [403, "Call rejected"]);
  const piped = await explained(["-"], "SIP/2.0 480 Away\r\nReason: Q.850;cause=20\r\n\r\n");
  assert.deepEqual([piped.code, piped.asked.phrase, piped.asked.reasons[0].cause], [480, "Away", 20]);
});

test("a cause no response stands for is told by its name", async () => {
  const { code, stdout } = await ringback(["explain", "q850:16", "--lang", "en"]);
  assert.equal(code, 0);
  assert.match(stdout, /16: Normal call clearing[\s\S]*Becomes in SIP +BYE and CANCEL\nComes from SIP +BYE and CANCEL/);
});

test("a Reason that says no more than its cause is not told twice", async () => {
  const told = async (reason: string) => (await ringback(["explain", reason, "--lang", "en"])).stdout;
  assert.doesNotMatch(await told(`Reason: Q.850;cause=17;text="User busy"`), /Reason: Q/);
  assert.match(
    await told('Reason: Q.850;cause=17;text="In a meeting"'),
    /Reason: Q\.850 +17 · User busy · “In a meeting”/,
  );
});

test("words of another language, and two codes that are to be compared", async () => {
  const foreign = await ringback(["explain", "занято", "--lang", "en"]);
  assert.deepEqual([foreign.code, /^ {2}486 Busy Here +Busy, on this phone$/m.test(foreign.stdout)], [0, true]);
  const pair = await ringback(["explain", "603", "vs", "600", "--lang", "en"]);
  assert.match(pair.stdout, /603 Decline[\s\S]*600 Busy Everywhere[\s\S]*ringback compare 603 600/);
});

test("a pasted 603+ is decoded before the page", async () => {
  const line = 'Reason: SIP;cause=603;text="v=analytics1;url=https://redress.example/r";location=TN';
  const { code, stdout } = await ringback(["explain", line, "--lang", "en"]);
  assert.equal(code, 0);
  const [decoded = "", page = ""] = stdout.split("\n603 Decline");
  assert.match(decoded, /analytics1[\s\S]*https:\/\/redress\.example\/r[\s\S]*TN \(transit network\)/);
  assert.match(page, /6xx/);
});

test("what is not there: exit 1, nothing on standard output, one line that says what was likely meant", async () => {
  const cases: [string, RegExp][] = [
    [
      "699",
      /^ringback explain: 699 is in no registry; a user agent treats it as 600 Busy Everywhere \(RFC 3261 §8\.1\.3\.2\)\n$/,
    ],
    ["468", /treats it as 400 Bad Request .*; did you mean 486 Busy Here, /],
    ["17", /no SIP response code.*did you mean q850:17 \(User busy\)/],
    ["bsuy", /nothing fits 'bsuy'; did you mean 486 Busy Here, 600 Busy Everywhere or /],
    ["xyzzy", /^ringback explain: nothing fits 'xyzzy'\n$/],
    ["\x1b]0;evil\x07xyzzy\n\x9b31m", /^ringback explain: nothing fits 'xyzzy 31m'\n$/],
  ];
  for (const [asked, said] of cases) {
    const { code, stdout, stderr } = await ringback(["explain", asked]);
    assert.deepEqual([code, stdout], [1, ""], asked);
    assert.match(stderr, said);
  }
});

test("called wrongly: exit 2", async () => {
  for (const args of [[], ["603", "--wurst"], ["603", "--lang"]]) {
    const { code, stdout, stderr } = await ringback(["explain", ...args]);
    assert.deepEqual([code, stdout, stderr.split("\n").length], [2, "", 2], stderr);
  }
  const help = await ringback(["explain", "--help"]);
  assert.equal(help.code, 0);
  assert.match(help.stdout, /q850:21[\s\S]*Network Blocked/);
});

test("every code has a page that fits", { timeout: 60_000 }, async () => {
  const { pageLines } = await import("../../src/cli/explain.ts");
  for (const locale of locales()) {
    const reference = await openReference(locale, { samples: "marked" });
    for (const { code } of responseCodes) {
      const reading = reference.read(String(code));
      for (const columns of [40, 80])
        for (const line of pageLines(reading, reference, { columns, colours: false }))
          assert.ok(widthOf(line) <= columns, `${locale} ${code} ${columns}: ${line}`);
    }
  }
});
