import { createHash } from "node:crypto";
import { html, raw } from "hono/html";

export interface StatusView {
  readonly state: string;
  readonly domains: readonly string[];
  readonly listening: readonly string[];
  readonly version: string;
}

const style = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}
code{font-family:ui-monospace,monospace}dt{font-weight:600;margin-top:1rem}dd{margin:0}`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** Nothing but this page's own style: no scripts, no frames, nothing from elsewhere. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const links: readonly [string, string][] = [
  ["/", "what every response code means"],
  ["/api/bindings", "who is registered, and where"],
  ["/api/calls", "the last calls and who decided them"],
  ["/api/events", "what happens now, as server-sent events"],
  ["/metrics", "numbers for Prometheus"],
  ["/healthz", "whether this server takes calls"],
];

/** The page at `/console`. */
export function statusPage({ state, domains, listening, version }: StatusView) {
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
<p>SIP that explains itself. This server is <strong>${state}</strong> (version ${version}).</p>
<dl>
<dt>Domains</dt>${domains.map((domain) => html`<dd><code>${domain}</code></dd>`)}
<dt>Listening</dt>${listening.map((each) => html`<dd><code>${each}</code></dd>`)}
<dt>Look inside</dt>${links.map(([path, text]) => html`<dd><a href="${path}">${path}</a>: ${text}</dd>`)}
</dl>
</main>
</body>
</html>
`;
}
