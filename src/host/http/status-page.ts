import { createHash } from "node:crypto";
import { html, raw } from "hono/html";

export interface StatusView {
  readonly state: string;
  readonly domains: readonly string[];
  readonly listening: readonly string[];
  readonly version: string;
  /** Dial-a-code is on. */
  readonly hasDial: boolean;
}

/** The colours and shapes of the reference, which this room may not import. */
export const style = `:root{color-scheme:light dark;--ground:light-dark(#f8f7f4,#121316);--surface:light-dark(#fff,#1a1c20);--sunken:light-dark(#f1efea,#0d0e10);--text:light-dark(#1d1c1a,#eceae6);--muted:light-dark(#5c5953,#aca8a0);--line:light-dark(#e2dfd8,#2f3238);--link:light-dark(#1a56b0,#8ab8ff);--ready:light-dark(#16703d,#6fd39a)}
*{box-sizing:border-box;margin:0}
html{font:100%/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--text);background:var(--ground);overflow-wrap:anywhere}
main{max-width:52rem;margin-inline:auto;padding:clamp(1.5rem,5vw,4rem) clamp(1rem,4vw,2.5rem)}
h1{font-size:clamp(1.75rem,1.35rem + 2vw,2.75rem);line-height:1.2;letter-spacing:-.012em}
h1+p{color:var(--muted);font-size:1.15rem}
.state{display:inline-block;margin-top:1rem;padding:.3rem .9rem;border:1px solid currentColor;border-radius:99px;color:var(--muted);font-size:.95rem}
.ready{color:var(--ready)}
section{margin-top:2.25rem}
h2{font-size:1.25rem;line-height:1.2;margin-bottom:.75rem}
ul{list-style:none;padding:0;background:var(--surface);border:1px solid var(--line);border-radius:.75rem;overflow:hidden}
li{padding:.7rem 1.1rem}
li+li{border-top:1px solid var(--line)}
.links li{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:0 1.25rem}
.links span{color:var(--muted)}
a{color:var(--link);font-weight:600;text-underline-offset:.18em}
a:focus-visible{outline:.1875rem solid var(--link);outline-offset:.1875rem;border-radius:.25rem}
code{font:.9em ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media(max-width:36rem){.links li{grid-template-columns:minmax(0,1fr)}}`;

/** A style as a Content-Security-Policy names it. */
export function styleHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Nothing but this page's own style: no scripts, no frames, nothing from elsewhere. */
export const contentSecurityPolicy = `default-src 'none'; style-src ${styleHash(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const links: readonly [string, string][] = [
  ["/", "what every response code means"],
  ["/api/bindings", "who is registered, and where"],
  ["/api/calls", "the last calls and who decided them"],
  ["/api/events", "what happens now, as server-sent events"],
  ["/metrics", "numbers for Prometheus"],
  ["/healthz", "whether this server takes calls"],
];

const DIAL: readonly [string, string] = ["/dial", "what to call to get any answer"];

/** The page at `/console`. */
export function statusPage({ state, domains, listening, version, hasDial }: StatusView) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ringback: ${domains[0] ?? ""}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>Ringback</h1>
<p>SIP that explains itself.</p>
<p class="state ${state}">This server is <strong>${state}</strong> (version ${version}).</p>
${listed("Domains", domains)}
${listed("Listening", listening)}
<section>
<h2>Look inside</h2>
<ul class="links">${(hasDial ? [...links, DIAL] : links).map(([path, text]) => html`<li><a href="${path}">${path}</a><span>${text}</span></li>`)}</ul>
</section>
</main>
</body>
</html>
`;
}

function listed(title: string, values: readonly string[]) {
  return html`<section>
<h2>${title}</h2>
<ul>${values.map((each) => html`<li><code>${each}</code></li>`)}</ul>
</section>`;
}
