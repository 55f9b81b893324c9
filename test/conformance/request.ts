/** Requests written out by hand, for tests that look at single header fields and at what comes back for them. */
import { type Exchange, type Phone, type Received, SeededRandom } from "../../src/lab/mod.ts";
import { Header, type Message } from "../../src/syntax/mod.ts";
import type { Scene } from "../world/scene.ts";

const random = new SeededRandom("requests by hand");

export interface Handwritten {
  readonly via?: string;
  readonly from?: string;
  readonly to?: string;
  readonly callId?: string;
  readonly cseq?: string;
  /** Whole lines without line ends. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** The octets of a request from `phone`, each part replaceable. */
export function handwritten(phone: Phone, method: string, uri: string, parts: Handwritten = {}): string {
  const { body = "", headers = [] } = parts;
  const token = random.token(8);
  return [
    `${method} ${uri} SIP/2.0`,
    `Via: ${parts.via ?? phone.via(phone.protocol, `z9hG4bK${token}`)}`,
    `From: ${parts.from ?? `<${phone.uri}>;tag=${token}`}`,
    `To: ${parts.to ?? `<${uri}>`}`,
    `Call-ID: ${parts.callId ?? `${token}@hand`}`,
    `CSeq: ${parts.cseq ?? `1 ${method}`}`,
    ...headers,
    `Content-Length: ${body.length}\r\n\r\n${body}`,
  ].join("\r\n");
}

/** Sends octets as they are and gives back the responses that have come after `ms` milliseconds. */
export function answersTo(scene: Scene, phone: Phone, text: string, ms = 50): Received[] {
  const before = phone.strays.length;
  phone.sendRaw(text);
  scene.world.run(ms);
  return phone.strays.slice(before);
}

/** Statuses of the responses to a text. */
export function statusesTo(scene: Scene, phone: Phone, text: string, ms = 50): number[] {
  return answersTo(scene, phone, text, ms).map(({ message }) => message.status);
}

/** The final statuses of a request, once everything has ended. */
export function settledFinals(scene: Scene, exchange: Exchange): number[] {
  scene.settle();
  return exchange.finals();
}

/** The only request with this method that reached the phone. */
export function arrived(phone: Phone, method: string): Message {
  const all = phone.received(method);
  if (all.length !== 1) throw new Error(`${phone.name} got ${all.length} ${method}, not one`);
  return (all[0] as Received).message;
}

/** Via values in order. */
export function vias(message: Message): string[] {
  return message.values(Header.Via);
}

/** When each of the messages came, in milliseconds after the first, rounded to the tick of the timers. */
export function moments(all: readonly Received[]): number[] {
  const first = all[0]?.at ?? 0;
  return all.map(({ at }) => Math.round((at - first) / 100) * 100);
}
