/** The words that stay as they are in every language, and those that betray a text nobody translated. */
import { headerFields, methods, responseCodes } from "../../src/catalogue/mod.ts";

/** Names and abbreviations that no language translates. */
// biome-ignore format: read as a list
const NAMES = [
  "SIP", "SDP", "RTP", "SRTP", "NAT", "UAC", "UAS", "B2BUA", "SBC", "URI", "Request-URI", "GRUU", "STIR", "SHAKEN",
  "STIR/SHAKEN", "PASSporT", "Q.850", "ISDN", "ISUP", "XMPP", "DTMF", "IANA", "ATIS", "ATIS-1000099", "UDP", "TCP", "TLS", "DNS",
  "HTTP", "HTTPS", "SRV", "ENUM", "WebSocket", "WebRTC", "VoLTE", "IPv4", "IPv6", "STUN", "ICE", "MTU", "jCard", "S/MIME", "T1", "T2",
  "Ringback", "Asterisk", "FreeSWITCH", "Kamailio", "OpenSIPS", "FreePBX", "Cisco", "Avaya", "Polycom", "Poly", "Yealink",
  "Snom", "Grandstream", "Linphone", "baresip", "JsSIP", "SIP.js", "SIPp", "Wireshark", "sngrep", "Twilio", "RTPEngine",
  "rtpengine", "Zoiper", "MicroSIP", "Ribbon", "Oracle", "AudioCodes", "BroadWorks", "Teams", "Bria", "3CX", "Firebase", "Apple", "Microsoft",
];

/** RFC 2119 in capitals, the longer first. */
const KEYWORDS = ["MUST NOT", "SHOULD NOT", "SHALL NOT", "MUST", "SHOULD", "SHALL", "MAY", "REQUIRED", "RECOMMENDED"];

const METHODS = methods.map(({ method }) => method);
/** Only those with a hyphen: `To`, `From` and `Date` are words as well, and so stand between backticks. */
const HEADERS = headerFields.map(({ name }) => name).filter((name) => name.includes("-"));
/** Only those of several words: "Gone" or "Decline" alone may be prose. */
const PHRASES = responseCodes.map(({ phrase }) => phrase).filter((phrase) => /[ -]/.test(phrase));

const LOCKED = [...new Set([...PHRASES, ...KEYWORDS, ...NAMES, ...METHODS, ...HEADERS])].sort(
  (a, b) => b.length - a.length,
);
const LOCKED_PATTERN = pattern(`(?:${LOCKED.map(escaped).join("|")})`);
/** A code, a class of codes, a document. */
const NUMBERS_PATTERN = pattern("(?:[1-6]\\d\\d\\+?|[1-6]xx|RFC \\d+|§\\d[\\d.A-Z]*)");

/** Not within a word of English: "non-INVITE" is one. */
const UNMARKED_PATTERN = pattern(`(?<!-)(?:${[...METHODS, ...HEADERS].map(escaped).join("|")})`);

/** What of `prose` must stand in every translation, each once, in the order of the alphabet. */
export function lockedIn(prose: string): string[] {
  return found(LOCKED_PATTERN, prose);
}

/** The codes, classes and documents `prose` names, each once. */
export function numbersIn(prose: string): string[] {
  return found(NUMBERS_PATTERN, prose);
}

/** Methods, and header names with a hyphen: where they stand outside backticks they are not marked as samples. */
export function unmarkedSamples(prose: string): string[] {
  return found(UNMARKED_PATTERN, prose);
}

/** `prose` without anything that is the same in every language. */
export function withoutLocked(prose: string): string {
  return prose
    .replace(/\{[^}]*\}/g, " ")
    .replace(LOCKED_PATTERN, " ")
    .replace(NUMBERS_PATTERN, " ");
}

/** A number given as a word of the list is that word in all spellings of space. */
function found(wanted: RegExp, prose: string): string[] {
  const flat = prose.replace(/[\u00a0\u202f]/g, " ");
  return [...new Set(flat.match(wanted) ?? [])].sort();
}

/** Whole words: no letter or digit of the Latin script beside it. Turkish suffixes follow an apostrophe, English plurals an s. */
function pattern(source: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${source}(?=s?(?![A-Za-z0-9]))`, "g");
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Small English words that are none in the other languages. */
const ENGLISH = new Set(["the", "with", "which", "this", "that", "when", "from", "are", "does", "whose", "whether"]);

export function englishWords(prose: string): string[] {
  return [...new Set(words(withoutLocked(prose)).filter((word) => ENGLISH.has(word)))];
}

/** The words in lower case; what is locked is none. */
export function words(prose: string): string[] {
  return prose.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
}

/** How many of the letters are Latin, 0 to 1; 0 when there are too few to say. */
export function latinShare(prose: string): number {
  const letters = withoutLocked(prose).match(/\p{L}/gu) ?? [];
  if (letters.length < 8) return 0;
  return letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length / letters.length;
}

/** The first run of `length` words that both have; null for none. */
export function sharedRun(a: string, b: string, length: number): string | null {
  const runs = new Set(runsOf(a, length));
  return runsOf(b, length).find((run) => runs.has(run)) ?? null;
}

function runsOf(prose: string, length: number): string[] {
  // What is locked interrupts a run: a row of names is the same everywhere.
  const stretches = prose
    .replace(/\{[^}]*\}/g, " | ")
    .replace(LOCKED_PATTERN, " | ")
    .replace(NUMBERS_PATTERN, " | ")
    .split("|")
    .map(words);
  return stretches.flatMap((stretch) =>
    stretch.slice(0, Math.max(0, stretch.length - length + 1)).map((_, i) => stretch.slice(i, i + length).join(" ")),
  );
}
