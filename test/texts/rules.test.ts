/** Each rule of the texts, seen to catch what it is there for: made-up texts with one fault each, and the good one beside them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { englishFindings } from "../../scripts/texts/english.ts";
import { type Entry, entriesOf } from "../../scripts/texts/entries.ts";
import { pluralKeys, proseFindings } from "../../scripts/texts/prose.ts";
import { type Exceptions, keyFindings, translationFindings } from "../../scripts/texts/translation.ts";
import { typographyFindings } from "../../scripts/texts/typography.ts";

const entry = (key: string, text: string): Entry => ({ key, text, file: "made-up.ts" });
const NONE: Exceptions = { sameAsEnglish: [], doubled: [] };

/** What the rules for any language say of one text. */
function said(key: string, text: string, tag = "en", doubled: string[] = []): string[] {
  return proseFindings(entry(key, text), { tag, doubled }).map(({ what }) => what);
}

/** What they say of a translation beside its English. */
function beside(
  english: string,
  translated: string,
  tag: string,
  key = "codes.486.meaning",
  exceptions = NONE,
): string[] {
  return translationFindings(entry(key, english), entry(key, translated), { tag, exceptions }).map(({ what }) => what);
}

/** What the house rules say of an English text. */
function housed(key: string, text: string): string[] {
  return englishFindings([entry(key, text)]).map(({ what }) => what);
}

test("a text by itself: form, marks, end", () => {
  const rows: readonly [key: string, text: string, findings: string[]][] = [
    ["behaviours.a", "The proxy sends `ACK` at once.", []],
    ["behaviours.a", "  ", ["is empty"]],
    ["behaviours.a", "The proxy sends `ACK at once.", ["has a backtick without its partner"]],
    ["behaviours.a", "The proxy sends `ACK` at once", ["does not end as a sentence"]],
    ["behaviours.a", "The the proxy sends.", ['says "the" twice in a row']],
    ["behaviours.a", "It sends the `ACK` `ACK` twice. Twice is enough.", []],
    ["behaviours.a", "The proxy sends…", ["has an ellipsis", "does not end as a sentence"]],
    ["behaviours.a", "The proxy ... sends.", ["has an ellipsis"]],
    ["behaviours.a", "The proxy  sends.", ["has two spaces in a row"]],
    ["behaviours.a", " The proxy sends.", ["begins or ends with white space"]],
    ["behaviours.a", 'It says "yes."', []],
    ["codes.486.gloss", "Busy, on this phone", []],
    ["codes.486.gloss", "Busy, on this phone.", ["is a label and ends like a sentence"]],
    ["codes.486.says", "486 says that this phone is busy.", []],
    ["codes.486.says", "480 says that this phone is busy.", ["does not begin with 486"]],
    ["codes.486.keywords", "busy; engaged; DND", []],
    ["codes.486.keywords", "busy; engaged", ["has 2 keywords, not 3 to 8"]],
    ["codes.486.keywords", "a; b; c; d; e; f; g; h; i", ["has 9 keywords, not 3 to 8"]],
    ["codes.486.keywords", "busy; Engaged; line", ['"Engaged" is not in lower case']],
    ["codes.486.keywords", "busy; busy; line", ["names a keyword twice"]],
  ];
  for (const [key, text, findings] of rows) assert.deepEqual(said(key, text), findings, text);
  assert.match(said("behaviours.a", "The {$proxy sends.")[0] ?? "", /^is no message/);
  assert.match(said("behaviours.a", "The } proxy sends.")[0] ?? "", /^is no message/);
  assert.deepEqual(said("codes.486.keywords", "a; b; c; d; e; f; g; h; i", "fr"), []);
  assert.deepEqual(said("behaviours.a", "这台手机占线。", "zh"), []);
  assert.deepEqual(said("behaviours.a", "这台手机占线", "zh"), ["does not end as a sentence"]);
  assert.deepEqual(said("behaviours.a", "这台的的手机占线。", "zh"), ['says "的" twice in a row']);
  assert.deepEqual(said("behaviours.a", "Vous vous trompez.", "fr"), ['says "vous" twice in a row']);
  assert.deepEqual(said("behaviours.a", "Vous vous trompez.", "fr", ["vous vous"]), []);
});

