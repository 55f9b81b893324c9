/** What only some pages have: the start page, lists, the decision tree, glossary and symptoms. */

export const pages = `
@layer content {
.hero { padding-block: clamp(1rem, 4vw, 3rem) 0; }
.hero h1 { font-size: clamp(2.1rem, 1.5rem + 3vw, 3.75rem); letter-spacing: -.025em; line-height: 1.1; max-width: 20ch; }
.hero .find { justify-self: start; margin-top: 1.5rem; max-width: 40rem; font-size: 1.1rem; }
.links a, .duel, .tiles a { height: 100%; padding: .65rem 1.1rem; }
.class-card:hover, .rows a:hover, .links a:hover, .duel:hover, .tiles a:hover, .chip:hover { background-color: var(--tint); border-color: var(--edge); text-decoration: none; }
.class-card { display: block; height: 100%; }
.class-card b { font-size: 1.6rem; color: var(--accent); letter-spacing: -.02em; margin-inline-end: .5rem; }
.class-card p { color: var(--muted); margin-top: .3rem; font-size: .95rem; }
.tree details { margin-top: .6rem; }
.tree details details { background: var(--ground); }
.tree summary { padding: .8rem 1.1rem; font-weight: 600; padding-inline-start: 2.4rem; position: relative; list-style: none; }
.tree summary::-webkit-details-marker { display: none; }
.tree summary::before { content: ""; position: absolute; inset-inline-start: 1.1rem; top: calc(.8rem + .5lh - .25em); width: .5em; height: .5em; border: solid var(--muted); border-width: 0 .14em .14em 0; transform: rotate(-45deg); }
[dir="rtl"] .tree summary::before { transform: rotate(135deg); }
.tree [open] > summary::before { transform: translateY(-20%) rotate(45deg); }
.tree details > div { padding: 0 1.1rem 1.1rem; padding-inline-start: clamp(1rem, 3vw, 2.4rem); }
.tree p:not([class]) { font-weight: 650; margin-bottom: .3rem; }
.tree [class*="xx"] + p { margin-top: .6rem; padding-top: .6rem; border-top: 1px dashed var(--line); }
.tree [class*="xx"] a { display: table; font-weight: 700; font-size: 1.15rem; color: var(--accent); }
.entries { --least: 24rem; gap: 1rem; }
.entries :target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
.entries dt, .entries h2 { font-size: 1.1rem; font-weight: 650; line-height: 1.3; margin-bottom: .35rem; letter-spacing: 0; }
.start { margin-top: 1.25rem; }
.links a { display: block; }
.duel { display: grid; grid-template-columns: auto auto minmax(0, 1fr); gap: 0 .75rem; align-items: baseline; font-size: .95rem; }
.duel b { color: var(--accent); font-size: 1.15rem; }
.duel span { color: var(--muted); }
.tiles { --least: 16.5rem; }
.duels, .tiles { grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--least, 19rem)), 1fr)); }
.tiles a { display: grid; grid-template-columns: 3.1rem minmax(0, 1fr); gap: 0 .6rem; align-items: baseline; align-content: start; padding-inline: .9rem; line-height: 1.35; }
.tiles b { grid-row: span 2; color: var(--accent); font-size: 1.2rem; }
.tiles span { font-weight: 600; }
.tiles small { color: var(--muted); font-size: .875rem; }
.mapping a { color: var(--accent); font-weight: 650; }
.mapping { table-layout: fixed; }
.mapping th:first-child { width: 38%; }
.mapping.isdn th:first-child { width: 6rem; }
.mapping.isdn th:nth-child(2) { width: 45%; }
.mapping a { margin-inline-end: .5rem; }
.mapping :is(th, td) { padding-block: .5rem; }
.legend { padding: .6rem .9rem; border-top: var(--box); max-width: none; }
.hops tbody th { font-weight: 400; }
.entries .chips { margin-top: .9rem; }
@media (max-width: 44rem) {
  .start.codes { display: grid; grid-template-columns: repeat(3, 1fr); }
  .start.codes .chip { display: block; text-align: center; font-size: 1.05rem; }
  .start.codes .chip span { position: absolute; clip-path: inset(50%); width: 1px; overflow: hidden; white-space: nowrap; }
  .hops :is(th, td) { padding-inline: .6rem 0; font-size: .9rem; hyphens: auto; }
  .hops thead th { font-size: .75rem; }
  .hops :is(th, td):first-child { width: auto; }
  .hops :is(th, td):nth-child(n + 2) { width: 6rem; }
  .isdn.stack thead { position: static; width: auto; height: auto; clip-path: none; display: block; background: var(--sunken); padding: .5rem 1rem; }
  .isdn.stack thead :is(th, tr) { display: block; border: 0; padding: 0; }
  .isdn.stack thead th:nth-child(-n + 2) { display: none; }
  .isdn.stack tbody tr { display: grid; grid-template-columns: 2.2rem 5.6rem minmax(0, 1fr); gap: .1rem .5rem; padding-block: .6rem; }
  .isdn.stack.stack tbody tr > * { padding: 0; }
  .isdn td:nth-child(2) { grid-column: 2 / -1; }
  .isdn td:nth-child(3) { grid-column: 2; }
  .isdn :is(th, td):nth-child(3)::before { content: "\\2192  "; color: var(--muted); }
  .isdn :is(th, td):nth-child(4)::before { content: "\\2190  "; color: var(--muted); }
  [dir="rtl"] .isdn :is(th, td):nth-child(3)::before { content: "\\2190  "; }
  [dir="rtl"] .isdn :is(th, td):nth-child(4)::before { content: "\\2192  "; }
}
}
`;
