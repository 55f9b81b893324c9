/** Words of any language, so that they can be compared: case, accents and script of no account. */

/** Lower case without accents; the Turkish dotless i counts as i, the Vietnamese đ as d. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll("ı", "i");
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}]+/gu;

/** The words of a text, folded; where a script writes no spaces, every two neighbouring characters. */
export function words(text: string): string[] {
  const found: string[] = [];
  for (const [word] of folded(text).matchAll(WORDS)) {
    if (!HAN.test(word) || word.length < 3) found.push(word);
    else for (let i = 0; i + 1 < word.length; i++) found.push(word.slice(i, i + 2));
  }
  return found;
}

/** How well `wanted` and `word` agree, 0 to 1: the same, one the beginning of the other, or of one stem. */
export function likeness(wanted: string, word: string): number {
  if (wanted === word) return 1;
  const shorter = Math.min(wanted.length, word.length);
  let shared = 0;
  while (shared < shorter && wanted[shared] === word[shared]) shared++;
  if (shared === wanted.length && shared >= 2) return 0.8;
  const longer = Math.max(wanted.length, word.length);
  return shared >= 4 && shared >= 0.6 * longer ? 0.6 : 0;
}

/** Whether one insertion, deletion, replacement or swap of neighbours makes one of the other. */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const left = a.slice(from, a.length - back);
  const right = b.slice(from, b.length - back);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
