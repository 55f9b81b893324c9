/**
 * How messages end. What a peer says of itself (User-Agent, Allow, Supported) closes its requests and is the same in each of
 * them; comparing two texts of whatever length takes less than reading one line. So the ends met of late are kept with their
 * header lines, and a message that ends like one of them is read no further than to there.
 */
import { own } from "../kernel/mod.ts";
import { Header, type HeaderId } from "./header-id.ts";
import { STRIDE } from "./message.ts";

/** From the first octet of a header line to the end of a message without a body. */
export interface MessageEnd {
  readonly text: string;
  /** As in `Message`, the offsets counted from the beginning of `text`. */
  readonly index: readonly number[];
  readonly present: number;
  readonly repeated: number;
  /** Offset of the empty line. */
  readonly blank: number;
}

/** Slots, a power of two. */
const ENDS = 256;
/** Shorter ones are read as quickly, longer ones are rare. */
const SHORTEST = 40;
const LONGEST = 1024;
/** One in so many unknown ends is kept, so that peers who all differ do not cost a copy per message. */
const KEPT = 8;

const ends: (MessageEnd | undefined)[] = new Array(ENDS).fill(undefined);
let unknown = 0;

const differing: readonly HeaderId[] = [
  Header.Via,
  Header.From,
  Header.To,
  Header.CallId,
  Header.CSeq,
  Header.MaxForwards,
  Header.Contact,
  Header.Route,
  Header.RecordRoute,
  Header.Expires,
  Header.Authorization,
  Header.ProxyAuthorization,
  Header.RSeq,
  Header.RAck,
];
/** Bits of the header fields that differ from message to message, or from peer to peer: an end begins behind the last of them. */
export const DIFFERING = differing.reduce<number>((bits, id) => bits | (1 << id), 0);

/** The known end that `raw` has from `position`, where a header line begins; null when there is none. */
export function knownEnd(raw: string, position: number): MessageEnd | null {
  const length = raw.length - position;
  const known = ends[length & (ENDS - 1)];
  if (known === undefined || known.text.length !== length) return null;
  return raw.slice(position) === known.text ? known : null;
}

/**
 * Notes how a message without a body ends.
 * @param index holds the lines of its end from number `first` up to `size`; @param blank offset of the empty line
 */
export function noteEnd(raw: string, index: readonly number[], first: number, size: number, blank: number): void {
  const from = first < size ? (index[first + 1] as number) : blank;
  const length = raw.length - from;
  if (length < SHORTEST || length > LONGEST || ++unknown % KEPT !== 0) return;
  const lines = index.slice(first, size);
  let present = 0;
  let repeated = 0;
  for (let i = 0; i < lines.length; i += STRIDE) {
    const id = lines[i] as number;
    if (id < 32) {
      repeated |= present & (1 << id);
      present |= 1 << id;
    }
    for (let k = 1; k < STRIDE; k++) lines[i + k] = (lines[i + k] as number) - from;
  }
  ends[length & (ENDS - 1)] = { text: own(raw.slice(from)), index: lines, present, repeated, blank: blank - from };
}