test("plurals: the categories of the language, and * for the rest", () => {
  assert.deepEqual(pluralKeys("en"), ["one", "*"]);
  assert.deepEqual(pluralKeys("fr"), ["many", "one", "*"]);
  assert.deepEqual(pluralKeys("ru"), ["few", "many", "one", "*"]);
  assert.deepEqual(pluralKeys("zh"), ["*"]);
  const count = (...variants: string[]) =>
    `.input {$count :number} .match $count ${variants.map((key) => `${key} {{{$count} x}}`).join(" ")}`;
  const key = "furniture.codeCount";
  assert.deepEqual(said(key, count("one", "*")), []);
  assert.deepEqual(said(key, count("one", "0", "*")), []);
  assert.deepEqual(said(key, count("one", "few", "many", "*"), "ru"), []);
  assert.deepEqual(said(key, count("one", "*"), "ru"), [
    "has no plural few for $count, which ru needs",
    "has no plural many for $count, which ru needs",
  ]);
  assert.deepEqual(said(key, count("one", "*"), "zh"), ["has a plural one for $count, which zh does not know"]);
  assert.deepEqual(beside(count("one", "*"), "{$count} 条", "zh", key), []);
  assert.deepEqual(beside(count("one", "*"), "{$count} кодов", "ru", key), [
    "says the same for every $count: ru has the plurals few, many, one, *",
  ]);
  assert.match(said(key, ".input {$count :number} .match $count one {{x}}")[0] ?? "", /^is no message/);
});

test("keys: none missing, none extra, none twice", () => {
  const english = [entry("codes.486.says", "a"), entry("codes.486.gloss", "b")];
  const whats = (translated: Entry[]) => keyFindings(english, translated).map(({ key, what }) => `${key} ${what}`);
  assert.deepEqual(whats(english), []);
  assert.deepEqual(whats([entry("codes.486.says", "a")]), ["codes.486.gloss is missing"]);
  assert.deepEqual(whats([...english, entry("codes.487.says", "a")]), ["codes.487.says is not in the English"]);
  assert.deepEqual(whats([...english, entry("codes.486.says", "a")]), ["codes.486.says stands here twice"]);
});

test("the same keys whatever the file and its export are called", () => {
  const { entries, findings } = entriesOf("codes-4xx.ts", {
    codes48x: { 486: { gloss: "g", causes: [{ text: "t", evidence: "e" }], keywords: ["a", "b"] } },
    compare: { title: 7 },
  });
  assert.deepEqual(
    entries.map(({ key, text }) => [key, text]),
    [
      ["codes.486.gloss", "g"],
      ["codes.486.causes.0.text", "t"],
      ["codes.486.causes.0.evidence", "e"],
      ["codes.486.keywords", "a; b"],
    ],
  );
  assert.deepEqual(findings, [{ file: "codes-4xx.ts", key: "compare.title", what: "is no text but number" }]);
});

test("untranslated: the same text, English left over, too many Latin letters, six words in a row", () => {
  const english = "The callee is in a call, so a proxy keeps ringing the other phones.";
  assert.deepEqual(beside(english, english, "fr"), ["is the same as in English"]);
  assert.deepEqual(beside("Transaction", "Transaction", "fr", "glossary.transaction.term"), [
    "is the same as in English",
  ]);
  const loan = { sameAsEnglish: ["Transaction"], doubled: [] };
  assert.deepEqual(beside("Transaction", "Transaction", "fr", "glossary.transaction.term", loan), []);
  assert.deepEqual(beside("UAC", "UAC", "fr", "glossary.uac.term"), [], "a name is no word");
  assert.deepEqual(beside("{$code} {$phrase}", "{$code} {$phrase}", "fr", "furniture.codeTitle"), []);
  assert.deepEqual(beside(english, "L'appelé est en ligne, donc un proxy fait sonner the other phones.", "fr"), [
    "has English words left: the",
  ]);
  assert.deepEqual(beside(english, "被叫正在通话 so a proxy rings other phones。", "zh"), ["is 80 % Latin letters"]);
  assert.deepEqual(beside(english, "被叫正在通话，因此 Kamailio 等代理服务器会继续呼叫其他话机。", "zh"), []);
  assert.deepEqual(beside(english, "Bir çağrı var, so a proxy keeps ringing other telefon.", "tr"), []);
  assert.deepEqual(
    beside("Fine: so a proxy keeps ringing other phones.", "Tamam: so a proxy keeps ringing other telefon.", "tr"),
    ['has "so a proxy keeps ringing other" as in English'],
  );
});

