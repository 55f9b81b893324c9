/** Everything that can be dialled, for a page and for the terminal. */

import { type CatalogueCode, responseCodes } from "../../catalogue/mod.ts";

/** A name that can be dialled. */
export interface DialEntry {
  /** The user part to dial. */
  readonly name: string;
  /** The code it is about; null for behaviours that are about none. */
  readonly code: CatalogueCode | null;
  /** One English sentence. */
  readonly says: string;
}

/** Behaviours beyond a single code. */
const BEHAVIOURS: readonly DialEntry[] = [
  { name: "180-486", code: 486, says: "Rings, then is busy: codes joined by hyphens come one after the other." },
  { name: "183-180-200", code: 200, says: "Plays before it rings, rings, and answers." },
  { name: "603.after-5s", code: 603, says: "Declines after 5 s: .after-…s delays the final response, up to 38 s." },
  { name: "200.for-10s", code: 200, says: "Answers and hangs up after 10 s: .for-…s sets how long it talks." },
  { name: "200.deaf.after-20s", code: 200, says: "Rings, and answers all the same when it is cancelled." },
  {
    name: "fork-486-603",
    code: 603,
    says: "Several phones at once behind the real proxy: one is busy, one declines for all.",
  },
  { name: "fork-486-180", code: 486, says: "One phone is busy while another rings until it gives up." },
  { name: "hunt-486-200", code: 200, says: "One phone after the other: the first is busy, the second answers." },
  { name: "fork-503-404", code: 404, says: "The best of two failures goes upstream, not the 503." },
  { name: "fork-401-407", code: 401, says: "The challenges of all phones come back in one response." },
  {
    name: "late-200-after-603",
    code: 200,
    says: "One phone declines for all, another answers although it was cancelled.",
  },
  { name: "two-200", code: 200, says: "Two phones answer: each wants its ACK, and one of them a BYE." },
  { name: "moved", code: 302, says: "Redirects to 200." },
  { name: "moved-for-good", code: 301, says: "Redirects to 200 for good." },
  { name: "moved-choice", code: 300, says: "Names two places: the better one is busy, the other answers." },
  { name: "moved-twice", code: 302, says: "Redirects to a name that redirects again." },
  { name: "loop", code: 302, says: "Redirects to itself: a caller tries each address once." },
  {
    name: "lost-ack",
    code: 200,
    says: "Answers with a Contact that leads nowhere, so the ACK is lost and the 200 comes again for 32 s.",
  },
  { name: "no-notify", code: 202, says: "Takes a REFER and never tells how the transfer went." },
  { name: "transferee", code: 200, says: "Takes a REFER, calls where it points, and tells truthfully how that ended." },
];

/** Every code of the catalogue, then the behaviours. */
export function dialList(): readonly DialEntry[] {
  const codes = responseCodes.map(({ code, phrase }) => ({
    name: String(code),
    code: code as CatalogueCode,
    says: code < 200 ? `Answers ${code} ${phrase}, and 480 a few seconds later.` : `Answers ${code} ${phrase}.`,
  }));
  return [...codes, ...BEHAVIOURS];
}
