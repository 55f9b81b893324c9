/** 603 and its relatives: a person who declines, and machines that block. */

import type { CatalogueCode, FurnitureKey } from "../../catalogue/mod.ts";
import { accent, type Html, html, marked } from "../markup.ts";
import { say, to, type View } from "../view.ts";

const FAMILY: readonly CatalogueCode[] = [603, 607, 608];

export function isBlockedFamily(code: CatalogueCode): boolean {
  return FAMILY.includes(code);
}

/** What a person reads in a trace, and which of the four it is. */
const KINDS: readonly { readonly line: string; readonly code: CatalogueCode; readonly text: FurnitureKey }[] = [
  { line: "SIP/2.0 603 Decline", code: 603, text: "blockedDecline" },
  {
    line: 'SIP/2.0 603 Network Blocked\nReason: SIP;cause=603;text="v=analytics1;url=https://analytics.example.net/redress";location=TN',
    code: 603,
    text: "blocked603Plus",
  },
  { line: "SIP/2.0 607 Unwanted", code: 607, text: "blocked607" },
  {
    line: "SIP/2.0 608 Rejected\nCall-Info: <https://analytics.example.net/complaint>;purpose=jwscard",
    code: 608,
    text: "blocked608",
  },
];

export function blockedSection(view: View): Html {
  return html`<p>${marked(say(view, "blockedText"))}</p>
<div class="grid relatives after">
${KINDS.map(
  ({
    line,
    code,
    text,
  }) => html`<div class="card"><pre translate="no"><code>${line}</code></pre><p>${marked(say(view, text))} <a class="${accent("6xx")}" href="${to(view, { kind: "code", code })}">${code}</a></p></div>
`,
)}</div>`;
}
