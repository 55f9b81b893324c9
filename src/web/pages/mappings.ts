/** What SIP's codes become elsewhere: ISDN causes, XMPP conditions, the other leg of a back-to-back user agent. */

import { CAUSE_OF_CLEARING } from "../../catalogue/mod.ts";
import type { CodeSummary } from "../../reference/mod.ts";
import type { Route } from "../addresses.ts";
import { type Html, html, marked } from "../markup.ts";
import { type Page, say, to, type View } from "../view.ts";

const MAPPINGS: Route = { kind: "mappings" };

export function mappingsPage(view: View): Page {
  const title = say(view, "mappingsTitle");
  return {
    route: MAPPINGS,
    title,
    description: say(view, "mappingsText"),
    trail: [{ name: say(view, "navMappings"), route: MAPPINGS }],
    main: html`<h1>${title}</h1>
<p class="lead">${marked(say(view, "mappingsText"))}</p>
<section id="q850" aria-labelledby="q850-title">
<h2 id="q850-title">${say(view, "q850Title")}</h2>
<p>${marked(say(view, "q850Text"))}</p>
${causes(view)}
</section>
<section id="xmpp" aria-labelledby="xmpp-title">
<h2 id="xmpp-title">${say(view, "xmppTitle")}</h2>
<p>${marked(say(view, "xmppText"))}</p>
${conditions(view)}
</section>
<section id="hops" aria-labelledby="hops-title">
<h2 id="hops-title">${say(view, "hopsTitle")}</h2>
<p>${marked(say(view, "hopsText"))}</p>
${hops(view)}
</section>`,
  };
}

const NONE = html`–`;

/** What the dash in a table says. */
function legend(view: View): Html {
  return html`<p class="legend small muted">${NONE} ${say(view, "notMapped")}</p>`;
}

/** The style sheet tells the class by the address: there are hundreds of these. */
function link(view: View, { code }: CodeSummary): Html {
  return html`<a href="${to(view, { kind: "code", code })}">${code}</a>`;
}

function links(view: View, codes: readonly CodeSummary[]): Html {
  if (codes.length === 0) return NONE;
  return html`${codes.map((each, index) => html`${index === 0 ? "" : " "}${link(view, each)}`)}`;
}

/** Rows of the long tables leave the ends of their cells unsaid, as HTML allows. */
function causes(view: View): Html {
  const [toSip, fromSip] = [say(view, "q850ToSip"), say(view, "q850FromSip")];
  const rows = view.reference.causes().map(({ cause, name, code, codeByUser, from }) => {
    const becomes = [code, codeByUser].filter((each) => each !== null);
    const [to, back] = [becomes, from].map((codes) =>
      cause === CAUSE_OF_CLEARING ? html`BYE, CANCEL` : links(view, codes),
    );
    return html`<tr><th scope="row">${cause}<td>${name}<td>${to}<td>${back}
`;
  });
  return html`<div class="framed after"><table class="mapping isdn stack">
<thead><tr><th scope="col">${say(view, "q850Cause")}</th><th scope="col">${say(view, "q850Name")}</th><th scope="col">${toSip}</th><th scope="col">${fromSip}</th></tr></thead>
<tbody lang="en" translate="no">
${rows}</tbody>
</table>${legend(view)}</div>`;
}

function conditions(view: View): Html {
  const rows = view.reference.xmpp().map(
    ({
      condition,
      codes,
    }) => html`<tr><th scope="row"><code translate="no">${condition}</code></th><td>${links(view, codes)}</td></tr>
`,
  );
  return html`<div class="framed after"><table class="mapping stack">
<thead><tr><th scope="col">${say(view, "xmppCondition")}</th><th scope="col">${say(view, "navCodes")}</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

function hops(view: View): Html {
  const rows = view.reference.hops().map(({ code, asterisk, freeswitch }) => {
    const cells = [asterisk, freeswitch];
    return html`<tr><th scope="row">${link(view, code)} ${code.phrase}${cells.map(
      (sent) => html`<td>${links(view, sent === null ? [] : [sent])}`,
    )}
`;
  });
  return html`<div class="framed after"><table class="mapping hops">
<thead><tr><th scope="col">${say(view, "hopsReceived")}</th><th scope="col">Asterisk</th><th scope="col">FreeSWITCH</th></tr></thead>
<tbody lang="en" translate="no">
${rows}</tbody>
</table>${legend(view)}</div>`;
}
