/** What SIP's codes become elsewhere: ISDN causes, XMPP conditions, the other leg of a back-to-back user agent. */

import type { CodeSummary } from "../../reference/mod.ts";
import type { Route } from "../addresses.ts";
import { accent, type Html, html, marked } from "../markup.ts";
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

function link(view: View, { code, class: name }: CodeSummary): Html {
  return html`<a class="${accent(name)}" href="${to(view, { kind: "code", code })}">${code}</a>`;
}

function links(view: View, codes: readonly CodeSummary[]): Html {
  if (codes.length === 0) return html`<span class="muted">${say(view, "notMapped")}</span>`;
  return html`${codes.map((each, index) => html`${index === 0 ? "" : " "}${link(view, each)}`)}`;
}

function causes(view: View): Html {
  const [toSip, fromSip] = [say(view, "q850ToSip"), say(view, "q850FromSip")];
  const rows = view.reference.causes().map(({ cause, name, code, codeByUser, from }) => {
    const becomes = [code, codeByUser].filter((each) => each !== null);
    return html`<tr><th scope="row" class="number">${cause}</th><td class="plain" lang="en" translate="no">${name}</td><td data-label="${toSip}">${links(view, becomes)}</td><td data-label="${fromSip}">${links(view, from)}</td></tr>
`;
  });
  return html`<div class="framed after"><table class="mapping isdn stack num">
<thead><tr><th scope="col">${say(view, "q850Cause")}</th><th scope="col">${say(view, "q850Name")}</th><th scope="col">${toSip}</th><th scope="col">${fromSip}</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

function conditions(view: View): Html {
  const rows = view.reference.xmpp().map(
    ({
      condition,
      codes,
    }) => html`<tr><th scope="row"><code translate="no">${condition}</code></th><td class="plain">${links(view, codes)}</td></tr>
`,
  );
  return html`<div class="framed after"><table class="mapping stack num">
<thead><tr><th scope="col">${say(view, "xmppCondition")}</th><th scope="col">${say(view, "navCodes")}</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

function hops(view: View): Html {
  const rows = view.reference.hops().map(({ code, asterisk, freeswitch }) => {
    const cells = [
      ["Asterisk", asterisk],
      ["FreeSWITCH", freeswitch],
    ] as const;
    return html`<tr><th scope="row">${link(view, code)} <span translate="no">${code.phrase}</span></th>${cells.map(
      ([product, sent]) => html`<td data-label="${product}">${links(view, sent === null ? [] : [sent])}</td>`,
    )}</tr>
`;
  });
  return html`<div class="framed after"><table class="mapping stack num">
<thead><tr><th scope="col">${say(view, "hopsReceived")}</th><th scope="col">Asterisk</th><th scope="col">FreeSWITCH</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}
