/** On paper: the text, without what is there to click. */

export const print = `
@layer print {
@media print {
  :root { color-scheme: light; }
  html { background: #fff; font-size: 10pt; }
  .top, .bottom, .toc, .crumbs, .picker, .copy, .skip { display: none; }
  main { padding: 0; }
  .wrap { max-width: none; padding: 0; }
  section, .card, li, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .columns { display: block; }
  details > * { display: block; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; }
}
}
`;
