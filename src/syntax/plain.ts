/** What a stranger sent, as a person may safely be shown it: on a terminal, in a log, on a page. */

/**
 * What a terminal takes for a command, as a whole, for without its escape the rest would stay as text; C0 but tab and line
 * ends, DEL, C1, line and paragraph separators, direction marks and overrides, what is invisible, halves of surrogate pairs.
 */
const CONTROLS = new RegExp(
  [
    /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])/,
    /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]/,
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** `text` without what could steer a terminal or hide on a page; tabs and line ends stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, "");
}

/** At most `limit` characters of `text`; `~` stands for what was cut. */
export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}~`;
}

/** What JSON leaves as it is and a terminal may take for a command or hide: DEL, C1, separators, direction marks and overrides. */
const LEFT_BY_JSON = /[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

/** JSON that a person may be shown on a terminal: the same value, with escapes for what could steer it. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    LEFT_BY_JSON,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** For error texts: at most `limit` characters of ASCII, `?` for each of the others. */
export function printable(text: string, limit = 60): string {
  return text.slice(0, limit).replace(/[^\x20-\x7e]/g, "?");
}