test("a log message in quotes stays as the log has it", () => {
  const english = 'The log of the server says "No matching endpoint found for this address" then.';
  assert.deepEqual(beside(english, "日志记录“No matching endpoint found for this address”。", "zh"), []);
  assert.deepEqual(beside(english, "Günlükte “No matching endpoint found for this address” yazar.", "tr"), []);
  assert.deepEqual(beside(english, "日志 says “no such endpoint was found here”。", "zh"), ["is 94 % Latin letters"]);
});

test("placeholders and markup: those of the English, in any order", () => {
  const key = "compare.swapLead";
  assert.deepEqual(
    beside("From {$a} to {$b}, what changes:", "Ce qui change entre {$b} et {$a}\u00a0:", "fr", key),
    [],
  );
  assert.deepEqual(beside("From {$a} to {$b}, what changes:", "Ce qui change pour {$a} et {$c}\u00a0:", "fr", key), [
    "lacks {$b}",
    "has {$c}, which the English has not",
  ]);
  assert.deepEqual(beside("Use {#b}this{/b}, and only so.", "Ainsi, et seulement de cette manière.", "fr", key), [
    "has markup of no kind, not close b, open b",
  ]);
});

test("samples: the same, as often", () => {
  const english = "After `INVITE` comes `ACK`, and `ACK` again.";
  assert.deepEqual(beside(english, "`ACK` et encore `ACK` suivent `INVITE`.", "fr"), []);
  assert.deepEqual(beside(english, "Après `INVITE` vient `ACK`, puis encore une fois.", "fr"), [
    "lacks the sample `ACK`",
  ]);
  assert.deepEqual(beside(english, "Après `INVITE` viennent `ACK`, `ACK` et `BYE`.", "fr"), [
    "has the sample `BYE`, which the English has not (or not as often)",
  ]);
  assert.deepEqual(beside(english, "Après `INVITER` viennent `ACK` et encore `ACK`.", "fr"), [
    "lacks the sample `INVITE`",
    "has the sample `INVITER`, which the English has not (or not as often)",
  ]);
});

test("locked words stay, with a suffix or without: names, methods, header names, phrases, numbers", () => {
  const rows: readonly [english: string, good: string, bad: string, tag: string, findings: string[]][] = [
    ["The UAC sends it.", "UAC'nin gönderdiği budur.", "İstemcinin gönderdiği budur.", "tr", ["UAC"]],
    ["UACs send it now.", "Les UAC l'envoient.", "Les clients l'envoient.", "fr", ["UAC"]],
    ["Asterisk sends it now.", "Это шлёт Asterisk.", "Это шлёт Астериск.", "ru", ["Asterisk"]],
    ["A UA MUST send it.", "UA ắt MUST gửi nó.", "UA phải gửi nó đi.", "vi", ["MUST"]],
    ["It says Not Found here.", "它说 Not Found。", "它说未找到。", "zh", ["Not Found"]],
    ["It needs Retry-After now.", "Il lui faut Retry-After.", "Il lui faut une attente.", "fr", ["Retry-After"]],
    ["The INVITE arrives here.", "L'INVITE arrive ici.", "L'invitation arrive ici.", "fr", ["INVITE"]],
  ];
  for (const [english, good, bad, tag, words] of rows) {
    assert.deepEqual(beside(english, good, tag), [], good);
    const expected = words.map((word) => `lacks "${word}", which stays as it is in every language`);
    assert.deepEqual(beside(english, bad, tag), expected, bad);
  }
  assert.deepEqual(beside("After 486 a 2xx wins.", "Après 480, un 2xx gagne.", "fr"), [
    "lacks 486",
    "names 480, which the English does not",
  ]);
  assert.deepEqual(beside("Repeat a non-100 response.", "Répétez une réponse autre que 100.", "fr"), []);
  assert.deepEqual(beside("See RFC 3261 for it.", "Voir la RFC\u00a03261.", "fr"), []);
  assert.deepEqual(beside("See RFC 3261 for it.", "Voir le document.", "fr"), ["lacks RFC 3261"]);
});

test("length: neither a stub nor an essay, less for Chinese", () => {
  const english = "The callee is in a call now, and the other phones of the user keep on ringing.";
  assert.deepEqual(beside(english, "Occupé.", "fr"), [`is 7 characters for ${english.length}: too short`]);
  assert.deepEqual(beside(english, "被叫正在通话，其他话机继续响。", "zh"), []);
  assert.deepEqual(beside(english, "占线。", "zh"), [`is 3 characters for ${english.length}: too short`]);
  const long = `${"L'appelé parle déjà à une autre personne en ce moment. ".repeat(4)}Fin.`;
  assert.deepEqual(beside(english, long, "fr"), [`is ${long.length} characters for ${english.length}: too long`]);
  assert.deepEqual(beside("Yes", "Oui, bien sûr", "fr", "furniture.yes"), []);
});

