/** Values that could stand in the header fields a response carries: what the reference shows and dial-a-code sends. */

/** Values that could be, for every header field some code carries. */
const VALUES: Readonly<Record<string, string>> = {
  Accept: "application/sdp",
  "Accept-Encoding": "gzip",
  "Accept-Language": "en",
  "Accept-Resource-Priority": "wps.3, wps.4",
  "AlertMsg-Error": '100 ; message="Cannot process the alert payload"',
  Allow: "INVITE, ACK, CANCEL, BYE, OPTIONS",
  "Allow-Events": "presence, dialog",
  "Call-Info": "<https://analytics.example.net/complaint>;purpose=jwscard",
  Contact: "<sip:bob@198.51.100.7:5060>",
  Expires: "3600",
  "Geolocation-Error": '100 ; code="Cannot Process Location"',
  "Min-Expires": "60",
  "Min-SE": "1800",
  "Permission-Missing": "sip:carol@example.com",
  "Proxy-Authenticate": 'Digest realm="example.com", nonce="ea9c8e88df84f1ce", algorithm=MD5, qop="auth"',
  Reason: 'SIP;cause=486;text="Busy Here"',
  "Recv-Info": "trickle-ice",
  Require: "timer",
  "Retry-After": "120",
  "Security-Server": "tls;q=0.2, ipsec-ike;q=0.1",
  Supported: "replaces, timer",
  Unsupported: "precondition",
  Warning: '305 198.51.100.7 "Incompatible media format"',
  "WWW-Authenticate": 'Digest realm="example.com", nonce="84f1c1ae6cbe5ua9", algorithm=MD5, qop="auth"',
};

/** A redirection names other places than the phone that was called; 305 names a proxy. */
const CONTACTS: Readonly<Record<number, string>> = {
  300: "<sip:bob@mobile.example.com>;q=0.9, <sip:bob@home.example.com>;q=0.5",
  301: "<sip:bob@new.example.com>",
  302: "<sip:bob@mobile.example.com>;expires=300",
  305: "<sip:proxy.example.com;lr>",
  485: "<sip:bob.miller@example.com>, <sip:bob.smith@example.com>",
};

/** The fields that `carries` may name: a test holds them to the catalogue. */
export function sampleFields(): readonly string[] {
  return Object.keys(VALUES);
}

/** A value for `field` in a response with `code`; "" when the catalogue has none. */
export function sampleValue(field: string, code: number): string {
  const contact = field === "Contact" ? CONTACTS[code] : undefined;
  return contact ?? VALUES[field] ?? "";
}
