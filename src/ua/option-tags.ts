import { equalFolded, type Header, type Message } from "../syntax/mod.ts";

/** Whether a message's Require or Supported names an extension (RFC 3261 §20.32, §20.37). */
export function namesOption(
  message: Message,
  field: typeof Header.Require | typeof Header.Supported,
  tag: string,
): boolean {
  return message.values(field).some((each) => equalFolded(each, tag));
}
