/**
 * What a locale says, as a type: the compiler holds every locale to the same keys, so nothing falls back silently.
 *
 * Every text is a Unicode MessageFormat 2 message; most have no placeholder. Protocol samples stand between backticks
 * (`Contact: <sip:10.0.0.5>`): the web shows them as code, and a check holds them to be the same in every language.
 */

import type { BehaviourId } from "../behaviours.ts";
import type { DecisionId } from "../decision.ts";
import type {
  Billing,
  Concern,
  DialogMeaning,
  ForkBehaviour,
  NextStep,
  RepairedBy,
  ResponseClass,
  Role,
  Scope,
} from "../facts.ts";
import type { GlossaryTerm } from "../glossary.ts";
import type { CatalogueCode } from "../numbers.ts";
import type { ConfusedPair } from "../pairs.ts";
import type { SymptomId } from "../symptoms.ts";
import type { FurnitureKey } from "./furniture.ts";

/** The texts of one code. */
export interface CodeTexts {
  /** A few words without the code: "Busy, on this phone". No full stop. */
  readonly gloss: string;
  /** One whole sentence that begins with the number: summary, search result, description of the page. */
  readonly says: string;
  /** What it means: two or three sentences. */
  readonly meaning: string;
  readonly whenYouSeeIt: string;
  readonly howToFix: {
    /** Who made the call and saw the number. */
    readonly caller: string;
    /** Who runs the server or the phones. */
    readonly operator: string;
    /** Who writes the software that sends or receives it. */
    readonly developer: string;
  };
  /** When a server or a phone should send it, and what to send instead when that is not the case. */
  readonly sendIt: string;
  /** Most frequent first; at least one from 300 up. */
  readonly causes: readonly CauseText[];
  /** What people type who look for it: words and symptoms, lower case. */
  readonly keywords: readonly string[];
}

export interface CauseText {
  readonly text: string;
  /** What in a trace shows that it is this one. */
  readonly evidence: string;
}

/** Whole sentences about one fact of `{$code}`. */
export interface FactTexts {
  readonly scope: Readonly<Record<Scope | "none", string>>;
  /** `{$code}`, `{$roles}`: a list made of {@link FactTexts.role}; the grammar must bear any list. */
  readonly sentBy: string;
  readonly role: Readonly<Record<Role, string>>;
  /** `listed` takes `{$methods}`. */
  readonly methods: { readonly any: string; readonly listed: string };
  readonly next: Readonly<Record<NextStep, string>>;
  readonly retryAfter: { readonly yes: string; readonly no: string };
  readonly fork: Readonly<Record<ForkBehaviour, string>>;
  readonly dialog: Readonly<Record<DialogMeaning, string>>;
  /** `{$asterisk}`, `{$freeswitch}`: the codes; `same`: both are `{$asterisk}`. */
  readonly hops: {
    readonly both: string;
    readonly same: string;
    readonly asterisk: string;
    readonly freeswitch: string;
    readonly unchanged: string;
    readonly none: string;
  };
  readonly billing: Readonly<Record<Billing, string>>;
  /** `mapped` takes `{$cause}` and `{$name}`. */
  readonly q850: { readonly mapped: string; readonly none: string };
  /** `mapped` takes `{$condition}`. */
  readonly xmpp: { readonly mapped: string; readonly none: string };
  readonly cacheable: { readonly yes: string; readonly no: string };
  /** `listed` takes `{$fields}`. */
  readonly carries: { readonly must: string; readonly should: string; readonly none: string };
  readonly concerns: Readonly<Record<Concern, string>>;
  readonly repairedBy: Readonly<Record<RepairedBy, string>>;
  readonly registry: { readonly iana: string; readonly obsolete: string; readonly unregistered: string };
}

/** The aspects two codes can differ in, as headings. */
export type Aspect =
  | "class"
  | "scope"
  | "concerns"
  | "sentBy"
  | "fork"
  | "next"
  | "retryAfter"
  | "repairedBy"
  | "dialog"
  | "hops"
  | "billing"
  | "carries"
  | "methods"
  | "q850"
  | "xmpp"
  | "cacheable"
  | "registry"
  | "cause"
  | "evidence";

/**
 * What changes when a server sends this code where it sent another: whole sentences without a code. "The other phones stop
 * ringing."
 */
export interface ConsequenceTexts {
  readonly fork: Readonly<Record<ForkBehaviour, string>>;
  readonly next: Readonly<Record<NextStep, string>>;
  readonly dialog: Readonly<Record<DialogMeaning, string>>;
  readonly billing: Readonly<Record<Billing, string>>;
}

