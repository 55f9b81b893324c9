/** Colours, type and the bare elements. One accent per class of codes, AA on every ground it stands on, light and dark. */

export const base = `
@layer base, frame, content, print;
@layer base {
:root {
  color-scheme: light dark;
  --ground: light-dark(#f8f7f4, #121316);
  --surface: light-dark(#fff, #1a1c20);
  --sunken: light-dark(#f1efea, #0d0e10);
  --text: light-dark(#1d1c1a, #eceae6);
  --muted: light-dark(#5c5953, #aca8a0);
  --line: light-dark(#e2dfd8, #2f3238);
  --strong-line: light-dark(#8b867d, #777a82);
  --link: light-dark(#1a56b0, #8ab8ff);
  --accent: var(--link);
  --tint: color-mix(in oklab, var(--accent) 8%, var(--surface));
  --edge: color-mix(in oklab, var(--accent) 32%, var(--line));
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  --mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --radius: .75rem;
  --gap: clamp(1rem, .7rem + 1.4vw, 1.75rem);
  --measure: 70ch;
  --box: 1px solid var(--line);
  --shade: 0 .75rem 2.5rem light-dark(#1e190f29, #0000008c);
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
.c1xx, .mapping [href*="sip/1"] { --accent: light-dark(#1c5cb3, #86b6ff); }
.c2xx, .mapping [href*="sip/2"] { --accent: light-dark(#16703d, #6fd39a); }
.c3xx, .mapping [href*="sip/3"] { --accent: light-dark(#6a3fb4, #c2a6ff); }
.c4xx, .mapping [href*="sip/4"] { --accent: light-dark(#8a5200, #f2ba58); }
.c5xx, .mapping [href*="sip/5"] { --accent: light-dark(#b2390d, #ff9a70); }
.c6xx, .mapping [href*="sip/6"] { --accent: light-dark(#a5123c, #ff86a0); }
[class*="xx"] { --tint: color-mix(in oklab, var(--accent) 8%, var(--surface)); --edge: color-mix(in oklab, var(--accent) 32%, var(--line)); }
*, ::before, ::after { box-sizing: border-box; }
* { margin: 0; }
html {
  font: 100%/1.6 var(--sans);
  color: var(--text);
  background: var(--ground);
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  overflow-y: scroll;
  scroll-padding-top: 1rem;
  overflow-wrap: break-word;
  font-variant-numeric: tabular-nums;
}
html:lang(zh) { line-height: 1.75; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body { min-height: 100vh; display: flex; flex-direction: column; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; font-weight: 680; letter-spacing: -.012em; }
html:lang(zh) :is(h1, h2, h3) { letter-spacing: 0; line-height: 1.35; }
h1 { font-size: clamp(1.75rem, 1.35rem + 2vw, 2.75rem); }
h2 { font-size: clamp(1.25rem, 1.12rem + .6vw, 1.55rem); }
h3 { font-size: 1.05rem; }
p, li, dd, td { text-wrap: pretty; }
p { max-width: var(--measure); }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .07em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: .1875rem solid var(--link); outline-offset: .1875rem; border-radius: .25rem; }
code, pre, kbd { font-family: var(--mono); font-size: .9em; font-variant-ligatures: none; }
code { background: var(--sunken); border-radius: .3em; padding: .1em .25em; white-space: nowrap; }
code.long { white-space: normal; overflow-wrap: anywhere; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
pre { background: var(--sunken); border: var(--box); border-radius: var(--radius); padding: 1rem 1.15rem; line-height: 1.65; white-space: pre-wrap; overflow-wrap: anywhere; direction: ltr; text-align: left; }
pre code { background: none; padding: 0; font-size: 1em; white-space: inherit; }
ul, ol { list-style: none; padding: 0; }
.list { list-style: disc; padding-inline-start: 1.25rem; }
.list li + li { margin-top: .35rem; }
button, input, select { font: inherit; color: inherit; }
button, summary { cursor: pointer; }
svg { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.dot { fill: currentColor; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .7rem .9rem; border-top: var(--box); }
thead th { border-top: 0; font-size: .85rem; font-weight: 600; color: var(--muted); }
tbody tr:first-child > * { border-top: 0; }
thead + tbody tr:first-child > * { border-top: var(--box); }
tbody th { font-weight: 600; text-wrap: balance; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--muted); }
.small { font-size: .9rem; }
html:not(.scripted) .needs-script { display: none; }
ringback-search, ringback-copy { display: block; }
.quiet, .tiles a, .duel, .links a, .rows a, .class-card, .chip, .brand, .langs a, .toc a, .nav a, .badge, .go, .skip { color: inherit; text-decoration: none; }
.quiet::after { content: " \\2192"; color: var(--muted); font-weight: 400; }
[dir="rtl"] .quiet::after { content: " \\2190"; }
.quiet:hover { text-decoration: underline; }
.accented { color: var(--accent); }
.after { margin-top: 1.1rem; }
}
`;
