/** Event packages: what one can subscribe to (RFC 6665 §5). */

import type { Source } from "./source.ts";

export interface EventPackage {
  readonly name: string;
  /** The media type of a NOTIFY when the subscriber named none; `null`: not looked up, or none is fixed. */
  readonly body: string | null;
  /** Seconds a subscription lasts when neither side says; `null`: not looked up, or none is fixed. */
  readonly defaultExpires: number | null;
  readonly reference: Source;
  /**
   * Whether one SUBSCRIBE that a proxy forks may make one subscription or several (RFC 6665 §5.4.9); `null`: not looked up.
   */
  readonly forks: "one" | "several" | null;
  /** A template is subscribed to as the suffix of another package, never alone. */
  readonly template: boolean;
}

function eventPackage(
  name: string,
  body: string | null,
  defaultExpires: number | null,
  reference: Source,
  forks: EventPackage["forks"] = null,
  template = false,
): EventPackage {
  return Object.freeze({ name, body, defaultExpires, reference, forks, template });
}

/** The event packages RFCs define. */
export const eventPackages: readonly EventPackage[] = Object.freeze([
  eventPackage("presence", "application/pidf+xml", 3600, "RFC 3856", "one"),
  eventPackage("presence.winfo", "application/watcherinfo+xml", 3600, "RFC 3857"),
  eventPackage("reg", "application/reginfo+xml", 3761, "RFC 3680", "one"),
  eventPackage("message-summary", "application/simple-message-summary", 3600, "RFC 3842", "several"),
  eventPackage("dialog", "application/dialog-info+xml", 3600, "RFC 4235", "several"),
  eventPackage("conference", "application/conference-info+xml", 3600, "RFC 4575"),
  eventPackage("kpml", "application/kpml-response+xml", 7200, "RFC 4730"),
  eventPackage("refer", "message/sipfrag", null, "RFC 3515", "several"),
  eventPackage("spirits-INDPs", null, null, "RFC 3910"),
  eventPackage("spirits-user-prof", null, null, "RFC 3910"),
  eventPackage("certificate", null, null, "RFC 6072"),
  eventPackage("credential", null, null, "RFC 6072"),
  eventPackage("consent-pending-additions", null, null, "RFC 5362"),
  eventPackage("xcap-diff", null, null, "RFC 5875"),
  eventPackage("vq-rtcpxr", null, null, "RFC 6035"),
  eventPackage("ua-profile", null, null, "RFC 6080"),
  eventPackage("http-monitor", null, null, "RFC 5989"),
  eventPackage("session-spec-policy", null, null, "RFC 6795"),
  eventPackage("load-control", null, null, "RFC 7200"),
  eventPackage("call-completion", null, null, "RFC 6910"),
  eventPackage("winfo", "application/watcherinfo+xml", 3600, "RFC 3857", null, true),
  eventPackage("poc-settings", null, null, "RFC 4354"),
]);

const BY_NAME: ReadonlyMap<string, EventPackage> = new Map(eventPackages.map((entry) => [entry.name, entry]));

/** The package an Event header names, compared as tokens, case and all (RFC 6665 §8.2.1); `undefined` for another. */
export function eventPackageNamed(name: string): EventPackage | undefined {
  return BY_NAME.get(name);
}
