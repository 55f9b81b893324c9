/**
 * Text as this project holds what travels: UTF-8, one character per octet, so that a length is a Content-Length. What came
 * off the wire is octets already.
 */

const utf8 = new TextDecoder();

/** Text typed by a person or a program as the octets SIP carries. */
export function toOctets(text: string): string {
  return isAscii(text) ? text : octetsOf(new TextEncoder().encode(text));
}

/** What travelled, as text to read; octets that are no UTF-8 become U+FFFD. */
export function fromOctets(octets: string): string {
  return isAscii(octets) ? octets : utf8.decode(bytesOf(octets));
}

/** The octets as bytes, for a socket or a decoder. */
export function bytesOf(octets: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(octets.length);
  for (let i = 0; i < octets.length; i++) bytes[i] = octets.charCodeAt(i);
  return bytes;
}

/** Bytes of a socket or an encoder, one character each. */
export function octetsOf(bytes: Uint8Array): string {
  let octets = "";
  for (const byte of bytes) octets += String.fromCharCode(byte);
  return octets;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
