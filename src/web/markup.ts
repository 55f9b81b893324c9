/** What templates are written with. */

import { html, raw } from "hono/html";
import type { ResponseClass, Source } from "../catalogue/mod.ts";
import { pieces } from "../reference/mod.ts";

export { html, raw };

/** A piece of a page, escaped. Templates here hold no promise, so it is never one at run time. */
export type Html = ReturnType<typeof html>;

export const nothing: Html = raw("");

/** Samples up to this length stay on one line; a longer one may have to be broken on a phone. */
const SHORT = 18;

/** A text of the reference with its protocol samples as code. */
export function marked(text: string): Html {
  if (!text.includes("`")) return html`${text}`;
  const parts = pieces(text).map((piece) => (piece.sample ? code(piece.text) : piece.text));
  return html`${parts}`;
}

function code(sample: string): Html {
  return sample.length > SHORT
    ? html`<code class="long" translate="no">${sample}</code>`
    : html`<code translate="no">${sample}</code>`;
}

/** A text of the reference where no markup may stand: titles, descriptions. */
export function bare(text: string): string {
  return text.replaceAll("`", "");
}

/** Data for a script element: JSON in which nothing can end the element. */
export function jsonFor(data: unknown): Html {
  return raw(JSON.stringify(data).replaceAll("<", "\\u003c"));
}

/** The class whose accent the element takes. */
export function accent(name: ResponseClass): string {
  return `c${name}`;
}

/** A source as a link to the document, where it is one of the RFCs. */
export function sourceLink(source: Source): Html {
  const [, number, section] = /^RFC (\d+)(?: §([\d.]+))?/.exec(source) ?? [];
  // A product is named the same in every language.
  if (number === undefined) return html`${source.replace(/^practice: /, "")}`;
  const anchor = section === undefined ? "" : `#section-${section.replace(/\.$/, "")}`;
  return html`<a href="https://www.rfc-editor.org/rfc/rfc${number}${anchor}">${source.replace("RFC ", "RFC\u00a0")}</a>`;
}
