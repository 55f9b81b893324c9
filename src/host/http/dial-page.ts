import { html, raw } from "hono/html";
import { style } from "./status-page.ts";

/** A name that can be called at this server, and what it does. */
export interface DialName {
  readonly name: string;
  readonly says: string;
}

/** The page at `/dial`: what to call to get any answer. Each name is a link that the reader's phone opens. */
export function dialPage(names: readonly DialName[], domain: string) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dial-a-code: ${domain}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>Dial-a-code</h1>
<p>Call one of these and get what it says. In the terminal: <code>ringback call sip:603@${domain}</code></p>
<section>
<h2>Names at ${domain}</h2>
<ul class="links">${names.map(
    ({ name, says }) => html`<li><a href="sip:${name}@${domain}">${name}</a><span>${says}</span></li>`,
  )}</ul>
</section>
</main>
</body>
</html>
`;
}
