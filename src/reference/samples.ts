/** Protocol samples inside a text: backticks set them off where a text is marked. */

export interface Piece {
  readonly text: string;
  /** A protocol sample: shown as code, the same in every language. */
  readonly sample: boolean;
}

/** The pieces of a marked text in order, none of them empty. A backtick without its partner is an ordinary character. */
export function pieces(marked: string): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  while (at < marked.length) {
    const open = marked.indexOf("`", at);
    const close = open === -1 ? -1 : marked.indexOf("`", open + 1);
    if (close === -1) break;
    if (open > at) found.push({ text: marked.slice(at, open), sample: false });
    if (close > open + 1) found.push({ text: marked.slice(open + 1, close), sample: true });
    at = close + 1;
  }
  if (at < marked.length) found.push({ text: marked.slice(at), sample: false });
  return found;
}

/** The text without the marks. */
export function unmarked(text: string): string {
  if (!text.includes("`")) return text;
  return pieces(text)
    .map((piece) => piece.text)
    .join("");
}
