/** The languages. A seventh is a folder like the others and a line here. */

import type { Texts } from "./texts.ts";

export interface LocaleEntry {
  /** Its own name for itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /** What BCP 47 calls it in `lang` and `hreflang`. */
  readonly tag: string;
  readonly load: () => Promise<{ readonly texts: Texts }>;
}

export const LOCALES = {
  en: { name: "English", direction: "ltr", tag: "en", load: () => import("./en/texts.ts") },
  zh: { name: "简体中文", direction: "ltr", tag: "zh-Hans", load: () => import("./zh/texts.ts") },
  fr: { name: "Français", direction: "ltr", tag: "fr", load: () => import("./fr/texts.ts") },
  vi: { name: "Tiếng Việt", direction: "ltr", tag: "vi", load: () => import("./vi/texts.ts") },
  ru: { name: "Русский", direction: "ltr", tag: "ru", load: () => import("./ru/texts.ts") },
  tr: { name: "Türkçe", direction: "ltr", tag: "tr", load: () => import("./tr/texts.ts") },
} as const satisfies Readonly<Record<string, LocaleEntry>>;

export type Locale = keyof typeof LOCALES;
