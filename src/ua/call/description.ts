import { Header, type Message, parseMediaType } from "../../syntax/mod.ts";

/** The session description a message carries; "" for none. Null for a body of another kind. */
export function descriptionOf(message: Message): string | null {
  const { body } = message;
  if (body === "") return "";
  const type = parseMediaType(message.value(Header.ContentType) ?? "")?.value;
  return type === "application/sdp" ? body : null;
}

export const SDP_TYPE = "Content-Type: application/sdp\r\n";
