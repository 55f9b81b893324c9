import { Binding, type BindingFields } from "../../src/server/mod.ts";

/** What a phone at 192.0.2.1 registers over UDP, with nothing beyond what every REGISTER says. */
export const plainBinding: BindingFields = {
  id: 1,
  addressOfRecord: "alice@example.com",
  contact: "sip:alice@192.0.2.1",
  params: "",
  q: 1000,
  expiresAt: 60_000,
  registeredAt: 0,
  callId: "c",
  cseq: 1,
  mark: 7,
  path: "",
  instance: "",
  regId: 0,
  protocol: "UDP",
  remoteHost: "192.0.2.1",
  remotePort: 5060,
  local: "192.0.2.99:5060",
  flowId: 0,
  overFlow: false,
  userAgent: "",
};

/** The binding of user number `id`, registered at `now` (milliseconds since the epoch) for an hour. */
export function numberedBinding(id: number, now: number, fields: Partial<BindingFields> = {}): Binding {
  return new Binding({
    ...plainBinding,
    id,
    addressOfRecord: `u${id}@example.com`,
    contact: `sip:u${id}@192.0.2.1`,
    callId: `c${id}`,
    registeredAt: now,
    expiresAt: now + 3_600_000,
    ...fields,
  });
}
