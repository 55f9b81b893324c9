import { html, raw } from "hono/html";
import { style, styleHash } from "./status-page.ts";

/** A name that can be called at this server, and what it does. */
export interface DialName {
  readonly name: string;
  readonly says: string;
}

/** The scripts of the page's telephone, by their path below `/dial/`; null: there is no such script. */
export type DialScripts = (path: string) => string | null;

export interface DialView {
  readonly names: readonly DialName[];
  readonly domain: string;
  /** Whether calls can be made from the page: it has a telephone then, `/dial/phone.js`. */
  readonly hasPhone: boolean;
  /** The realm in which calls are challenged; null when they are not. */
  readonly realm: string | null;
}

const layout = `.links li{grid-template-columns:9rem minmax(0,1fr) auto;align-items:start}
.links output{grid-column:2/-1;font-weight:600}
form{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;margin-top:1.25rem}
label{display:grid;color:var(--muted);font-size:.95rem}
input,button{font:inherit;padding:.3rem .9rem;color:var(--text);background:var(--surface);border:1px solid var(--muted);border-radius:.4rem}
button{cursor:pointer}
input:focus-visible,button:focus-visible{outline:.1875rem solid var(--link);outline-offset:.1875rem}
@media(max-width:36rem){.links li{grid-template-columns:minmax(0,1fr) auto}.links span,.links output{grid-column:1/-1}}`;

/** Nothing but this server's own style and telephone, which connects to nobody else. */
export const dialPolicy = `default-src 'none'; script-src 'self'; connect-src 'self'; style-src ${styleHash(style)} ${styleHash(layout)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page at `/dial`: what to call to get any answer. Each name is a link that the reader's phone opens, and a button that calls. */
export function dialPage({ names, domain, hasPhone, realm }: DialView) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dial-a-code: ${domain}</title>
<style>${raw(style)}</style>
<style>${raw(layout)}</style>
${hasPhone ? html`<script type="module" src="/dial/phone.js"></script>` : ""}
</head>
<body>
<main data-domain="${domain}" data-realm="${realm ?? ""}">
<h1>Dial-a-code</h1>
<p>Call one of these and get what it says. In the terminal: <code>ringback call sip:603@${domain}</code></p>
${hasPhone && realm !== null ? credentials() : ""}
<section>
<h2>Names at ${domain}</h2>
<ul class="links">${names.map(
    ({ name, says }) =>
      html`<li><a href="sip:${name}@${domain}">${name}</a><span>${says}</span>${hasPhone ? html`<button type="button" data-name="${name}" hidden aria-label="Call ${name} from this page">Call</button><output></output>` : ""}</li>`,
  )}</ul>
</section>
</main>
</body>
</html>
`;
}

/** Who calls, where calls are challenged; the page keeps neither word. */
function credentials() {
  return html`<form>
<label>User <input name="user" autocomplete="username" autocapitalize="off" spellcheck="false"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
</form>`;
}
