import { equalUri, type Message, parseUri, writeQ } from "../syntax/mod.ts";
import type { Binding } from "./binding.ts";

/**
 * What a redirect server answers (RFC 3261 §8.3): Contact lines with the bindings, best first, for the caller to try. "" when
 * nothing is left, for a Contact must never be the very URI that was asked for.
 */
export function redirectContacts(request: Message, bindings: readonly Binding[]): string {
  const asked = parseUri(request.requestUri);
  return bindings
    .filter(({ contact }) => {
      const uri = parseUri(contact);
      return asked === null || uri === null || !equalUri(uri, asked);
    })
    .sort((a, b) => b.q - a.q)
    .map(({ contact, q }) => `Contact: <${contact}>${q === 1000 ? "" : `;q=${writeQ(q)}`}\r\n`)
    .join("");
}
