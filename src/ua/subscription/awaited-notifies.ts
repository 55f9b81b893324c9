import { addressTag, Header } from "../../syntax/mod.ts";
import type { IncomingRequest } from "../incoming-request.ts";

/** Whoever sent the SUBSCRIBE or REFER that a NOTIFY may answer. */
export interface NotifyTaker {
  /** False when it is not about what was asked for. */
  takeNotify(request: IncomingRequest): boolean;
}

/**
 * The requests of this agent whose NOTIFYs may come: before the 2xx, and from several places when a proxy forked them
 * (RFC 6665 §4.1.2.4, §4.4.1: same Call-ID, To tag as our From tag).
 */
export class AwaitedNotifies {
  private readonly takers = new Map<string, NotifyTaker>();

  add(callId: string, localTag: string, taker: NotifyTaker): void {
    this.takers.set(`${localTag} ${callId}`, taker);
  }

  delete(callId: string, localTag: string): void {
    this.takers.delete(`${localTag} ${callId}`);
  }

  /** Offers a request that fits no dialog; false: nobody waits for it. */
  readonly take = (request: IncomingRequest): boolean => {
    if (request.method !== "NOTIFY") return false;
    const tag = addressTag(request.message.value(Header.To) ?? "");
    return this.takers.get(`${tag} ${request.message.callId}`)?.takeNotify(request) ?? false;
  };
}
