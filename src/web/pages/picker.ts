/** Choosing two codes to compare: a form that needs no script. */

import { type CatalogueCode, CONFUSED_PAIRS } from "../../catalogue/mod.ts";
import { CLASSES, codeOf, comparisonOf, type Route } from "../addresses.ts";
import { accent, type Html, html } from "../markup.ts";
import { type Page, say, to, type View } from "../view.ts";

const PICKER: Route = { kind: "picker" };

/** Where the form leads when both codes were chosen. */
export function pickedPair(query: URLSearchParams): Route | null {
  const a = codeOf(query.get("a") ?? "");
  const b = codeOf(query.get("b") ?? "");
  return a === null || b === null ? null : comparisonOf(a, b);
}

export function pickerPage(view: View): Page {
  return {
    route: PICKER,
    title: say(view, "comparePick"),
    description: say(view, "compareText"),
    trail: [{ name: say(view, "navCompare"), route: PICKER }],
    main: html`<h1>${say(view, "comparePick")}</h1>
<p class="lead">${say(view, "compareText")}</p>
<section aria-label="${say(view, "comparePick")}">
${pickForm(view, 486, 600)}
</section>
<section id="popular" aria-labelledby="popular-title">
<h2 id="popular-title">${say(view, "popularPairs")}</h2>
${popularPairs(view, CONFUSED_PAIRS)}
</section>`,
  };
}

export function popularPairs(view: View, pairs: readonly string[]): Html {
  const rows = pairs.map((pair) => {
    const [a, b] = pair.split("-vs-").map((text) => view.reference.summary(codeOf(text) as CatalogueCode));
    if (a === undefined || b === undefined) return html``;
    const address = to(view, comparisonOf(a.code, b.code));
    return html`<li><a class="duel" href="${address}"><b class="${accent(a.class)}">${a.code}</b><b class="${accent(b.class)}">${b.code}</b><span lang="en" translate="no">${a.phrase} / ${b.phrase}</span></a></li>
`;
  });
  return html`<ul class="grid duels">
${rows}</ul>`;
}

/** The form, with two codes chosen from lists. */
export function pickForm(view: View, a: CatalogueCode, b: CatalogueCode): Html {
  return form(view, codeSelect(view, "a", a), codeSelect(view, "b", b));
}

/** The same for who knows the numbers, on pages too many and too long to hold both lists. An unknown number leads to the lists. */
export function numberForm(view: View, a: CatalogueCode, b: CatalogueCode): Html {
  const field = (name: string, code: CatalogueCode): Html =>
    html`<input name="${name}" value="${code}" required inputmode="numeric" pattern="[1-6]\\d\\d" maxlength="3" autocomplete="off">`;
  return form(view, field("a", a), field("b", b));
}

/** The browser element goes to the page without the detour. */
function form(view: View, first: Html, second: Html): Html {
  return html`<ringback-picker data-base="${to(view, PICKER)}">
<form class="pick" action="${to(view, PICKER)}">
<label>${say(view, "compareFirst")}${first}</label>
<label>${say(view, "compareSecond")}${second}</label>
<button class="go">${say(view, "compareGo")}</button>
</form>
</ringback-picker>`;
}

function codeSelect(view: View, name: string, chosen: CatalogueCode): Html {
  // 78 times on a page, twice: HTML lets the ends of options and groups go unsaid.
  const groups = CLASSES.map((each) => view.reference.classOf(each)).map(
    (group) =>
      html`<optgroup label="${group.class} ${group.name}">${group.codes.map(
        ({ code, phrase }) => html`<option value=${code}${code === chosen ? html` selected` : ""}>${code} ${phrase}
`,
      )}`,
  );
  return html`<select name="${name}" translate="no">
${groups}</select>`;
}
