/** One whole sentence for each fact of a code. */

import {
  causeNumbered,
  dialogMeaning,
  type Facts,
  type FurnitureKey,
  forkBehaviour,
  type Hops,
  type ResponseCode,
  type Role,
} from "../catalogue/mod.ts";
import type { Language } from "./language.ts";
import { inSequence } from "./messages.ts";
import type { Statement, StatementName } from "./shapes.ts";

interface Fact {
  readonly label: FurnitureKey;
  readonly says: (entry: ResponseCode, language: Language) => string;
  /** Whether it tells more than what holds for nearly every code of the class. Absent: always. */
  readonly notable?: (entry: ResponseCode) => boolean;
}

/** In the order a reader needs them. */
const STATEMENTS: Readonly<Record<StatementName, Fact>> = {
  scope: {
    label: "factScope",
    says: ({ code, scope }, language) => about(language, code, language.texts.facts.scope[scope ?? "none"]),
    notable: ({ scope }) => scope !== null,
  },
  concerns: {
    label: "factConcerns",
    says: ({ code, concerns }, language) => about(language, code, language.texts.facts.concerns[concerns]),
  },
  sentBy: { label: "factSentBy", says: sentBy },
  methods: { label: "factMethods", says: methods, notable: ({ methods }) => methods !== "any" },
  next: {
    label: "factNext",
    says: ({ code, next }, language) => about(language, code, language.texts.facts.next[next]),
  },
  retryAfter: {
    label: "factRetryAfter",
    says: ({ code, retryAfter }, language) =>
      about(language, code, language.texts.facts.retryAfter[retryAfter ? "yes" : "no"]),
    notable: ({ retryAfter }) => retryAfter,
  },
  repairedBy: {
    label: "factRepairedBy",
    says: ({ code, repairedBy }, language) => about(language, code, language.texts.facts.repairedBy[repairedBy]),
    notable: isFailure,
  },
  fork: {
    label: "factFork",
    says: (entry, language) => about(language, entry.code, language.texts.facts.fork[forkBehaviour(entry)]),
  },
  dialog: {
    label: "factDialog",
    says: (entry, language) => about(language, entry.code, language.texts.facts.dialog[dialogMeaning(entry)]),
    notable: (entry) => dialogMeaning(entry) !== "none",
  },
  carries: {
    label: "factCarries",
    says: carries,
    notable: ({ carries }) => carries.some(({ level }) => level !== "may"),
  },
  hops: {
    label: "factHops",
    says: hops,
    notable: ({ hops: { asterisk, freeswitch } }) => asterisk !== null || freeswitch !== null,
  },
  billing: {
    label: "factBilling",
    says: ({ code, billing }, language) => about(language, code, language.texts.facts.billing[billing]),
    notable: ({ billing }) => billing !== "none",
  },
  q850: { label: "factQ850", says: q850, notable: ({ q850 }) => q850 !== null },
  xmpp: { label: "factXmpp", says: xmpp, notable: ({ xmpp }) => xmpp !== null },
  cacheable: {
    label: "factCacheable",
    says: ({ code, cacheable }, language) =>
      about(language, code, language.texts.facts.cacheable[cacheable ? "yes" : "no"]),
    notable: ({ class: name }) => name === "3xx",
  },
  registry: {
    label: "registryLabel",
    says: ({ code, registry }, language) => about(language, code, language.texts.facts.registry[registry]),
    notable: ({ registry }) => registry !== "iana",
  },
};

/** In one order, so that the same senders are the same sentence. */
const ROLES: readonly Role[] = ["uas", "proxy", "registrar", "redirect", "notifier"];

/** Every statement about a code, in the order of {@link STATEMENTS}. */
export function statementsOf(entry: ResponseCode, language: Language): readonly Statement[] {
  return (Object.keys(STATEMENTS) as StatementName[]).map((fact) => {
    const { label, says, notable } = STATEMENTS[fact];
    return {
      fact,
      label: language.furniture(label),
      text: says(entry, language),
      notable: notable === undefined || notable(entry),
    };
  });
}

function isFailure({ class: name }: ResponseCode): boolean {
  return name !== "1xx" && name !== "2xx";
}

function about(language: Language, code: number, source: string, more: Readonly<Record<string, string>> = {}): string {
  return language.say(source, { code: String(code), ...more });
}

function sentBy({ code, sentBy }: ResponseCode, language: Language): string {
  const { role, sentBy: sentence } = language.texts.facts;
  const roles = ROLES.filter((each) => sentBy.includes(each)).map((each) => language.say(role[each]));
  return about(language, code, sentence, { roles: language.list(roles) });
}

function methods({ code, methods }: ResponseCode, language: Language): string {
  const { any, listed } = language.texts.facts.methods;
  return methods === "any"
    ? about(language, code, any)
    : about(language, code, listed, { methods: samples(methods, language) });
}

function hops({ code, hops }: ResponseCode, language: Language): string {
  const { asterisk, freeswitch } = hops;
  return about(language, code, language.texts.facts.hops[hopsText(code, hops)], {
    asterisk: String(asterisk),
    freeswitch: String(freeswitch),
  });
}

/** Which sentence fits the two products. */
function hopsText(code: number, { asterisk, freeswitch }: Hops): keyof Language["texts"]["facts"]["hops"] {
  if (asterisk === null) return freeswitch === null ? "none" : "freeswitch";
  if (freeswitch === null) return "asterisk";
  if (asterisk !== freeswitch) return "both";
  return asterisk === code ? "unchanged" : "same";
}

function q850({ code, q850 }: ResponseCode, language: Language): string {
  const { mapped, none } = language.texts.facts.q850;
  if (q850 === null) return about(language, code, none);
  return about(language, code, mapped, { cause: String(q850), name: causeNumbered(q850)?.name ?? "" });
}

function xmpp({ code, xmpp }: ResponseCode, language: Language): string {
  const { mapped, none } = language.texts.facts.xmpp;
  return xmpp === null ? about(language, code, none) : about(language, code, mapped, { condition: xmpp });
}

function carries({ code, carries }: ResponseCode, language: Language): string {
  const texts = language.texts.facts.carries;
  const sentence = (level: "must" | "should"): string => {
    const fields = fieldsOf(carries, level);
    return fields.length === 0 ? "" : about(language, code, texts[level], { fields: samples(fields, language) });
  };
  const said = inSequence([sentence("must"), sentence("should")]);
  return said === "" ? about(language, code, texts.none) : said;
}

function fieldsOf(carries: Facts["carries"], level: "must" | "should"): string[] {
  return carries.filter((each) => each.level === level).map(({ field }) => field);
}

/** Names of the protocol in a list, each set off as a sample. */
function samples(names: readonly string[], language: Language): string {
  return language.list(names.map((name) => `\`${name}\``));
}
