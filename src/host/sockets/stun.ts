import { isIPv4 } from "node:net";
import { canonicalHost } from "../../syntax/mod.ts";
import { hostPort } from "../../transport/mod.ts";

const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const BINDING_ERROR = 0x0111;
const MAGIC_COOKIE = 0x2112a442;
const XOR_MAPPED_ADDRESS = 0x0020;
const HEADER = 20;
const ATTRIBUTE_HEADER = 4;
export const TRANSACTION_ID = 12;

/** Whether a datagram is STUN, not SIP: its first octet is 0 or 1 (RFC 5626 §8). */
export function isStun(octets: Buffer): boolean {
  return (octets[0] as number) < 2;
}

/**
 * The answer to a Binding request from `host` and `port`, by which a phone keeps its UDP flow open and learns whether
 * its public address has changed (RFC 5626 §8, RFC 5389 §15.2). Null for anything else.
 */
export function bindingResponse(request: Buffer, host: string, port: number): Buffer | null {
  if (request.length < HEADER || request.readUInt16BE(0) !== BINDING_REQUEST) return null;
  if (request.readUInt32BE(4) !== MAGIC_COOKIE || request.readUInt16BE(2) !== request.length - HEADER) return null;
  const address = isIPv4(host) ? Buffer.from(host.split(".").map(Number)) : ipv6Octets(host);
  const response = Buffer.alloc(HEADER + 8 + address.length);
  response.writeUInt16BE(BINDING_SUCCESS, 0);
  response.writeUInt16BE(8 + address.length, 2);
  request.copy(response, 4, 4, HEADER); // cookie and transaction id
  response.writeUInt16BE(XOR_MAPPED_ADDRESS, HEADER);
  response.writeUInt16BE(4 + address.length, HEADER + 2);
  response.writeUInt8(address.length === 4 ? 1 : 2, HEADER + 5);
  response.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), HEADER + 6);
  // The address is masked with the cookie and, for IPv6, the transaction id, which follow each other in the header.
  for (let i = 0; i < address.length; i++) {
    response[HEADER + 8 + i] = (address[i] as number) ^ (request[4 + i] as number);
  }
  return response;
}

/** A Binding request without attributes (RFC 5626 §8: none is needed). */
export function bindingRequest(transactionId: Uint8Array): Uint8Array {
  const request = Buffer.alloc(HEADER);
  request.writeUInt16BE(BINDING_REQUEST, 0);
  request.writeUInt32BE(MAGIC_COOKIE, 4);
  request.set(transactionId, 8);
  return request;
}

/** What an answer to a Binding request says. */
export interface BindingAnswer {
  /** As latin1 text. */
  readonly transactionId: string;
  /** XOR-MAPPED-ADDRESS as `host:port`; null when the request was refused or the answer names none. */
  readonly mapped: string | null;
}

/** Reads a Binding success or error response (RFC 5389 §6); null for anything else. */
export function readBindingAnswer(octets: Buffer): BindingAnswer | null {
  if (octets.length < HEADER || octets.readUInt32BE(4) !== MAGIC_COOKIE) return null;
  if (octets.readUInt16BE(2) !== octets.length - HEADER) return null;
  const type = octets.readUInt16BE(0);
  if (type !== BINDING_SUCCESS && type !== BINDING_ERROR) return null;
  const transactionId = octets.toString("latin1", 8, HEADER);
  return { transactionId, mapped: type === BINDING_SUCCESS ? mappedAddress(octets) : null };
}

function mappedAddress(octets: Buffer): string | null {
  for (let at = HEADER; at + ATTRIBUTE_HEADER <= octets.length; ) {
    const length = octets.readUInt16BE(at + 2);
    const value = octets.subarray(at + ATTRIBUTE_HEADER, at + ATTRIBUTE_HEADER + length);
    if (octets.readUInt16BE(at) === XOR_MAPPED_ADDRESS) return unmasked(value, octets);
    at += ATTRIBUTE_HEADER + Math.ceil(length / 4) * 4; // attributes begin at multiples of four (RFC 5389 §15)
  }
  return null;
}

function unmasked(value: Buffer, message: Buffer): string | null {
  const family = value[1];
  if (value.length !== (family === 1 ? 8 : 20)) return null;
  const octets = value.subarray(4).map((octet, i) => octet ^ (message[4 + i] as number));
  const port = value.readUInt16BE(2) ^ (MAGIC_COOKIE >>> 16);
  if (family === 1) return hostPort(octets.join("."), port);
  const groups = Array.from({ length: 8 }, (_, i) =>
    (((octets[2 * i] as number) << 8) | (octets[2 * i + 1] as number)).toString(16),
  );
  return hostPort(canonicalHost(groups.join(":")), port);
}

function ipv6Octets(host: string): Buffer {
  const groups = canonicalHost(host.split("%")[0] as string).split(":");
  const octets = Buffer.alloc(16);
  for (const [i, group] of groups.entries()) octets.writeUInt16BE(Number.parseInt(group, 16), 2 * i);
  return octets;
}
