/** What the two published lists ask for and this server has nothing to do with, each with the reason. Facts, not prose of others. */

/** Names of the proxy and registrar programme, and why there is nothing to test. */
export const namesNotApplicable: Readonly<Record<string, string>> = {
  testResult: "a variable of that programme, no scenario",
  testSelector: "a variable of that programme, no scenario",
  testSupportedProxyRequire:
    "this proxy has no extension that Proxy-Require could ask for: every one named there is 420",
};

/** Which ids of ETSI TS 102 027-2 a reason speaks of: those where everything that is given fits. */
export interface PurposePattern {
  readonly entity?: string;
  readonly status?: string;
  /** Every one of these sections is cited. */
  readonly cites?: readonly string[];
  readonly reason: string;
}

/** Ids that ask for what this server has no part in. */
export const purposesNotApplicable: readonly PurposePattern[] = [
  { status: "Void", reason: "void in the document itself" },
  {
    entity: "proxy",
    cites: ["16.11"],
    reason:
      "cites §16.11, a proxy without state: this one keeps state for all that it forwards, and RFC 6026 §8.2 forbids to forward a response that matches nothing, which RFC 3261 had asked for",
  },
  {
    entity: "proxy",
    cites: ["15.1.2"],
    reason: "a BYE as a user agent server: this proxy has no calls of its own",
  },
];

/** Ids that ask for what this server does otherwise on purpose, or that cannot be read. They are open. */
export const purposesOpen: readonly PurposePattern[] = [
  ...["16.3 item 2", "16.3 item 3", "16.3 item 5", "16.4", "16.5", "16.6 item 3", "16.6 item 7", "16.6 item 8"].map(
    (section) => ({
      entity: "proxy",
      cites: [section, "16.10"],
      reason: "this proxy answers 481 to a CANCEL that belongs to no request, see above",
    }),
  ),
  {
    cites: ["16.3 item 7"],
    reason: "cites a section that RFC 3261 does not have, and no other: what is meant cannot be known",
  },
];

/** Sections that purposes cite beside others and RFC 3261 does not have; such a purpose is measured by the others. */
export const noSuchSection: readonly string[] = ["10.46.4", "17.2.3.1"];
