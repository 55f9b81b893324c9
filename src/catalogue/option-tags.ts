/** Option tags: the extensions Supported, Require, Proxy-Require and Unsupported name (RFC 3261 §19.2). */

import type { Source } from "./source.ts";

export interface OptionTag {
  readonly tag: string;
  readonly reference: Source;
}

function option(tag: string, reference: Source): OptionTag {
  return Object.freeze({ tag, reference });
}

/** Every registered option tag, in the order of the registry. */
export const optionTags: readonly OptionTag[] = Object.freeze([
  option("100rel", "RFC 3262"),
  option("199", "RFC 6228"),
  option("answermode", "RFC 5373"),
  option("early-session", "RFC 3959"),
  option("eventlist", "RFC 4662"),
  option("explicitsub", "RFC 7614"),
  option("from-change", "RFC 4916"),
  option("geolocation-http", "RFC 6442"),
  option("geolocation-sip", "RFC 6442"),
  option("gin", "RFC 6140"),
  option("gruu", "RFC 5627"),
  option("histinfo", "RFC 7044"),
  option("ice", "RFC 5768"),
  option("join", "RFC 3911"),
  option("multiple-refer", "RFC 5368"),
  option("norefersub", "RFC 4488"),
  option("nosub", "RFC 7614"),
  option("outbound", "RFC 5626"),
  option("path", "RFC 3327"),
  option("policy", "RFC 6794"),
  option("precondition", "RFC 3312"),
  option("pref", "RFC 3840"),
  option("privacy", "RFC 3323"),
  option("recipient-list-invite", "RFC 5366"),
  option("recipient-list-message", "RFC 5365"),
  option("recipient-list-subscribe", "RFC 5367"),
  option("record-aware", "RFC 7866"),
  option("replaces", "RFC 3891"),
  option("resource-priority", "RFC 4412"),
  option("sdp-anat", "RFC 4092"),
  option("sec-agree", "RFC 3329"),
  option("siprec", "RFC 7866"),
  option("tdialog", "RFC 4538"),
  option("timer", "RFC 4028"),
  option("trickle-ice", "RFC 8840"),
  option("uui", "RFC 7433"),
]);
