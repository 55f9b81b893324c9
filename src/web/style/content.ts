/** The parts pages are made of. */

export const content = `
@layer content {
section { margin-top: clamp(2rem, 4.5vw, 3.25rem); scroll-margin-top: 1rem; }
section > h2 { margin-bottom: .85rem; }
section > h2 + p.muted { margin: -.35rem 0 1rem; }
section p + p { margin-top: .75rem; }
.lead, .says { font-size: clamp(1.1rem, 1.02rem + .4vw, 1.3rem); line-height: 1.5; max-width: 62ch; text-wrap: balance; }
:lang(zh) > :is(.lead, .says) { text-wrap: wrap; }
.lead { color: var(--muted); margin-top: .6rem; }
.badge { display: inline-block; font-size: .8rem; font-weight: 600; line-height: 1.3; padding: .22rem .7rem; }
a.badge:hover { text-decoration: underline; }
.card, .framed, .rows, .hits, .langs ul, .tree details, :is(.links, .tiles) a, .duel { background: var(--surface); border: var(--box); border-radius: var(--radius); }
.card { padding: clamp(1rem, .8rem + .8vw, 1.4rem); }
.grid { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--least, 19rem)), 1fr)); }
.fixes { --least: 14rem; }
.fixes h3 { font-size: 1rem; }
.card h3 { margin-bottom: .45rem; color: var(--accent); }

.code-head { display: grid; grid-template: auto 1fr / auto minmax(0, 1fr); gap: .7rem clamp(1rem, 3vw, 2.25rem); align-items: start; }
.huge, .versus { font-weight: 800; letter-spacing: -.045em; }
.huge { font-size: clamp(4.5rem, 3rem + 9vw, 9.5rem); line-height: .82; color: var(--accent); grid-area: 1 / 1 / 3; padding-bottom: .04em; margin-inline-start: -.03em; }
.code-head .badge { justify-self: start; grid-area: 1 / 2; margin-top: .35rem; }
.code-head :is(.phrase, .gloss) { display: block; }
.code-head .gloss { font-size: .6em; font-weight: 450; color: var(--muted); letter-spacing: 0; margin-top: .3rem; }
.code-head h1 { display: contents; }
.code-head .words { font-size: clamp(1.6rem, 1.25rem + 1.8vw, 2.6rem); }
.says { margin-top: clamp(1.1rem, 2.5vw, 1.75rem); }
.strip { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; background: var(--edge); border: 1px solid var(--edge); border-radius: var(--radius); margin: clamp(1.25rem, 3vw, 2rem) 0 0; }
.strip > div { background: var(--tint); padding: .85rem 1rem; }
.strip dt { font-size: .8rem; font-weight: 600; color: var(--accent); margin-bottom: .15rem; }
.strip dd { font-size: .925rem; line-height: 1.45; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr) 14rem; gap: clamp(2rem, 5vw, 4rem); }
.columns > .main > section:first-child { margin-top: clamp(1.5rem, 3vw, 2.25rem); }
.toc { margin-top: clamp(1.5rem, 3vw, 2.25rem); align-self: start; position: sticky; top: 1.25rem; font-size: .9rem; max-height: calc(100vh - 2.5rem); overflow-y: auto; }
.toc h2 { font-size: .8rem; color: var(--muted); font-weight: 600; letter-spacing: 0; margin-bottom: .5rem; }
.toc ul { border-inline-start: 2px solid var(--line); }
.toc a { display: block; padding: .28rem 0 .28rem .85rem; color: var(--muted); line-height: 1.35; }
.toc a:hover { color: var(--text); text-decoration: underline; }

.causes { display: grid; gap: .85rem; counter-reset: cause; }
.causes li { display: grid; grid-template-columns: 2rem minmax(0, 1fr); gap: .1rem .75rem; counter-increment: cause; }
.badge, .causes li::before { color: var(--accent); background: var(--tint); border: 1px solid var(--edge); border-radius: 999px; }
.causes li::before { content: counter(cause); grid-row: span 2; width: 2rem; height: 2rem; display: grid; place-items: center; font-weight: 700; font-size: .9rem; }
.causes .what { font-weight: 600; padding-top: .2rem; }
.causes .evidence { color: var(--muted); }
.causes .evidence b { color: var(--text); font-weight: 600; font-size: .9em; }

.framed, .rows, .strip { overflow: hidden; }
.facts, .sides { table-layout: fixed; }
.facts th:first-child { width: 10.5rem; }
.facts :is(th, td):last-child { width: 10.6rem; }
.facts td:last-child { font-size: .875rem; line-height: 1.45; }
.facts.two td:last-child { width: auto; font-size: 1em; line-height: inherit; }
.facts p + p { margin-top: .35rem; }
.claims { display: grid; gap: .9rem; }
.claims li { padding-inline-start: 1.9rem; position: relative; }
.claims li::before { content: ""; position: absolute; inset-inline-start: .4rem; top: .4em; width: .42em; height: .8em; border: solid var(--accent); border-width: 0 .17em .17em 0; transform: rotate(42deg); }
.claims .small { color: var(--muted); display: block; overflow-wrap: anywhere; }
.wire { position: relative; }
.wire .copy { position: absolute; top: .55rem; inset-inline-end: .55rem; border: var(--box); background: var(--surface); border-radius: .5rem; font-size: .85rem; padding: .3rem .7rem; min-height: 2rem; }
.wire pre :is(b, span) { display: block; padding-inline-start: 2ch; text-indent: -2ch; }
.wire pre b { color: var(--accent); font-weight: 600; }
.wire code > :first-child { padding-inline-end: 5rem; }

.chips { display: flex; flex-wrap: wrap; gap: .55rem; }
.chip { display: inline-flex; gap: .5rem; align-items: baseline; padding: .38rem .8rem; border-radius: 999px; border: var(--box); background: var(--surface); font-size: .95rem; line-height: 1.4; }
.chip b { color: var(--accent); }

.rows li { border-top: var(--box); }
.rows li:first-child { border-top: 0; }
.rows a { display: grid; grid-template-columns: 3.6rem minmax(0, 1fr); gap: 0 1rem; padding: .75rem 1.1rem; align-items: baseline; }
.rows a:focus-visible { outline-offset: -.1875rem; }
.rows b { grid-row: span 2; font-size: 1.25rem; color: var(--accent); }
.rows .name { font-weight: 600; }
.rows .about { color: var(--muted); font-size: .925rem; line-height: 1.45; }

.versus { display: flex; align-items: baseline; gap: 0 clamp(.75rem, 2.5vw, 1.75rem); font-size: clamp(3.6rem, 2.4rem + 7vw, 7.5rem); line-height: .95; margin: .14em 0 .1em -.03em; }
.versus span { color: var(--accent); }
.versus i { font-size: .26em; font-style: normal; font-weight: 500; letter-spacing: 0; color: var(--muted); }
.compare-title { font-size: clamp(1.3rem, 1.1rem + 1vw, 1.8rem); }
.pair { --least: 24rem; gap: var(--gap); }
.pair > .card, .class-card, .verdict { background: linear-gradient(var(--accent) 0 0) 0 0 / 100% .25rem no-repeat var(--surface); border-top-color: var(--accent); padding-top: 1.3rem; }
.pair .card > * + div { margin-top: 1rem; }
.pair .card h3 { font-size: 1.25rem; margin-bottom: .5rem; }
.pair .card h3 a { color: var(--accent); }
.pair h4 { font-size: .85rem; font-weight: 600; color: var(--muted); margin-bottom: .2rem; }
.differences { --least: 24rem; gap: 1.1rem var(--gap); }
.differences li { border-top: var(--box); padding-top: .8rem; }
.differences h3 { margin-bottom: .2rem; }
.verdict { --accent: var(--text); }
.verdict p { font-size: 1.075rem; max-width: 68ch; }
.sides thead th { color: var(--accent); font-size: 1rem; }
.sides thead th:first-child { color: var(--muted); font-size: .85rem; vertical-align: bottom; }
.sides th:first-child { width: 11rem; }
.sides .same :is(th, td) { color: var(--muted); }
.sides .divide th { background: var(--sunken); color: var(--muted); font-size: .85rem; padding-block: .4rem; }
.badges { display: flex; flex-wrap: wrap; gap: .5rem; }
.verdict h3 { color: var(--muted); }
.verdict + .pair { margin-top: var(--gap); }
.swaps { display: grid; gap: .75rem; max-width: var(--measure); }
section > p + .swaps { margin-top: 1rem; }
.swaps li { padding-inline-start: 1rem; border-inline-start: .1875rem solid var(--line); }
.relatives pre { font-size: .82em; padding: .75rem .9rem; margin-bottom: .8rem; }
.relatives .card { display: flex; flex-direction: column; }
.pick { flex-wrap: wrap; align-items: end; }
.pick > label { display: grid; gap: .25rem; flex: 1 1 13rem; min-width: 0; font-size: .9rem; font-weight: 600; }
.pick :is(select, input) { width: 100%; min-width: 0; min-height: 2.75rem; padding: .4rem .7rem; border: 1px solid var(--strong-line); border-radius: .6rem; background: var(--surface); font-weight: 400; text-overflow: ellipsis; }
.pick input { font-weight: 600; }
.pick:has(input) > label { flex: 0 1 8rem; }
.go { min-height: 2.75rem; padding: .4rem 1.3rem; border: 1px solid var(--text); border-radius: .6rem; background: var(--text); color: var(--ground); font-weight: 600; }
a.go { display: inline-flex; align-items: center; }
.go:hover { background: color-mix(in oklab, var(--text) 85%, var(--ground)); }

@media (max-width: 62rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .strip { grid-template-columns: 1fr 1fr; }
  .toc { display: none; }
}
@media (max-width: 44rem) {
  .strip { grid-template-columns: 1fr; }
  .code-head { grid-template: none / minmax(0, 1fr); gap: .9rem; }
  .code-head :is(.huge, .badge) { grid-area: auto; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
  .stack tr { padding: .8rem 1rem; border-top: var(--box); }
  .stack tbody tr:first-child { border-top: 0; }
  .stack th, .stack td, .stack thead + tbody tr:first-child > * { border: 0; padding: .15rem 0; width: auto; }
  .stack .divide { padding: 0; background: var(--sunken); }
  .stack .divide th { padding: .4rem 1rem; }
  .stack td[data-label]::before { content: attr(data-label); display: block; font-size: .8rem; font-weight: 600; color: var(--accent); }
  .sides td { padding-bottom: .45rem; }
  .stack.stack tbody :is(th, td) { width: auto; }
  .facts td:last-child { width: auto; }
}
}
`;
