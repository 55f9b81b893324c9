/** A response as it could stand in a trace: made of what the catalogue says the code carries. */

import { type ResponseCode, sampleValue } from "../catalogue/mod.ts";

export interface SampleLine {
  readonly text: string;
  /** The code brings it; the other lines are in every response. */
  readonly own: boolean;
}

/** Its lines, in the order in which a server would write them; none ends in CRLF. */
export function wireSample(entry: ResponseCode): readonly SampleLine[] {
  const { code, phrase, methods, carries } = entry;
  const method = methods === "any" ? "INVITE" : (methods[0] ?? "INVITE");
  const isRegister = method === "REGISTER";
  const line = (text: string): SampleLine => ({ text, own: false });
  const own = carries.map(({ field }) => ({ text: `${field}: ${sampleValue(field, code)}`, own: true }));
  return [
    { text: `SIP/2.0 ${code} ${phrase}`, own: true },
    line("Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK74bf9;rport=5060"),
    line(`From: Alice <sip:alice@example.org>;tag=9fxced76`),
    line(
      `To: ${isRegister ? "Alice <sip:alice@example.org>" : "Bob <sip:bob@example.com>"}${code === 100 ? "" : ";tag=314159"}`,
    ),
    line("Call-ID: 3848276298220188511@192.0.2.10"),
    line(`CSeq: 1 ${method}`),
    ...own,
    line("Content-Length: 0"),
  ];
}