export interface CompareTexts {
  /** `{$a}`, `{$aPhrase}`, `{$b}`, `{$bPhrase}`: "SIP 486 Busy Here and 600 Busy Everywhere compared". */
  readonly title: string;
  /** `{$a}`, `{$b}`, chosen by what differs first; one sentence that leads into the two codes' own. */
  readonly lead: {
    readonly provisionalAndFinal: string;
    readonly successAndFailure: string;
    readonly successAndRedirection: string;
    readonly redirectionAndFailure: string;
    readonly scopeDiffers: string;
    readonly nextDiffers: string;
    readonly sendersDiffer: string;
    readonly concernsDiffer: string;
    readonly closeRelatives: string;
  };
  readonly aspect: Readonly<Record<Aspect, string>>;
  /** `{$a}`, `{$b}`: "Where {$a} was right and {$b} is sent, this changes:" */
  readonly swapLead: string;
  readonly swapNothing: string;
}

/** Written by hand for the pairs people confuse. */
export interface VerdictTexts {
  /** Two or three sentences: the difference that matters. */
  readonly summary: string;
  /** Which one a server or a phone should send, and when. */
  readonly choose: string;
  /** What goes wrong, in a named product or a real call, when one is sent for the other. */
  readonly swap: string;
}

/** How a call, a registration, a request or a transfer ended, for whoever asked for it. */
export type OutcomeName =
  | "answered"
  | "rejected"
  | "redirected"
  | "canceled"
  | "timeout"
  | "unreachable"
  | "failed"
  | "incomplete";

/** What the commands and a diagnosis say of one call. Where there is a code, its own texts come first. */
export interface OutcomeTexts {
  /** `title` is a few words; `text` says what happened, `advice` what to do: whole sentences without a code. */
  readonly kind: Readonly<
    Record<OutcomeName, { readonly title: string; readonly text: string; readonly advice: string }>
  >;
  /** Who settled it. `network`: silence or a broken way; `local`: this side, unasked. */
  readonly decidedBy: Readonly<Record<"callee" | "caller" | "server" | "network" | "local", string>>;
  /** `{$who}`: what the decider calls itself. */
  readonly who: string;
  /** `{$seconds}`. */
  readonly retryAfter: string;
  /** Why an established call ended. */
  readonly ended: Readonly<
    Record<"hungUpHere" | "hungUpThere" | "noAck" | "sessionTimer" | "failure" | "replaced" | "media", string>
  >;
  /** One line each while something runs. `{$target}`, `{$code}`, `{$phrase}`, `{$seconds}`, `{$state}`, `{$realm}` as they stand in English. */
  readonly progress: Readonly<
    Record<
      | "calling"
      | "ringing"
      | "earlyMedia"
      | "provisional"
      | "redirected"
      | "answered"
      | "hangingUp"
      | "cancelling"
      | "stopped"
      | "realm"
      | "registering"
      | "registered"
      | "unregistered"
      | "asking"
      | "sending"
      | "delivered"
      | "transferring"
      | "transferProgress"
      | "transferred"
      | "subscribing"
      | "subscribed"
      | "subscriptionEnded",
      string
    >
  >;
  /** Why a transfer has no final answer of the target. */
  readonly transfer: Readonly<
    Record<"noNotify" | "subscriptionExpired" | "terminatedWithoutResult" | "peerGone", string>
  >;
}

export interface Texts {
  readonly outcomes: OutcomeTexts;
  readonly codes: Readonly<Record<CatalogueCode, CodeTexts>>;
  readonly classes: Readonly<
    Record<ResponseClass, { readonly name: string; readonly says: string; readonly text: string }>
  >;
  readonly facts: FactTexts;
  readonly consequences: ConsequenceTexts;
  readonly compare: CompareTexts;
  readonly verdicts: Readonly<Record<ConfusedPair, VerdictTexts>>;
  /** What this server does, each sentence held by a test of the stack. */
  readonly behaviours: Readonly<Record<BehaviourId, string>>;
  readonly symptoms: Readonly<
    Record<SymptomId, { readonly title: string; readonly text: string; readonly keywords: readonly string[] }>
  >;
  readonly glossary: Readonly<Record<GlossaryTerm, { readonly term: string; readonly text: string }>>;
  readonly decision: Readonly<Record<DecisionId, string>>;
  readonly furniture: Readonly<Record<FurnitureKey, string>>;
}
