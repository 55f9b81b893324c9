/**
 * What stands around every page: header with search and navigation, breadcrumbs, footer. A browser may draw a page of which it has
 * only the beginning: nothing here takes its place from what comes after it.
 */

export const frame = `
@layer frame {
.wrap { width: 100%; max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.skip { position: absolute; inset-inline-start: 1rem; top: -6rem; z-index: 3; background: var(--text); color: var(--ground); padding: .6rem 1rem; border-radius: 0 0 .5rem .5rem; }
.skip:focus { top: 0; }
.top { background: var(--surface); border-bottom: var(--box); }
.top .wrap { display: grid; grid-template: "brand find tools" 2.75rem "nav nav nav" auto / 11rem minmax(0, 1fr) 11rem; gap: .75rem 1.5rem; align-items: center; padding-top: .8rem; }
.brand { grid-area: brand; display: inline-flex; gap: .55rem; align-items: center; font-weight: 700; font-size: 1.1rem; letter-spacing: -.01em; }
.brand svg { width: 1.6rem; height: 1.6rem; color: var(--link); }
.find { grid-area: find; position: relative; justify-self: center; width: 100%; max-width: 34rem; }
.find form, form.pick { display: flex; gap: .5rem; }
.field { display: flex; flex: 1; min-width: 0; align-items: center; border: 1px solid var(--strong-line); border-radius: 999px; background: var(--ground); }
.field:focus-within { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
.field input { flex: 1; min-width: 0; border: 0; background: none; padding: .5rem .35rem; padding-inline-start: 1rem; outline: none; text-overflow: ellipsis; }
.field input::placeholder { color: var(--muted); opacity: 1; }
.field input::-webkit-search-cancel-button { opacity: .5; }
.field button { border: 0; background: none; padding: .4rem .8rem; min-width: 2.6rem; min-height: 2.4rem; color: var(--muted); border-radius: 999px; display: grid; place-items: center; }
.field button svg { width: 1.1rem; height: 1.1rem; }
.field button:hover { color: var(--text); }
.hits { position: absolute; inset-inline: 0; top: calc(100% + .4rem); z-index: 2; padding: .35rem; box-shadow: var(--shade); max-height: min(70vh, 28rem); overflow-y: auto; }
.hits li { padding: .5rem .7rem; border-radius: .5rem; display: grid; grid-template-columns: 2.6rem 1fr; gap: .1rem .7rem; cursor: pointer; }
.hits li > :first-child { font-weight: 700; color: var(--accent); grid-row: span 2; }
.hits li > :last-child { color: var(--muted); font-size: .875rem; line-height: 1.4; }
.hits li:not([class]) > :first-child { color: var(--muted); }
.hits [aria-selected="true"] { background: var(--tint); outline: 2px solid var(--accent); outline-offset: -2px; }
.tools { grid-area: tools; display: grid; grid-template-columns: minmax(0, 1fr); justify-items: end; align-items: center; min-height: 2.5rem; margin-inline-end: -.65rem; }
.scripted .tools { grid-template-columns: minmax(0, 1fr) 2.5rem; }
.tools summary, .theme button { list-style: none; display: inline-flex; align-items: center; justify-content: center; gap: .35rem; min-height: 2.5rem; min-width: 2.5rem; padding: .3rem .6rem; border: 0; background: none; border-radius: .5rem; color: var(--text); font-size: .95rem; }
.tools summary::-webkit-details-marker { display: none; }
.tools :is(summary, button):hover { background: var(--sunken); }
.tools svg { width: 1.15rem; height: 1.15rem; }
.langs { position: relative; }
.langs ul { position: absolute; inset-inline-end: 0; top: calc(100% + .35rem); z-index: 2; padding: .35rem; min-width: 11rem; box-shadow: var(--shade); }
.langs li a { display: block; padding: .45rem .75rem; border-radius: .5rem; }
.langs li a:hover { background: var(--sunken); }
.langs [aria-current] { font-weight: 700; }
.nav-area { grid-area: nav; }
.nav { display: flex; flex-wrap: wrap; gap: 0 1.6rem; }
.nav a { display: block; padding: .35rem 0 .6rem; color: var(--muted); font-size: .95rem; border-bottom: .1875rem solid transparent; }
.nav a:hover { color: var(--text); }
.nav [aria-current] { color: var(--text); border-color: var(--accent); }
main { flex: 1; padding-block: clamp(1.25rem, 3vw, 2.25rem) clamp(3rem, 7vw, 5.5rem); }
.crumbs { display: flex; flex-wrap: wrap; gap: .1rem .5rem; font-size: .9rem; color: var(--muted); margin-bottom: clamp(1rem, 2.5vw, 1.75rem); }
.crumbs li + li::before { content: "/"; margin-inline-end: .5rem; color: var(--strong-line); }
.crumbs a { color: var(--muted); }
.bottom { border-top: var(--box); background: var(--surface); color: var(--muted); font-size: .9rem; }
.bottom .wrap { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; justify-content: space-between; padding-block: 1.75rem; }
.bottom ul { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; }
.bottom a { color: var(--muted); display: inline-block; padding-block: .2rem; }
@media (max-width: 48rem) {
  .top .wrap { grid-template: "brand tools" 2.75rem "find find" 2.75rem "nav nav" auto / minmax(0, 1fr) 11rem; gap: .6rem .5rem; }
  .top .plain { grid-template: "brand tools" 2.75rem "nav nav" auto / minmax(0, 1fr) 11rem; }
  .find { max-width: none; }
  .nav { gap: 0 1.15rem; }
  .nav a { padding: .45rem 0; font-size: .925rem; border-bottom-width: .125rem; }
}
}
`;
