/** ISDN causes (ITU-T Q.850), what SIP makes of them and what they make of SIP (RFC 3398), and how a Reason header names them. */

import { semantics } from "./codes.ts";
import type { Source } from "./source.ts";

export type CauseClass =
  | "normal event"
  | "resource unavailable"
  | "service or option not available"
  | "service or option not implemented"
  | "invalid message"
  | "protocol error"
  | "interworking";

export interface Cause {
  readonly cause: number;
  /** The name in the standard: fit for the `text` of a Reason header. */
  readonly name: string;
  readonly class: CauseClass;
  /** The same in a few plain words. */
  readonly meaning: string;
  /** The status code a gateway answers an INVITE with; `null`: none, the call is cleared or retried otherwise. */
  readonly sip: number | null;
  readonly source: Source;
}

/** "If a cause value other than those listed below is received, the default response 500 SHOULD be used." */
const DEFAULT_SIP = 500;
const MAPPING: Source = "RFC 3398 §7.2.4.1";

function cause(
  number: number,
  name: string,
  meaning: string,
  sip: number | null = DEFAULT_SIP,
  source: Source = MAPPING,
): Cause {
  return Object.freeze({ cause: number, name, class: classOf(number), meaning, sip, source });
}

/** Bits 7 to 5 of the cause are its class; the first two share "normal event". */
function classOf(number: number): CauseClass {
  if (number < 32) return "normal event";
  if (number < 48) return "resource unavailable";
  if (number < 64) return "service or option not available";
  if (number < 80) return "service or option not implemented";
  if (number < 96) return "invalid message";
  return number < 112 ? "protocol error" : "interworking";
}

