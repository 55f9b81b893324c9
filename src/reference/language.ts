/** One language, ready to speak: its texts, and how it fills placeholders and joins a list. */

import type { FurnitureKey, Locale, LocaleEntry, ResponseCode, Texts } from "../catalogue/mod.ts";
import { type Arguments, Messages, type Samples } from "./messages.ts";
import type { CodeSummary } from "./shapes.ts";

export class Language {
  readonly locale: Locale;
  readonly entry: LocaleEntry;
  readonly texts: Texts;
  private readonly messages: Messages;
  private readonly listed: Intl.ListFormat;

  constructor(locale: Locale, entry: LocaleEntry, texts: Texts, samples: Samples) {
    this.locale = locale;
    this.entry = entry;
    this.texts = texts;
    this.messages = new Messages(entry, samples);
    this.listed = new Intl.ListFormat(entry.tag, { type: "conjunction" });
  }

  say(source: string, args?: Arguments): string {
    return this.messages.say(source, args);
  }

  furniture(key: FurnitureKey, args?: Arguments): string {
    return this.messages.say(this.texts.furniture[key], args);
  }

  list(items: readonly string[]): string {
    return this.listed.format(items);
  }

  summary({ code, phrase, class: name, registry }: ResponseCode): CodeSummary {
    const texts = this.texts.codes[code as CodeSummary["code"]];
    const gloss = this.say(texts.gloss);
    return {
      code: code as CodeSummary["code"],
      phrase,
      class: name,
      registry,
      gloss,
      title: this.furniture("codeTitle", { code: String(code), phrase, gloss }),
      says: this.say(texts.says),
    };
  }
}
