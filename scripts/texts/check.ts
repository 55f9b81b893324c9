/**
 * `node scripts/texts/check.ts [LOCALE...]`: what is wrong with the texts of these languages, or of all there is a folder for,
 * one finding per line. `node scripts/texts/check.ts fr codes.603` shows only what begins so. Ends with 1 when there is anything.
 */
import { LOCALES } from "../../src/catalogue/mod.ts";
import { folders } from "./entries.ts";
import { languageFindings, lineOf } from "./language.ts";

// A reader such as `head` may have seen enough.
process.stdout.on("error", () => process.exit(1));

const asked = process.argv.slice(2);
const there = folders();
const locales = asked.filter((each) => there.includes(each));
const keys = asked.filter((each) => !there.includes(each));

if (keys.length > 0 && locales.length === 0) {
  process.stderr.write(`ringback: there is no folder src/catalogue/texts/${keys[0]}\n`);
  process.exit(2);
}

let count = 0;
for (const locale of locales.length > 0 ? locales : there) {
  const tag = (LOCALES as Readonly<Record<string, { readonly tag: string }>>)[locale]?.tag ?? locale;
  const findings = await languageFindings(locale, tag);
  const shown = findings.filter(
    ({ key }) => keys.length === 0 || keys.some((each) => `${key}.`.startsWith(`${each}.`)),
  );
  for (const finding of shown) process.stdout.write(`${lineOf(locale, finding)}\n`);
  count += shown.length;
}
process.stderr.write(count === 0 ? "nothing to mend\n" : `${count} to mend\n`);
process.exitCode = count === 0 ? 0 : 1;