/** Every cause, ascending. */
export const causes: readonly Cause[] = Object.freeze([
  cause(1, "Unallocated (unassigned) number", "nobody has this number", 404),
  cause(2, "No route to specified transit network", "the chosen carrier is not known here", 404),
  cause(3, "No route to destination", "no way leads there", 404),
  cause(4, "Send special information tone", "not reachable for a longer time: play the tone"),
  cause(5, "Misdialled trunk prefix", "a trunk prefix that does not belong"),
  cause(6, "Channel unacceptable", "this channel cannot be used for the call"),
  cause(7, "Call awarded and being delivered in an established channel", "joined to a channel already open"),
  cause(8, "Preemption", "cleared for a call of higher precedence"),
  cause(9, "Preemption - circuit reserved for reuse", "cleared, and the circuit kept for the higher call"),
  cause(14, "QoR: ported number", "the number moved to another network: query and redial"),
  // A BYE or a CANCEL says it, no response does.
  cause(16, "Normal call clearing", "somebody hung up", null),
  cause(17, "User busy", "busy", 486),
  cause(18, "No user responding", "the terminal did not react in time", 408),
  cause(19, "No answer from user (user alerted)", "it rang, nobody answered", 480),
  cause(20, "Subscriber absent", "switched off or out of coverage", 480),
  // 603 when the location says the user: sipForCause.
  cause(21, "Call rejected", "rejected", 403),
  // 301 when the diagnostic gives the new number.
  cause(22, "Number changed", "the number is no longer in use", 410),
  cause(23, "Redirection to new destination", "go to another number", 410),
  cause(24, "Call rejected due to feature at the destination", "a feature of the callee rejected it"),
  cause(25, "Exchange routing error", "the network sent the call in circles or nowhere"),
  // ANSI networks say it of a ported number sent the wrong way.
  cause(26, "Non-selected user clearing", "another terminal took the call", 404),
  cause(27, "Destination out of order", "the line or terminal is faulty", 502),
  cause(28, "Invalid number format (address incomplete)", "too few digits, or not a number", 484),
  cause(29, "Facility rejected", "the network cannot give this feature", 501),
  cause(30, "Response to STATUS ENQUIRY", "an answer to a status question"),
  cause(31, "Normal unspecified", "ended normally, no reason given", 480),
  cause(33, "Circuit out of order", "the circuit is faulty"),
  cause(34, "No circuit/channel available", "all lines are taken", 503),
  cause(38, "Network out of order", "the network fails, probably for long", 503),
  cause(39, "Permanent frame mode connection out of service", "a permanent frame connection is down"),
  cause(40, "Permanent frame mode connection operational", "a permanent frame connection works"),
  cause(41, "Temporary failure", "the network fails for the moment", 503),
  cause(42, "Switching equipment congestion", "the exchange is overloaded", 503),
  cause(43, "Access information discarded", "user information could not be delivered"),
  // The exchange takes another circuit; the caller has nothing to learn.
  cause(44, "Requested circuit/channel not available", "this circuit is taken: use another", null),
  cause(46, "Precedence call blocked", "nothing of lower precedence to clear"),
  cause(47, "Resources unavailable, unspecified", "no resources", 503),
  cause(49, "Quality of service unavailable", "the quality asked for cannot be had"),
  cause(50, "Requested facility not subscribed", "the user has not subscribed to the feature"),
  cause(53, "Outgoing calls barred within CUG", "the caller's closed group may not call out"),
  cause(55, "Incoming calls barred within CUG", "the callee's closed group may not be called", 403),
  cause(56, "Call waiting not subscribed", "no call waiting on this line"),
  cause(57, "Bearer capability not authorized", "the user may not use this bearer", 403),
  cause(58, "Bearer capability not presently available", "this bearer is not free now", 503),
  cause(
    62,
    "Inconsistency in designated outgoing access information and subscriber class",
    "the access and the class of subscriber do not fit",
  ),
  cause(63, "Service or option not available, unspecified", "not available"),
  cause(65, "Bearer capability not implemented", "this bearer does not exist here", 488),
  cause(66, "Channel type not implemented", "this type of channel does not exist here"),
  cause(69, "Requested facility not implemented", "this feature does not exist here", 501, "RFC 4497 §8.4.1"),
  cause(70, "Only restricted digital information bearer capability is available", "only restricted digital", 488),
  cause(79, "Service or option not implemented, unspecified", "does not exist here", 501),
  cause(81, "Invalid call reference value", "an unknown call reference"),
  cause(82, "Identified channel does not exist", "an unknown channel"),
  cause(83, "Call identity does not exist for suspended call", "calls are suspended, not this one"),
  cause(84, "Call identity in use", "another suspended call has this identity"),
  cause(85, "No call suspended", "nothing is suspended"),
  cause(86, "Call having the requested call identity has been cleared", "the suspended call has ended"),
  cause(87, "Called user not member of CUG", "the callee is not in the closed group", 403),
  cause(88, "Incompatible destination", "the terminal cannot take this kind of call", 503),
  cause(90, "Non-existing CUG", "no such closed group"),
  cause(91, "Invalid transit network selection (national use)", "a malformed choice of carrier"),
  cause(95, "Invalid message, unspecified", "an invalid message"),
  cause(96, "Mandatory information element is missing", "a message lacks what it must have"),
  cause(97, "Message type non-existent or not implemented", "an unknown message"),
  cause(
    98,
    "Message not compatible with call state or message type non-existent or not implemented",
    "a message unknown or out of turn",
  ),
  cause(99, "Information element nonexistent or not implemented", "an unknown element in a message"),
  cause(100, "Invalid information element contents", "an element with invalid contents"),
  cause(101, "Message not compatible with call state", "a message out of turn"),
  cause(102, "Recovery on timer expiry", "a timer ran out", 504),
  cause(103, "Parameter non-existent or not implemented - passed on", "an unknown parameter, passed on"),
  cause(110, "Message with unrecognized parameter discarded", "an unknown parameter, message dropped"),
  cause(111, "Protocol error, unspecified", "a protocol error", 500),
  cause(127, "Interworking, unspecified", "another network ended it and gave no cause", 500),
]);

const BY_NUMBER: ReadonlyMap<number, Cause> = new Map(causes.map((entry) => [entry.cause, entry]));

/** The cause with this number; `undefined` when the standard has none. */
export function causeNumbered(number: number): Cause | undefined {
  return BY_NUMBER.get(number);
}

