import { isIPv4 } from "node:net";
import { canonicalHost } from "../../syntax/mod.ts";

const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const MAGIC_COOKIE = 0x2112a442;
const XOR_MAPPED_ADDRESS = 0x0020;
const HEADER = 20;

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

function ipv6Octets(host: string): Buffer {
  const groups = canonicalHost(host.split("%")[0] as string).split(":");
  const octets = Buffer.alloc(16);
  for (const [i, group] of groups.entries()) octets.writeUInt16BE(Number.parseInt(group, 16), 2 * i);
  return octets;
}
