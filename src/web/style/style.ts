/** The style sheet: one file for every page. */

import { base } from "./base.ts";
import { content } from "./content.ts";
import { frame } from "./frame.ts";
import { pages } from "./pages.ts";
import { print } from "./print.ts";

/** Spaces that only readers of the source need are left out. */
export const style: string = `${base}${frame}${content}${pages}${print}`
  .replace(/\s*\n\s*/g, "")
  .replace(/ ?([{}>]) ?|([;:,]) /g, "$1$2")
  .replaceAll(";}", "}");
