import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIP } from "node:net";

/** Certificates for tests, made on the spot, so that none lies in the repository and none expires there. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

export interface Wanted {
  readonly name: string;
  /** As `DNS:…`, `URI:…` or an address. */
  readonly alternatives?: readonly string[];
  readonly issuer?: Identity;
  readonly authority?: boolean;
  /** Days from now, negative for an expired one. */
  readonly days?: number;
}

/** A certificate for `wanted.name`, signed by its issuer or else by itself. */
export function certificate(wanted: Wanted): Identity {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { name, alternatives = [], issuer, authority = false, days = 2 } = wanted;
  const end = Date.now() + days * 86_400_000;
  const extensions = [extension("551d13", sequence(authority ? tlv(0x01, Buffer.from([255])) : Buffer.alloc(0)))];
  if (alternatives.length > 0) extensions.push(extension("551d11", sequence(...alternatives.map(generalName))));
  const serial = randomBytes(8);
  serial[0] = 1;
  const body = sequence(
    tlv(0xa0, integer(2)),
    tlv(0x02, serial),
    ecdsa,
    commonName(issuer?.name ?? name),
    sequence(time(end - 10 * 86_400_000), time(end)),
    commonName(name),
    publicKey.export({ type: "spki", format: "der" }),
    tlv(0xa3, sequence(...extensions)),
  );
  const signature = sign("sha256", body, issuer?.privateKey ?? privateKey);
  const der = sequence(body, ecdsa, tlv(0x03, Buffer.from([0]), signature));
  const lines = der
    .toString("base64")
    .match(/.{1,64}/g)
    ?.join("\n");
  const cert = `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: "pkcs8", format: "pem" }) as string, name, privateKey };
}

const ecdsa = sequence(tlv(0x06, Buffer.from("2a8648ce3d040302", "hex"))); // ecdsa-with-SHA256

function tlv(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), value]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tlv(0x30, ...parts);
}

function integer(value: number): Buffer {
  return tlv(0x02, Buffer.from([value]));
}

function commonName(name: string): Buffer {
  const attribute = sequence(tlv(0x06, Buffer.from("550403", "hex")), tlv(0x0c, Buffer.from(name)));
  return sequence(tlv(0x31, attribute));
}

function time(at: number): Buffer {
  const text = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, "");
  return tlv(0x17, Buffer.from(text.slice(2)));
}

function extension(oid: string, value: Buffer): Buffer {
  return sequence(tlv(0x06, Buffer.from(oid, "hex")), tlv(0x04, value));
}

function generalName(name: string): Buffer {
  if (isIP(name) === 4) return tlv(0x87, Buffer.from(name.split(".").map(Number)));
  return name.startsWith("DNS:") ? tlv(0x82, Buffer.from(name.slice(4))) : tlv(0x86, Buffer.from(name.slice(4)));
}
