/**
 * `node scripts/texts/accept.ts LOCALE [KEY...]`: writes down that the translations under these keys (all when none are named;
 * `codes.603` stands for all that begins so) say what the English says today. Run it after looking at them, not before.
 */
import { folders, readLanguage } from "./entries.ts";
import { SOURCE } from "./language.ts";
import { accepted, readRecord, writeRecord } from "./stale.ts";

const [locale, ...keys] = process.argv.slice(2);
if (locale === undefined || locale === SOURCE || !folders().includes(locale)) {
  process.stderr.write(
    `usage: accept.ts LOCALE [KEY...], with a folder src/catalogue/texts/LOCALE other than ${SOURCE}\n`,
  );
  process.exit(2);
}
const english = await readLanguage(SOURCE);
const translated = await readLanguage(locale);
// A file that cannot be read would lose its record.
const unread = [...english.findings, ...translated.findings];
if (unread.length > 0) {
  process.stderr.write(unread.map(({ file, what }) => `${file} ${what}\n`).join(""));
  process.exit(1);
}
const unknown = keys.filter((key) => !english.entries.some((each) => `${each.key}.`.startsWith(`${key}.`)));
if (unknown.length > 0) {
  process.stderr.write(`no text is called ${unknown.join(", ")}\n`);
  process.exit(2);
}
const { record, changed } = accepted(english.entries, translated.entries, readRecord(locale), keys);
writeRecord(locale, record);
process.stdout.write(`${changed} accepted, ${Object.keys(record).length} in all\n`);
