import { type Contact, equalUri, Header, type Message, parseExpires, parseSipUri } from "../../syntax/mod.ts";
import { namesOption } from "../option-tags.ts";
import type { RegisterPlan } from "./register-request.ts";

/** Contacts kept of an answer; others' bindings are theirs to count. */
const MOST_BINDINGS = 100;

/** What the registrar was asked for. */
export interface Asked {
  /** The URI of this agent's own Contact. */
  readonly contact: string;
  readonly plan: RegisterPlan;
  readonly outbound: boolean;
  /** Seconds. */
  readonly expires: number;
}

/** What the 200 to a REGISTER says (RFC 3261 §10.2.4). */
export interface RegisterAnswer {
  /** Every binding of the address of record, those of other phones included. */
  readonly bindings: readonly Contact[];
  /** Seconds granted to this agent's own binding; 0 when it is not among them. */
  readonly granted: number;
  /** The registrar registered the flow (RFC 5626 §6). */
  readonly outbound: boolean;
  /** The public GRUU (RFC 5627); null without one. */
  readonly gruu: string | null;
  /** Seconds between keep-alives at most (Flow-Timer, RFC 5626 §4.4); null when it does not say. */
  readonly flowTimer: number | null;
}

/** Reads a 200 to a REGISTER. A registrar that lists no binding at all is believed by its Expires. */
export function readRegisterAnswer(response: Message, asked: Asked): RegisterAnswer {
  const { contacts } = response;
  const bindings = contacts === null || contacts === "*" ? [] : contacts.slice(0, MOST_BINDINGS);
  const own = ownBinding(bindings, asked);
  const missing = own === null && bindings.length > 0;
  const expires = own?.expires ?? parseExpires(response.value(Header.Expires) ?? "") ?? asked.expires;
  return {
    bindings,
    granted: missing ? 0 : expires,
    outbound: asked.outbound && namesOption(response, Header.Require, "outbound"),
    gruu: own?.pubGruu ?? null,
    flowTimer: parseExpires(response.field("Flow-Timer") ?? ""),
  };
}

/** By the name of the device, and the flow's where one is registered (RFC 5626 §6); else by its URI. */
function ownBinding(bindings: readonly Contact[], { contact, plan, outbound }: Asked): Contact | null {
  const { instance, regId } = plan;
  const uri = parseSipUri(contact);
  const same = (each: Contact): boolean =>
    instance !== null && each.instance !== null
      ? each.instance === instance && (!outbound || each.regId === null || each.regId === regId)
      : uri !== null && equalUri(each.target, uri);
  return bindings.find(same) ?? null;
}
