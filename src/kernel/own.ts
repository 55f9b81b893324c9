/**
 * A copy of `text` that does not share memory with the message it was cut from. Engines represent a slice of 13 or more
 * characters as a pointer into its parent, so one retained Call-ID would retain the whole datagram.
 */
export function own(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