test("a title ends as its English ends", () => {
  assert.deepEqual(beside("No such page", "Page introuvable.", "fr", "furniture.notFoundTitle"), [
    "ends like a sentence, unlike the English",
  ]);
  assert.deepEqual(beside("There is no such page.", "Page introuvable", "fr", "furniture.notFoundPage"), [
    "does not end as a sentence",
  ]);
});

test("how French, Chinese and Russian set their marks", () => {
  const whats = (text: string, tag: string) =>
    typographyFindings([entry("behaviours.a", text)], tag).map(({ what }) => what);
  assert.deepEqual(whats("Est-ce lui\u00a0? Oui\u00a0: «\u00a0486\u00a0» le dit.", "fr"), []);
  assert.deepEqual(whats("Est-ce lui ?", "fr"), ['lacks a no-break space before a mark: " ?"']);
  assert.deepEqual(whats("Voici: le code.", "fr"), ['lacks a no-break space before a colon: "i:"']);
  assert.deepEqual(whats('Il dit "oui".', "fr"), ['has straight quotes, not « »: """']);
  assert.deepEqual(whats("代理发送 `ACK`，然后结束。", "zh"), []);
  assert.deepEqual(whats("代理发送,然后结束。", "zh"), ['has a half-width mark after a Chinese character: "送,"']);
  assert.deepEqual(whats("代理发送486。", "zh"), ['lacks a space between Chinese and Latin: "送4"']);
  assert.deepEqual(whats("`ACK`然后结束。", "zh"), ['lacks a space between Chinese and Latin: "}然"']);
  assert.deepEqual(whats("代理 发送。", "zh"), ['has a space between Chinese characters: "理 发"']);
  assert.deepEqual(whats("代理发送， 然后结束。", "zh"), ['has a space beside a full-width mark: "， "']);
  assert.deepEqual(whats('Он сказал "да".', "ru"), ['has straight quotes, not «»: """']);
});

test("the house rules of the English", () => {
  const rows: readonly [key: string, text: string, findings: string[]][] = [
    ["behaviours.a", "It does not send `INVITE` to UAC 486.", []],
    ["behaviours.a", "It doesn't send.", ['has a contraction: "doesn\'t"']],
    ["behaviours.a", "It's sent.", ['has a contraction: "It\'s"']],
    ["behaviours.a", "The proxy's own is sent.", []],
    ["behaviours.a", "Please send it.", ['has a word that says nothing: "Please"']],
    ["behaviours.a", "Send it!", ['has an exclamation mark: "!"']],
    ["behaviours.a", "Send it — now.", ['has a dash: use a colon or two sentences: "—"']],
    ["behaviours.a", "Send; wait; stop.", ['is a chain of semicolons: "; wait;"']],
    [
      "behaviours.a",
      "The `UAC` sends `486`.",
      ['"UAC" is no sample: no backticks', '"486" is no sample: no backticks'],
    ],
    [
      "behaviours.a",
      "The INVITE has Max-Forwards.",
      ['"INVITE" stands without backticks', '"Max-Forwards" stands without backticks'],
    ],
    ["behaviours.a", "It sends {$code}.", ["nobody fills in {$code}"]],
    ["facts.sentBy", "{$code} is sent by: {$roles}.", []],
    ["facts.scope.hop", "{$code} and {$roles}.", ["nobody fills in {$roles}"]],
    ["furniture.searchTitle", "{$query} and {$count}", ["nobody fills in {$count}"]],
    ["codes.486.gloss", "B", ["has 1 characters, not 4 to 48"]],
    ["codes.486.meaning", "Too short to say it.", ["has 20 characters, not 120 to 320"]],
    ["verdicts.480-vs-486.choose", "Too short.", ["has 10 characters, not 120 to 300"]],
  ];
  for (const [key, text, findings] of rows) assert.deepEqual(housed(key, text), findings, text);
  assert.deepEqual(housed("codes.486.says", "486 says that this phone is busy now."), ["names no cause"]);
  assert.deepEqual(housed("codes.180.says", "180 says that the phone is ringing now."), []);
  const twice = "The callee is in a call, and nobody else is there to take this one.";
  assert.deepEqual(
    englishFindings([entry("symptoms.a.b", twice), entry("symptoms.c.d", twice)]).map(({ what }) => what),
    ["says the same as symptoms.a.b"],
  );
});
