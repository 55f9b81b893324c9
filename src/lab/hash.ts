import { hmac } from "@noble/hashes/hmac.js";
import { md5 } from "@noble/hashes/legacy.js";
import { sha256, sha512_256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Hash } from "../kernel/mod.ts";

function octets(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** The hash functions without a runtime's own: for the simulated world and the browser. */
export const portableHash: Hash = {
  md5: (text) => bytesToHex(md5(octets(text))),
  sha256: (text) => bytesToHex(sha256(octets(text))),
  sha512_256: (text) => bytesToHex(sha512_256(octets(text))),
  hmacSha256: (key, text) => bytesToHex(hmac(sha256, octets(key), octets(text))),
};
