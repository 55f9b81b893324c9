/** Free ports on loopback for programs that must be told theirs. */
import { createSocket } from "node:dgram";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** Below the range the system hands out by itself, so nobody is given one of these by chance. */
const LOWEST = 10_000;
const HIGHEST = 32_000;
const ATTEMPTS = 200;

/**
 * The first of `count` consecutive ports that are free on 127.0.0.1 for UDP and for TCP.
 *
 * Starts at a different place per call, so that test files running side by side do not race for one port.
 */
export async function freePort(count = 1): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const first = LOWEST + 2 * Math.floor((Math.random() * (HIGHEST - LOWEST - count)) / 2);
    if (await allFree(first, count)) return first;
  }
  throw new Error(`no ${count} consecutive free ports between ${LOWEST} and ${HIGHEST}`);
}

async function allFree(first: number, count: number): Promise<boolean> {
  for (let port = first; port < first + count; port++) {
    if (!(await udpFree(port)) || !(await tcpFree(port))) return false;
  }
  return true;
}

function udpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4");
    socket.once("error", () => resolve(false));
    socket.bind({ port, address: "127.0.0.1", exclusive: true }, () => socket.close(() => resolve(true)));
  });
}

function tcpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

const TCP_LISTEN = "0A";

/**
 * Waits until some process holds the port, for programs that do not say when they listen.
 *
 * Reads the kernel's table instead of binding or connecting: either would disturb what it looks for.
 *
 * @throws Error after `timeoutMs` milliseconds, or as soon as `gone()` says the program ended
 */
export async function held(
  transport: "udp" | "tcp",
  port: number,
  timeoutMs: number,
  gone: () => boolean,
): Promise<void> {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    for (const table of [transport, `${transport}6`]) {
      const rows = await readFile(`/proc/net/${table}`, "latin1").catch(() => "");
      for (const row of rows.split("\n")) {
        const [, local, , state] = row.trim().split(/\s+/);
        if (local?.endsWith(wanted) && (transport === "udp" || state === TCP_LISTEN)) return;
      }
    }
    if (gone() || Date.now() > deadline) throw new Error(`nothing listens on ${transport}:127.0.0.1:${port}`);
    await delay(10);
  }
}
