import { type Message, parseEvent, splitValues } from "../../syntax/mod.ts";
import { hostPort } from "../../transport/mod.ts";
import { type IncomingRequest, PIDF } from "../../ua/mod.ts";
import { hasOneVia } from "../registration-rules.ts";
import { type Fragment, fragmentsOf } from "./presence-document.ts";
import type { EventStateCompositor, Publication } from "./publications.ts";
import type { Refused } from "./refused.ts";

/** What a PUBLISH is judged by. */
export interface PublicationRules {
  /** The time it is granted, in seconds, or a refusal. */
  secondsOf(message: Message): number | Refused;
  /** Key of the address of record it is about; null when there is none such here. */
  resourceOf(message: Message): string | null;
  mayPublish(message: Message, addressOfRecord: string): boolean;
  /** Octets. */
  maxDocument(): number;
  compositor(): EventStateCompositor;
}

/** Seconds after which a publication that found no room may be tried again. */
const FULL_RETRY = 60;

/** Answers a PUBLISH in the steps of RFC 3903 §6. */
export function publish(request: IncomingRequest, rules: PublicationRules): void {
  const { message, flow } = request;
  const source = hasOneVia(message) ? hostPort(flow.remoteHost, flow.remotePort) : "";
  const outcome = process(message, request.contentType, source, rules);
  request.send(outcome.status, outcome.headers);
}

function process(message: Message, contentType: string, source: string, rules: PublicationRules): Refused {
  const addressOfRecord = rules.resourceOf(message);
  if (addressOfRecord === null) return { status: 404, headers: "" };
  if (parseEvent(message.field("Event") ?? "")?.value !== "presence")
    return { status: 489, headers: "Allow-Events: presence\r\n" };
  if (!rules.mayPublish(message, addressOfRecord)) return { status: 403, headers: "" };
  const compositor = rules.compositor();
  const wanted = message.field("SIP-If-Match");
  const [condition, ...others] = wanted === null ? [] : splitValues(wanted);
  if (wanted !== null && (condition === undefined || others.length > 0)) return { status: 400, headers: "" };
  const known = condition === undefined ? null : compositor.find(addressOfRecord, condition);
  if (known === undefined) return { status: 412, headers: "" };
  const seconds = rules.secondsOf(message);
  if (typeof seconds !== "number") return seconds;
  const { body } = message;
  let fragments: readonly Fragment[] | null = null;
  if (body !== "") {
    if (body.length > rules.maxDocument()) return { status: 413, headers: "" };
    if (contentType !== PIDF) return { status: 415, headers: `Accept: ${PIDF}\r\n` };
    fragments = fragmentsOf(body);
    if (fragments === null)
      return { status: 400, headers: `Warning: 399 presence "the body is no presence document that can be read"\r\n` };
  } else if (known === null) return { status: 400, headers: `Warning: 399 presence "nothing is published"\r\n` };
  return store(compositor, { addressOfRecord, known, fragments, seconds, source });
}

interface Wish {
  readonly addressOfRecord: string;
  readonly known: Publication | null;
  /** Null leaves those that are there. */
  readonly fragments: readonly Fragment[] | null;
  readonly seconds: number;
  readonly source: string;
}

function store(compositor: EventStateCompositor, wish: Wish): Refused {
  const { addressOfRecord, known, fragments, seconds, source } = wish;
  let tag: string | null = null;
  if (seconds === 0) {
    if (known !== null) compositor.remove(known);
    tag = compositor.newTag();
  } else if (known !== null) tag = compositor.renew(known, fragments, seconds);
  else tag = compositor.add(addressOfRecord, fragments ?? [], seconds, source);
  if (tag === null) return { status: 503, headers: `Retry-After: ${FULL_RETRY}\r\n` };
  return { status: 200, headers: `SIP-ETag: ${tag}\r\nExpires: ${seconds}\r\n` };
}
