import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { isIPv6 } from "node:net";
import { canonicalHost } from "../../syntax/mod.ts";

/** A process that holds a port. */
export interface PortHolder {
  readonly pid: number;
  readonly name: string;
}

/**
 * Which process is bound to a port, as far as the system tells: Linux does, for processes this one may look into. Null
 * when it does not tell.
 */
export function portHolder(protocol: "udp" | "tcp", host: string, port: number): PortHolder | null {
  const inodes = [
    ...boundInodes(`/proc/net/${protocol}`, host, port),
    ...boundInodes(`/proc/net/${protocol}6`, host, port),
  ];
  return inodes.length === 0 ? null : ownerOf(new Set(inodes.map((inode) => `socket:[${inode}]`)));
}

/** Inodes of the sockets in one table that stand in the way of a bind to `host` and `port`. */
function boundInodes(table: string, host: string, port: number): string[] {
  const found: string[] = [];
  for (const line of read(table).split("\n").slice(1)) {
    const fields = line.trim().split(/\s+/);
    const [address = "", portHex = ""] = (fields[1] ?? "").split(":");
    // 0A: TCP listening, 07: UDP, which has no other state while unconnected.
    if (Number.parseInt(portHex, 16) !== port || (fields[3] !== "0A" && fields[3] !== "07")) continue;
    const any = /^0+$/.test(address) || host === "0.0.0.0" || host === "::";
    if ((any || address === kernelForm(host)) && fields[9] !== undefined) found.push(fields[9]);
  }
  return found;
}

/** An address as the tables write it: 32-bit words in the machine's byte order, little-endian wherever Node runs. */
function kernelForm(host: string): string {
  const bytes = isIPv6(host)
    ? canonicalHost(host)
        .split(":")
        .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
    : host.split(".").map(Number);
  let text = "";
  for (let word = 0; word < bytes.length; word += 4) {
    for (let i = 3; i >= 0; i--) text += (bytes[word + i] ?? 0).toString(16).padStart(2, "0");
  }
  return text.toUpperCase();
}

function ownerOf(sockets: ReadonlySet<string>): PortHolder | null {
  for (const pid of list("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    for (const descriptor of list(`/proc/${pid}/fd`)) {
      if (!sockets.has(link(`/proc/${pid}/fd/${descriptor}`))) continue;
      return { pid: Number(pid), name: read(`/proc/${pid}/comm`).trim() || "unknown" };
    }
  }
  return null;
}

// Processes come and go while they are read, and other users' are closed to us: what cannot be read is not there.

function list(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return "";
  }
}
