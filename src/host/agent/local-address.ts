import { createSocket } from "node:dgram";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";

/**
 * The address of this machine that leads to `host` (a name or an address, IPv6 with or without brackets): what others can
 * answer to. Loopback when the name is not known or nothing leads there. Sends nothing.
 */
export async function localAddressFor(host: string): Promise<string> {
  const plain = host.replace(/^\[|\]$/g, "");
  const remote = isIP(plain) === 0 ? await addressOf(plain) : plain;
  if (remote === null) return "127.0.0.1";
  const family = isIP(remote);
  const socket = createSocket(family === 6 ? "udp6" : "udp4");
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.connect(9, remote, () => resolve()); // a connected UDP socket sends nothing, but the system chooses its address
    });
    return socket.address().address;
  } catch {
    return family === 6 ? "::1" : "127.0.0.1";
  } finally {
    socket.close();
  }
}

async function addressOf(name: string): Promise<string | null> {
  if (name === "localhost" || name.endsWith(".localhost")) return "127.0.0.1";
  try {
    return (await lookup(name, { family: 0 })).address;
  } catch {
    return null;
  }
}
