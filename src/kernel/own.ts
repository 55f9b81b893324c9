/**
 * A copy of `text` that does not share memory with the message it was cut from. Engines represent a slice of 13 or more
 * characters as a pointer into its parent, so one retained Call-ID would retain the whole datagram.
 * Joining makes a plain copy; cutting a character off a longer one (the usual trick) keeps that longer one and a pointer,
 * which costs 32 octets more and is slower.
 */
export function own(text: string): string {
  return text.length < 13 ? text : [text.slice(0, 1), text.slice(1)].join("");
}
