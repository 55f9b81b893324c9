/** The style sheet: one file for every page. */

import { base } from "./base.ts";
import { content } from "./content.ts";
import { frame } from "./frame.ts";
import { pages } from "./pages.ts";
import { print } from "./print.ts";

/** Spaces that only readers of the source need are left out, and names of custom properties are short. */
export const style: string = shortNamed(`${base}${frame}${content}${pages}${print}`)
  .replace(/\s*\n\s*/g, "")
  .replace(/ ?([{}>]) ?|([;:,]) /g, "$1$2")
  .replaceAll(";}", "}");

/** No script and no other sheet reads these properties. */
function shortNamed(sheet: string): string {
  const names = [...new Set(sheet.match(/--[a-z][a-z-]*/g))];
  return sheet.replace(/--[a-z][a-z-]*/g, (name) => `--${names.indexOf(name).toString(36)}`);
}
