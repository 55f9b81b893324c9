/** What the tests of the commands that speak SIP share: phones with sockets for them to meet, and their output read. */

import assert from "node:assert/strict";
import { type NodeUserAgent, openUserAgent } from "../../src/host/mod.ts";
import type { ObservationStream } from "../../src/kernel/mod.ts";
import { type Ended, ringback } from "./kit.ts";

const LOOPBACK = "127.0.0.1";

/** A user agent on loopback, at a port of its own. */
export function phone(name = "bob"): Promise<NodeUserAgent> {
  return openUserAgent({ uri: `sip:${name}@${LOOPBACK}`, localAddress: LOOPBACK });
}

/** A URI that leads to the agent. */
export function reach(agent: NodeUserAgent, name = "bob", transport: "UDP" | "TCP" = "UDP"): string {
  const listener = agent.core.transport.listeners.find(({ protocol }) => protocol === transport);
  return `sip:${name}@${listener?.sentBy}${transport === "TCP" ? ";transport=tcp" : ""}`;
}

/** `ringback ARGS` in English, run to its end. */
export function run(...args: string[]): Promise<Ended> {
  return ringback([...args, "--lang", "en"]);
}

/** `ringback ARGS --json`: its exit code and what it printed. */
export async function json(...args: string[]) {
  const { code, stdout, stderr } = await run(...args, "--json");
  assert.equal(stderr, "");
  return { code, answer: JSON.parse(stdout) };
}

/** Resolves when a message with this text has passed. */
export function once(observations: ObservationStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = observations.subscribe(["message"], (seen) => {
      if (seen.type !== "message" || !seen.text.includes(text)) return;
      stop();
      resolve();
    });
  });
}
