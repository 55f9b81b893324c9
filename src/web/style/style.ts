/** The style sheet: one file for every page. */

import { base } from "./base.ts";
import { content } from "./content.ts";
import { frame } from "./frame.ts";

/** Line breaks and indentation are for who reads the source. */
export const style: string = `${base}${frame}${content}`.replace(/\s*\n\s*/g, "\n").trim();