/** Where a cause was given, as the `location` parameter of a Reason header writes it (RFC 8606 §4). */
export interface CauseLocation {
  readonly token: string;
  readonly value: number;
  readonly name: string;
}

/** The locations with a meaning; the other values are spare or for national use. */
export const causeLocations: readonly CauseLocation[] = Object.freeze([
  location("U", 0, "user"),
  location("LPN", 1, "private network serving the local user"),
  location("LN", 2, "public network serving the local user"),
  location("TN", 3, "transit network"),
  location("RLN", 4, "public network serving the remote user"),
  location("RPN", 5, "private network serving the remote user"),
  location("INTL", 7, "international network"),
  location("BI", 10, "network beyond interworking point"),
]);

function location(token: string, value: number, name: string): CauseLocation {
  return Object.freeze({ token, value, name });
}

/**
 * The status code for a cause received before the answer (RFC 3398 §7.2.4.1); `null` where none belongs. A rejection the user
 * gave, not the network, MAY be the 6xx: 603 for 21.
 */
export function sipForCause(number: number, givenBy: "user" | "network" = "network"): number | null {
  if (number === 21 && givenBy === "user") return 603;
  const entry = BY_NUMBER.get(number);
  return entry === undefined ? DEFAULT_SIP : entry.sip;
}

/** The cause for a final response (RFC 3398 §8.2.6.1); `null` where none belongs. Throws a RangeError outside 100–699. */
export function causeForSip(code: number): number | null {
  return semantics(code).q850;
}

/** The cause of a BYE or CANCEL (RFC 3398 §8.2.6.1). */
export const CAUSE_OF_CLEARING = 16;

/** Who gives the cause by default: the user for a 6xx, else the network (RFC 3398 §8.2.6.1). */
export function causeGivenBy(code: number): "user" | "network" {
  return semantics(code).class === "6xx" ? "user" : "network";
}

export interface ReasonProtocol {
  /** As the Reason header writes it; compared in any case. */
  readonly protocol: string;
  readonly reference: Source;
}

function reasonProtocol(protocol: string, reference: Source): ReasonProtocol {
  return Object.freeze({ protocol, reference });
}

/** What the cause of a Reason header may count in (RFC 3326 §2): the registered protocols. */
export const reasonProtocols: readonly ReasonProtocol[] = Object.freeze([
  reasonProtocol("SIP", "RFC 3326 §2"),
  reasonProtocol("Q.850", "RFC 3326 §2"),
  reasonProtocol("Preemption", "RFC 4411"),
  reasonProtocol("EMM", "3GPP TS 24.301"),
  reasonProtocol("ESM", "3GPP TS 24.301"),
  reasonProtocol("S1AP-RNL", "3GPP TS 36.413"),
  reasonProtocol("S1AP-TL", "3GPP TS 36.413"),
  reasonProtocol("S1AP-NAS", "3GPP TS 36.413"),
  reasonProtocol("S1AP-MISC", "3GPP TS 36.413"),
  reasonProtocol("S1AP-PROT", "3GPP TS 36.413"),
  reasonProtocol("DIAMETER", "3GPP TS 29.274"),
  reasonProtocol("IKEV2", "3GPP TS 29.274"),
  reasonProtocol("RELEASE_CAUSE", "3GPP TS 24.229"),
  reasonProtocol("FAILURE_CAUSE", "3GPP TS 24.229"),
  reasonProtocol("STIR", "RFC 9410"),
  reasonProtocol("5GMM", "3GPP TS 24.501"),
  reasonProtocol("5GSM", "3GPP TS 24.501"),
  reasonProtocol("NGAP-RNL", "3GPP TS 38.413"),
  reasonProtocol("NGAP-TL", "3GPP TS 38.413"),
  reasonProtocol("NGAP-NAS", "3GPP TS 38.413"),
  reasonProtocol("NGAP-MISC", "3GPP TS 38.413"),
  reasonProtocol("NGAP-PROT", "3GPP TS 38.413"),
]);

/** The text RFC 3326 gives a CANCEL after another branch took the call (its cause is SIP 200). */
export const COMPLETED_ELSEWHERE = "Call completed elsewhere";
