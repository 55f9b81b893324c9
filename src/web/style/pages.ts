/** What only some pages have: the start page, lists, the decision tree, glossary and symptoms. */

export const pages = `
@layer content {
.hero { padding-block: clamp(1rem, 4vw, 3rem) 0; }
.hero h1 { font-size: clamp(2.1rem, 1.5rem + 3vw, 3.75rem); letter-spacing: -.025em; max-width: 20ch; }
.hero .find { justify-self: start; margin-top: 1.5rem; max-width: 40rem; font-size: 1.1rem; }
.classes { grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
.class-card { display: block; color: var(--text); text-decoration: none; border-top: .25rem solid var(--accent); height: 100%; }
.class-card:hover { background: var(--tint); }
.class-card b { font-size: 1.6rem; color: var(--accent); font-variant-numeric: tabular-nums; letter-spacing: -.02em; margin-inline-end: .5rem; }
.class-card strong { font-weight: 650; }
.class-card p { color: var(--muted); margin-top: .3rem; font-size: .95rem; }
.tree details { border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); margin-top: .6rem; }
.tree details details { background: var(--ground); }
.tree summary { padding: .8rem 1.1rem; font-weight: 600; list-style-position: outside; padding-inline-start: 2.4rem; position: relative; list-style: none; }
.tree summary::-webkit-details-marker { display: none; }
.tree summary::before { content: ""; position: absolute; inset-inline-start: 1.1rem; top: 1.4em; width: .5em; height: .5em; border: solid var(--muted); border-width: 0 .14em .14em 0; transform: translateY(-40%) rotate(-45deg); }
[dir="rtl"] .tree summary::before { transform: translateY(-40%) rotate(135deg); }
.tree [open] > summary::before { transform: translateY(-60%) rotate(45deg); }
.tree .inside { padding: 0 1.1rem 1.1rem; padding-inline-start: clamp(1rem, 3vw, 2.4rem); }
.tree .question { font-weight: 650; margin-bottom: .3rem; }
.answer { display: grid; gap: .1rem; justify-items: start; }
.answer + .answer { margin-top: .6rem; padding-top: .6rem; border-top: 1px dashed var(--line); }
.answer a { font-weight: 700; font-size: 1.15rem; color: var(--accent); font-variant-numeric: tabular-nums; }
.entries { display: grid; gap: var(--gap); grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); padding: 0; list-style: none; }
.entries > * { margin: 0; scroll-margin-top: 1rem; }
.entries :target, .entries > :target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
.entries dt, .entries h2 { font-size: 1.1rem; font-weight: 650; line-height: 1.3; margin-bottom: .35rem; letter-spacing: 0; }
.entries dd { margin: 0; }
.start { margin-top: 1.25rem; }
.links { list-style: none; padding: 0; display: grid; gap: .55rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
.links li { margin: 0; }
.links a { display: block; height: 100%; padding: .7rem 1.1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); color: var(--text); text-decoration: none; }
.links a:hover { border-color: var(--strong-line); background: color-mix(in oklab, var(--link) 6%, var(--surface)); }
.duels { list-style: none; padding: 0; display: grid; gap: .55rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
.duels li { margin: 0; }
.duel { display: grid; grid-template-columns: auto auto minmax(0, 1fr); gap: 0 .75rem; align-items: baseline; height: 100%; padding: .65rem 1.1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); color: var(--text); text-decoration: none; font-size: .95rem; }
.duel:hover { border-color: var(--strong-line); background: color-mix(in oklab, var(--link) 6%, var(--surface)); }
.duel b { color: var(--accent); font-variant-numeric: tabular-nums; font-size: 1.15rem; }
.duel span { color: var(--muted); }
.tiles { list-style: none; padding: 0; display: grid; gap: .55rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16.5rem), 1fr)); }
.tiles li { margin: 0; }
.tiles a { display: grid; grid-template-columns: 3.1rem minmax(0, 1fr); gap: 0 .6rem; align-items: baseline; align-content: start; height: 100%; padding: .65rem .9rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); color: var(--text); text-decoration: none; line-height: 1.35; }
.tiles a:hover { border-color: var(--accent); background: var(--tint); }
.tiles b { grid-row: span 2; color: var(--accent); font-size: 1.2rem; font-variant-numeric: tabular-nums; }
.tiles span { font-weight: 600; }
.tiles small { color: var(--muted); font-size: .875rem; }
.mapping a { color: var(--accent); font-weight: 650; }
.mapping { table-layout: fixed; }
.mapping th:first-child { width: 38%; }
.mapping.isdn th:first-child { width: 6rem; }
.mapping.isdn th:nth-child(2) { width: 45%; }
.mapping.num td { overflow-wrap: normal; }
.mapping tbody th a + span { font-weight: 400; }
.lookat { margin-top: .9rem; }
.entries .lookat + .chips { margin-top: .35rem; }
}
`;
