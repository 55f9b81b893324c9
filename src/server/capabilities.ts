import { own } from "../kernel/mod.ts";
import type { StateAgent } from "./events/state-agent.ts";

/** What it takes when the request is for the server itself rather than for a user of it. */
export const ALLOW_ITSELF = "Allow: OPTIONS, REGISTER\r\n";

/** The methods this server takes in some role. */
const ALLOW =
  "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, PRACK, SUBSCRIBE, NOTIFY, PUBLISH, INFO, REFER, MESSAGE, UPDATE\r\n";

const ABILITIES = `${ALLOW}Accept: application/sdp\r\nAccept-Encoding: identity\r\nAccept-Language: en\r\nSupported: path, outbound, gruu\r\n`;

/** The event packages that can be subscribed to here, as a header line; "" when there are none. */
export function allowEventsOf(events: StateAgent | null): string {
  return events === null ? "" : `Allow-Events: ${events.allowEvents}\r\n`;
}

/** What this server itself answers to OPTIONS (RFC 3261 §11.2), kept as one text: an answer of fewer pieces is sooner written. */
export class Capabilities {
  private events: StateAgent | null = null;
  private text = ABILITIES;

  with(events: StateAgent | null): string {
    if (events !== this.events) {
      this.events = events;
      this.text = own(ABILITIES + allowEventsOf(events));
    }
    return this.text;
  }
}
