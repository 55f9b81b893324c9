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

export const purposesNotApplicable: readonly PurposePattern[] = [
  { status: "Void", reason: "void in the document itself" },
  ...["16.3 item 2", "16.3 item 3", "16.3 item 5", "16.4", "16.5", "16.6 item 3", "16.6 item 7", "16.6 item 8"].map(
    (section) => ({
      entity: "proxy",
      cites: [section, "16.10"],
      reason:
        "a CANCEL that is forwarded without state: this proxy keeps state for all it forwards, so a CANCEL without a transaction is answered 481",
    }),
  ),
  {
    entity: "proxy",
    cites: ["16.11", "18.1.2"],
    reason:
      "responses without state (§16.11): this proxy keeps state for all it forwards and drops what matches nothing",
  },
  {
    entity: "proxy",
    cites: ["15.1.2"],
    reason: "a BYE as a user agent server: this server has no dialogs of its own",
  },
];

/** Sections that purposes cite and RFC 3261 does not have; a purpose is measured by its other citations. */
export const noSuchSection: readonly string[] = ["10.46.4", "17.2.3.1", "16.3 item 7"];

/** Cited beside another section where only the other one concerns a server that keeps state. */
export const beside: readonly string[] = ["16.11"];
