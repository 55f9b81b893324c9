/** Header field names: canonical spelling, compact form, and how several values travel. */

import type { Source } from "./source.ts";

/**
 * How more than one value is written. `one`: never more than one. `list`: separated by commas, or in rows, which mean the same.
 * `rows`: one header field each, never joined by commas (RFC 3261 §7.3.1). `null`: no grammar at hand.
 */
export type HeaderValues = "one" | "list" | "rows" | null;

export interface HeaderField {
  /** As the documents spell it. Comparison ignores case (RFC 3261 §7.3.1). */
  readonly name: string;
  /** The one-letter form (RFC 3261 §7.3.3), lower case. */
  readonly compact: string | null;
  readonly values: HeaderValues;
  readonly reference: Source;
  /** `deprecated`: still listed, no longer to be sent. `reserved`: never a header field. */
  readonly status: "registered" | "deprecated" | "reserved";
}

function field(
  name: string,
  compact: string | null,
  values: HeaderValues,
  reference: Source,
  status: HeaderField["status"] = "registered",
): HeaderField {
  return Object.freeze({ name, compact, values, reference, status });
}

/** Every registered header field name, in the order of the registry. */
export const headerFields: readonly HeaderField[] = Object.freeze([
  field("Accept", null, "list", "RFC 3261 §20.1"),
  field("Accept-Contact", "a", "list", "RFC 3841"),
  field("Accept-Encoding", null, "list", "RFC 3261 §20.2"),
  field("Accept-Language", null, "list", "RFC 3261 §20.3"),
  field("Accept-Resource-Priority", null, "list", "RFC 4412"),
  field("Additional-Identity", null, null, "3GPP TS 24.229"),
  field("Alert-Info", null, "list", "RFC 3261 §20.4"),
  field("AlertMsg-Error", null, "one", "RFC 8876"),
  field("Allow", null, "list", "RFC 3261 §20.5"),
  field("Allow-Events", "u", "list", "RFC 6665"),
  field("Answer-Mode", null, "one", "RFC 5373"),
  field("Attestation-Info", null, null, "3GPP TS 24.229"),
  field("Authentication-Info", null, "list", "RFC 3261 §20.6"),
  field("Authorization", null, "rows", "RFC 3261 §20.7"),
  field("Call-ID", "i", "one", "RFC 3261 §20.8"),
  field("Call-Info", null, "list", "RFC 3261 §20.9"),
  field("Cellular-Network-Info", null, null, "3GPP TS 24.229"),
  field("Contact", "m", "list", "RFC 3261 §20.10"),
  field("Content-Disposition", null, "one", "RFC 3261 §20.11"),
  field("Content-Encoding", "e", "list", "RFC 3261 §20.12"),
  field("Content-ID", null, "one", "RFC 8262"),
  field("Content-Language", null, "list", "RFC 3261 §20.13"),
  field("Content-Length", "l", "one", "RFC 3261 §20.14"),
  field("Content-Type", "c", "one", "RFC 3261 §20.15"),
  field("CSeq", null, "one", "RFC 3261 §20.16"),
  field("Date", null, "one", "RFC 3261 §20.17"),
  field("DC-Info", null, null, "3GPP TS 24.229"),
  field("Encryption", null, null, "RFC 2543", "deprecated"),
  field("Error-Info", null, "list", "RFC 3261 §20.18"),
  field("Event", "o", "one", "RFC 6665"),
  field("Expires", null, "one", "RFC 3261 §20.19"),
  field("Feature-Caps", null, "list", "RFC 6809"),
  field("Flow-Timer", null, "one", "RFC 5626"),
  field("From", "f", "one", "RFC 3261 §20.20"),
  field("Geolocation", null, "list", "RFC 6442"),
  field("Geolocation-Error", null, "one", "RFC 6442"),
  field("Geolocation-Routing", null, "one", "RFC 6442"),
  field("Hide", null, null, "RFC 2543", "deprecated"),
  field("History-Info", null, "list", "RFC 7044"),
  field("Identity", "y", "rows", "RFC 8224"),
  field("Identity-Info", null, null, "RFC 8224", "deprecated"),
  field("Info-Package", null, "one", "RFC 6086"),
  field("In-Reply-To", null, "list", "RFC 3261 §20.21"),
  field("Join", null, "one", "RFC 3911"),
  field("Max-Breadth", null, "one", "RFC 5393"),
  field("Max-Forwards", null, "one", "RFC 3261 §20.22"),
  field("MIME-Version", null, "one", "RFC 3261 §20.24"),
  field("Min-Expires", null, "one", "RFC 3261 §20.23"),
  field("Min-SE", null, "one", "RFC 4028"),
  field("Organization", null, "one", "RFC 3261 §20.25"),
  field("Origination-Id", null, null, "3GPP TS 24.229"),
  field("P-Access-Network-Info", null, "list", "RFC 7315"),
  field("P-Answer-State", null, "one", "RFC 4964"),
  field("P-Asserted-Identity", null, "list", "RFC 3325"),
  field("P-Asserted-Service", null, "list", "RFC 6050"),
  field("P-Associated-URI", null, "list", "RFC 7315"),
  field("P-Called-Party-ID", null, "one", "RFC 7315"),
  field("P-Charge-Info", null, "one", "RFC 8496"),
  field("P-Charging-Function-Addresses", null, "list", "RFC 7315"),
  field("P-Charging-Vector", null, "one", "RFC 7315"),
  field("P-DCS-Trace-Party-ID", null, "one", "RFC 5503"),
  field("P-DCS-OSPS", null, "one", "RFC 5503"),
  field("P-DCS-Billing-Info", null, "one", "RFC 5503"),
  field("P-DCS-LAES", null, "one", "RFC 5503"),
  field("P-DCS-Redirect", null, "one", "RFC 5503"),
  field("P-Early-Media", null, "list", "RFC 5009"),
  field("P-Media-Authorization", null, "list", "RFC 3313"),
  field("P-Preferred-Identity", null, "list", "RFC 3325"),
  field("P-Preferred-Service", null, "list", "RFC 6050"),
  field("P-Private-Network-Indication", null, "one", "RFC 7316"),
  field("P-Profile-Key", null, "one", "RFC 5002"),
  field("P-Refused-URI-List", null, "list", "RFC 5318"),
  field("P-Served-User", null, "one", "RFC 5502"),
  field("P-User-Database", null, "one", "RFC 4457"),
  field("P-Visited-Network-ID", null, "list", "RFC 7315"),
  field("Path", null, "list", "RFC 3327"),
  field("Permission-Missing", null, "list", "RFC 5360"),
  field("Policy-Contact", null, "list", "RFC 6794"),
  field("Policy-ID", null, "list", "RFC 6794"),
  field("Priority", null, "one", "RFC 3261 §20.26"),
  field("Priority-Share", null, null, "3GPP TS 24.229"),
  field("Priority-Verstat", null, null, "3GPP TS 24.229"),
  field("Priv-Answer-Mode", null, "one", "RFC 5373"),
  field("Privacy", null, "one", "RFC 3323"),
  field("Proxy-Authenticate", null, "rows", "RFC 3261 §20.27"),
  field("Proxy-Authorization", null, "rows", "RFC 3261 §20.28"),
  field("Proxy-Require", null, "list", "RFC 3261 §20.29"),
  field("RAck", null, "one", "RFC 3262"),
  field("Reason", null, "list", "RFC 3326"),
  field("Reason-Phrase", null, null, "RFC 3261 §7.2", "reserved"),
  field("Record-Route", null, "list", "RFC 3261 §20.30"),
  field("Recv-Info", null, "list", "RFC 6086"),
  field("Refer-Events-At", null, "one", "RFC 7614"),
  field("Refer-Sub", null, "one", "RFC 4488"),
  field("Refer-To", "r", "one", "RFC 3515"),
  field("Referred-By", "b", "one", "RFC 3892"),
  field("Reject-Contact", "j", "list", "RFC 3841"),
  field("Relayed-Charge", null, null, "3GPP TS 24.229"),
  field("Replaces", null, "one", "RFC 3891"),
  field("Reply-To", null, "one", "RFC 3261 §20.31"),
  field("Request-Disposition", "d", "list", "RFC 3841"),
  field("Require", null, "list", "RFC 3261 §20.32"),
  field("Resource-Priority", null, "list", "RFC 4412"),
  field("Resource-Share", null, null, "3GPP TS 24.229"),
  field("Response-Key", null, null, "RFC 2543", "deprecated"),
  field("Response-Source", null, null, "3GPP TS 24.229"),
  field("Restoration-Info", null, null, "3GPP TS 24.229"),
  field("Retry-After", null, "one", "RFC 3261 §20.33"),
  field("Route", null, "list", "RFC 3261 §20.34"),
  field("RSeq", null, "one", "RFC 3262"),
  field("Security-Client", null, "list", "RFC 3329"),
  field("Security-Server", null, "list", "RFC 3329"),
  field("Security-Verify", null, "list", "RFC 3329"),
  field("Server", null, "one", "RFC 3261 §20.35"),
  field("Service-Interact-Info", null, null, "3GPP TS 24.229"),
  field("Service-Route", null, "list", "RFC 3608"),
  field("Session-Expires", "x", "one", "RFC 4028"),
  field("Session-ID", null, "one", "RFC 7989"),
  field("SIP-ETag", null, "one", "RFC 3903"),
  field("SIP-If-Match", null, "one", "RFC 3903"),
  field("Subject", "s", "one", "RFC 3261 §20.36"),
  field("Subscription-State", null, "one", "RFC 6665"),
  field("Supported", "k", "list", "RFC 3261 §20.37"),
  field("Suppress-If-Match", null, "one", "RFC 5839"),
  field("Target-Dialog", null, "one", "RFC 4538"),
  field("Timestamp", null, "one", "RFC 3261 §20.38"),
  field("To", "t", "one", "RFC 3261 §20.39"),
  field("Trigger-Consent", null, "list", "RFC 5360"),
  field("Unsupported", null, "list", "RFC 3261 §20.40"),
  field("User-Agent", null, "one", "RFC 3261 §20.41"),
  field("User-to-User", null, "list", "RFC 7433"),
  field("Via", "v", "list", "RFC 3261 §20.42"),
  field("Warning", null, "list", "RFC 3261 §20.43"),
  field("WWW-Authenticate", null, "rows", "RFC 3261 §20.44"),
]);

const BY_NAME: ReadonlyMap<string, HeaderField> = indexByName();

function indexByName(): Map<string, HeaderField> {
  const index = new Map<string, HeaderField>();
  for (const entry of headerFields) {
    index.set(entry.name.toLowerCase(), entry);
    if (entry.compact !== null) index.set(entry.compact, entry);
  }
  return index;
}

/** The header field of this name, full or compact, in any case; `undefined` for an extension. */
export function headerField(name: string): HeaderField | undefined {
  return BY_NAME.get(name.toLowerCase());
}
