/** Drawings in the colour of the text beside them. They say nothing that words beside them do not. */

import { type Html, raw } from "./markup.ts";

const drawing = (inside: string): Html => raw(`<svg viewBox="0 0 24 24" aria-hidden="true">${inside}</svg>`);

/** Rings that come back: what a caller hears, and the name of the project. */
const MARK = `<circle cx="7" cy="17" r="3" class="dot" fill="#2f6fd0" stroke="none"/><path d="M7 9a8 8 0 0 1 8 8M7 3.5A13.5 13.5 0 0 1 20.5 17"/>`;

export const mark = drawing(MARK);
export const search = drawing(`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`);
export const globe = drawing(
  `<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3Z"/>`,
);
export const theme = drawing(`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18Z" class="dot"/>`);

/** The file a browser shows beside the page's name. */
export const iconFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#2f6fd0" stroke-width="2.4" stroke-linecap="round">${MARK}</svg>`;
