/** The catalogue in a person's language: explanations, comparisons, search, what a pasted line says. */

export * from "./shapes.ts";
