/** The parts pages are made of. */

export const content = `
@layer content {
section { margin-top: clamp(2rem, 4.5vw, 3.25rem); scroll-margin-top: 1rem; }
section > h2 { margin-bottom: .85rem; }
section > h2 + p.muted { margin: -.35rem 0 1rem; }
section p + p { margin-top: .75rem; }
.lead { font-size: clamp(1.1rem, 1.02rem + .4vw, 1.3rem); line-height: 1.5; color: var(--muted); margin-top: .6rem; max-width: 60ch; }
.badge { display: inline-block; font-size: .8rem; font-weight: 600; line-height: 1.3; color: var(--accent); background: var(--tint); border: 1px solid var(--edge); border-radius: 999px; padding: .22rem .7rem; text-decoration: none; }
a.badge:hover { text-decoration: underline; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: clamp(1rem, .8rem + .8vw, 1.4rem); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: var(--gap); list-style: none; padding: 0; }
.cards > * { margin: 0; }
.fixes { grid-template-columns: repeat(auto-fit, minmax(min(100%, 14.5rem), 1fr)); gap: 1rem; }
.card h3 { margin-bottom: .45rem; color: var(--accent); }
.card > p + p, .card > p + ul { margin-top: .6rem; }

.code-head { display: grid; grid-template: auto 1fr / auto minmax(0, 1fr); gap: .7rem clamp(1rem, 3vw, 2.25rem); align-items: start; }
.code-head .huge { font-size: clamp(4.5rem, 3rem + 9vw, 9.5rem); line-height: .82; font-weight: 800; letter-spacing: -.045em; color: var(--accent); font-variant-numeric: tabular-nums; grid-area: 1 / 1 / 3; padding-bottom: .04em; }
.code-head .badge { justify-self: start; grid-area: 1 / 2; margin-top: .35rem; }
.code-head .phrase { display: block; }
.code-head .gloss { display: block; font-size: .6em; font-weight: 450; color: var(--muted); letter-spacing: 0; margin-top: .3rem; }
.code-head h1 { display: contents; }
.code-head .words { font-size: clamp(1.6rem, 1.25rem + 1.8vw, 2.6rem); }
.says { font-size: clamp(1.1rem, 1.02rem + .4vw, 1.3rem); line-height: 1.5; margin-top: clamp(1.1rem, 2.5vw, 1.75rem); max-width: 62ch; }
.strip { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 1px; background: var(--edge); border: 1px solid var(--edge); border-radius: var(--radius); overflow: hidden; margin: clamp(1.25rem, 3vw, 2rem) 0 0; }
.strip > div { background: var(--tint); padding: .85rem 1rem; }
.strip dt { font-size: .8rem; font-weight: 600; color: var(--accent); margin-bottom: .15rem; }
.strip dd { margin: 0; font-size: .925rem; line-height: 1.45; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr) 14rem; gap: clamp(2rem, 5vw, 4rem); }
.columns > .main > section:first-child { margin-top: clamp(1.5rem, 3vw, 2.25rem); }
.toc { margin-top: clamp(1.5rem, 3vw, 2.25rem); align-self: start; position: sticky; top: 1.25rem; font-size: .9rem; max-height: calc(100vh - 2.5rem); overflow-y: auto; }
.toc h2 { font-size: .8rem; color: var(--muted); font-weight: 600; letter-spacing: 0; margin-bottom: .5rem; }
.toc ul { list-style: none; padding: 0; border-inline-start: 2px solid var(--line); }
.toc li { margin: 0; }
.toc a { display: block; padding: .28rem 0 .28rem .85rem; color: var(--muted); text-decoration: none; line-height: 1.35; }
.toc a:hover { color: var(--text); text-decoration: underline; }

.causes { list-style: none; padding: 0; display: grid; gap: .85rem; counter-reset: cause; }
.causes li { margin: 0; display: grid; grid-template-columns: 2rem minmax(0, 1fr); gap: .1rem .75rem; counter-increment: cause; }
.causes li::before { content: counter(cause); grid-row: span 2; width: 2rem; height: 2rem; border-radius: 50%; display: grid; place-items: center; font-weight: 700; font-size: .9rem; color: var(--accent); background: var(--tint); border: 1px solid var(--edge); font-variant-numeric: tabular-nums; }
.causes .what { font-weight: 600; padding-top: .2rem; }
.causes .evidence { color: var(--muted); }
.causes .evidence b { color: var(--text); font-weight: 600; font-size: .9em; }

.framed { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
.facts, .sides { table-layout: fixed; }
.facts th:first-child { width: 10.5rem; }
.facts :is(th, td):last-child { width: 9rem; }
.facts td:last-child { font-size: .875rem; line-height: 1.45; }
.facts.two td:last-child { width: auto; font-size: 1em; line-height: inherit; }
.facts p + p { margin-top: .35rem; }
.num th, .num td { font-variant-numeric: tabular-nums; }
.claims { list-style: none; padding: 0; display: grid; gap: .9rem; }
.claims li { margin: 0; padding-inline-start: 1.9rem; position: relative; }
.claims li::before { content: ""; position: absolute; inset-inline-start: .15rem; top: .42em; width: .42em; height: .8em; border: solid var(--accent); border-width: 0 .17em .17em 0; transform: rotate(42deg); }
.claims .small { color: var(--muted); display: block; overflow-wrap: anywhere; }
.wire { position: relative; }
.wire .copy { position: absolute; top: .55rem; inset-inline-end: .55rem; border: 1px solid var(--line); background: var(--surface); border-radius: .5rem; font-size: .85rem; padding: .3rem .7rem; min-height: 2rem; }
.wire pre b { color: var(--accent); font-weight: 600; }

.chips { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .55rem; }
.chips li { margin: 0; }
.chip { display: inline-flex; gap: .5rem; align-items: baseline; padding: .38rem .8rem; border-radius: 999px; border: 1px solid var(--line); background: var(--surface); color: var(--text); text-decoration: none; font-size: .95rem; line-height: 1.4; }
.chip:hover { border-color: var(--accent); text-decoration: none; background: var(--tint); }
.chip b { color: var(--accent); font-variant-numeric: tabular-nums; }

.rows { list-style: none; padding: 0; display: grid; gap: 0; border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; background: var(--surface); }
.rows li { margin: 0; border-top: 1px solid var(--line); }
.rows li:first-child { border-top: 0; }
.rows a { display: grid; grid-template-columns: 3.6rem minmax(0, 1fr); gap: 0 1rem; padding: .75rem 1.1rem; color: var(--text); text-decoration: none; align-items: baseline; }
.rows a:hover { background: var(--tint); }
.rows a:focus-visible { outline-offset: -.1875rem; }
.rows b { grid-row: span 2; font-size: 1.25rem; color: var(--accent); font-variant-numeric: tabular-nums; }
.rows .name { font-weight: 600; }
.rows .about { color: var(--muted); font-size: .925rem; line-height: 1.45; }

.versus { display: grid; grid-template-columns: auto auto auto; justify-content: start; align-items: baseline; gap: 0 clamp(.75rem, 2.5vw, 1.75rem); font-size: clamp(3.6rem, 2.4rem + 7vw, 7.5rem); line-height: .95; font-weight: 800; letter-spacing: -.045em; margin-block: .35rem .5rem; font-variant-numeric: tabular-nums; }
.versus span { color: var(--accent); }
.versus i { font-size: .26em; font-style: normal; font-weight: 500; letter-spacing: 0; color: var(--muted); }
.compare-title { font-size: clamp(1.3rem, 1.1rem + 1vw, 1.8rem); }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--gap); }
.pair > .card { border-top: .25rem solid var(--accent); }
.pair .card > * + div { margin-top: 1rem; }
.pair .card h3 { font-size: 1.25rem; margin-bottom: .5rem; }
.pair .card h3 a { color: var(--accent); }
.pair h4 { font-size: .85rem; font-weight: 600; color: var(--muted); margin-bottom: .2rem; }
.differences { list-style: none; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.differences li { margin: 0; border-inline-start: .1875rem solid var(--edge); padding-inline-start: 1rem; }
.differences h3 { margin-bottom: .2rem; }
.verdict { border: 1px solid var(--line); border-inline-start: .3rem solid var(--text); border-radius: var(--radius); background: var(--surface); padding: clamp(1rem, .8rem + 1vw, 1.5rem); }
.sides thead th { color: var(--accent); font-size: 1rem; }
.sides thead th:first-child { color: var(--muted); font-size: .85rem; vertical-align: bottom; }
.sides th:first-child { width: 11rem; }
.sides .same :is(th, td) { color: var(--muted); }
.sides .divide th { background: var(--sunken); color: var(--muted); font-size: .85rem; padding-block: .4rem; }
.badges { display: flex; flex-wrap: wrap; gap: .5rem; }
.verdict h3 { font-size: .95rem; margin-bottom: .2rem; color: var(--muted); }
.verdict + .pair, .pair + p, section > p + .swaps { margin-top: var(--gap); }
.swaps { list-style: none; padding: 0; display: grid; gap: .75rem; max-width: var(--measure); }
section > p + .swaps { margin-top: 1rem; }
.swaps li { margin: 0; padding-inline-start: 1rem; border-inline-start: .1875rem solid var(--line); }
.rows.tight { margin-top: 1.25rem; }
.chips.family { margin-top: 1.25rem; }
.relatives { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); margin-top: 1.1rem; }
.relatives pre { font-size: .82em; padding: .75rem .9rem; margin-bottom: .8rem; }
.relatives .card { display: flex; flex-direction: column; }
.pick { flex-wrap: wrap; align-items: end; }
.pick > label { display: grid; gap: .25rem; flex: 1 1 13rem; min-width: 0; font-size: .9rem; font-weight: 600; }
.pick select { width: 100%; min-width: 0; min-height: 2.75rem; padding: .4rem .7rem; border: 1px solid var(--strong-line); border-radius: .6rem; background: var(--surface); font-weight: 400; text-overflow: ellipsis; }
.go { min-height: 2.75rem; padding: .4rem 1.3rem; border: 1px solid var(--text); border-radius: .6rem; background: var(--text); color: var(--ground); font-weight: 600; }
a.go { display: inline-flex; align-items: center; text-decoration: none; }
.go:hover { background: color-mix(in oklab, var(--text) 85%, var(--ground)); }

@media (max-width: 62rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .strip { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .toc { display: none; }
}
@media (max-width: 44rem) {
  .strip { grid-template-columns: minmax(0, 1fr); }
  .code-head { grid-template: none / minmax(0, 1fr); gap: .6rem; }
  .code-head :is(.huge, .badge) { grid-area: auto; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
  .stack tr { padding: .8rem 1rem; border-top: 1px solid var(--line); }
  .stack tbody tr:first-child { border-top: 0; }
  .stack th, .stack td, .stack thead + tbody tr:first-child > * { border: 0; padding: .15rem 0; width: auto; }
  .stack td[data-label]::before { content: attr(data-label); display: block; font-size: .8rem; font-weight: 600; color: var(--accent); }
  .stack td.plain::before { content: none; }
  .mapping.stack tr { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
  .mapping.stack :is(tbody th, td.plain) { grid-column: 1 / -1; width: auto; }
  .stack.stack tbody :is(th, td) { width: auto; }
  .facts td.source[data-label]::before { display: inline; margin-inline-end: .5rem; color: var(--muted); }
  .facts td:last-child { width: auto; }
}
}
`;
