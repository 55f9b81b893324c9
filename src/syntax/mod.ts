/** Bytes to messages and back: the grammar of RFC 3261, read on demand, and edits that leave the rest as it was. */

export * from "./address.ts";
export { codesOf, equalFolded, holds, isToken, spells } from "./chars.ts";
export * from "./comparison.ts";
export * from "./contact.ts";
export * from "./credentials.ts";
export * from "./date.ts";
export * from "./fields.ts";
export * from "./framing.ts";
export * from "./header-id.ts";
export * from "./header-lines.ts";
export { canonicalHost, equalHost, hostPort, isHostname, isIPv4, isIPv6, withoutBrackets } from "./hosts.ts";
export { decimalAt, Message } from "./message.ts";
export { isKnownMethod, methodIn } from "./method.ts";
export * from "./octets.ts";
export { parseMessage } from "./parse.ts";
export { clipped, plainJson, printable, withoutControls } from "./plain.ts";
export { type PlainVia, readPlainVia } from "./quick.ts";
export * from "./rewrite.ts";
export * from "./uri.ts";
export { knownUri } from "./uri-cache.ts";
export * from "./validate.ts";
export {
  areParameters,
  parameter,
  parameters,
  quote,
  rawParameter,
  split,
  splitValues,
  unquote,
} from "./values.ts";
export * from "./via.ts";
