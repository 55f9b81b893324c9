/** What is measured: the load of each work, and who stands up to it. */

import type { Place } from "./place.ts";
import { removeBindings } from "./probe.ts";
import { type BenchServer, PASSWORD, startKamailio, startRingback, USERS } from "./servers.ts";

export const workNames = ["options", "register", "digest", "call"] as const;
export type WorkName = (typeof workNames)[number];

/** One way to run a server for a work. The first contender of a work is what the others are compared with. */
export interface Contender {
  readonly name: string;
  /** How it differs from the plain one of its work; "" for that one. */
  readonly note: string;
  start(place: Place, profile?: string): Promise<BenchServer>;
}

export interface Work {
  readonly title: string;
  /** What one of the counted things is. */
  readonly each: string;
  /** Generator and arguments. `localPort` is one that nobody has, the same for all runs against a server. */
  load(port: number, localPort: number, seconds: number): Load;
  /**
   * Seconds until a server that was left alone has nothing more to do: its transactions linger, and their end would fall into the
   * run of the next one.
   */
  readonly lingers: number;
  /** Brings a server back to where it was before the last run, outside the measurement. */
  restore?(port: number): Promise<void>;
  readonly contenders: readonly Contender[];
}

/** Requests in flight at a time: enough to keep a server busy, few enough to fit its receive buffer. */
const REQUESTS_AT_ONCE = "128";
const CALLS_AT_ONCE = "256";
const CALLEES = 1000;

type Authentication = "digest" | "off";

const kamailio = (authentication: Authentication = "off"): Contender => ({
  name: "Kamailio",
  note: "",
  start: (place) => startKamailio(place, { authentication }),
});

type Choices = { authentication?: Authentication; onDisk?: true; quiet?: true; withoutRuns?: true };

function ringback(options: Choices = {}): Contender {
  const { onDisk, quiet, withoutRuns } = options;
  const note = onDisk ? "bindings on disk" : quiet ? "no call log" : withoutRuns ? "a system call per datagram" : "";
  const { authentication = "off", ...rest } = options;
  return {
    name: "Ringback",
    note,
    start: (place, profile) =>
      startRingback(place, { authentication, ...rest, ...(profile === undefined ? {} : { profile }) }),
  };
}

type Load = readonly [program: string, ...args: string[]];

/** Always from the one port, so that a run refreshes the bindings of the run before. */
function registerload(port: number, localPort: number, seconds: number): Load {
  const args = ["-p", `${port}`, "-l", `${localPort}`, "-s", `${seconds}`, "-w", REQUESTS_AT_ONCE, "-u", `${USERS}`];
  return ["registerload", ...args, "-P", PASSWORD];
}

export const works: Readonly<Record<WorkName, Work>> = {
  options: {
    title: "OPTIONS to the server itself",
    each: "OPTIONS, 200",
    load: (port, _localPort, seconds) =>
      `sipload -t 127.0.0.1:${port} -k options -s ${seconds} -w ${REQUESTS_AT_ONCE}`.split(" ") as [string],
    lingers: 0,
    contenders: [kamailio(), ringback(), ringback({ withoutRuns: true })],
  },
  register: {
    title: "REGISTER",
    each: `REGISTER, 200; refreshes of ${USERS.toLocaleString("en")} users`,
    load: registerload,
    lingers: 0,
    contenders: [kamailio(), ringback(), ringback({ onDisk: true })],
  },
  digest: {
    title: "REGISTER with digest",
    each: `REGISTER, 401, REGISTER, 200; ${USERS.toLocaleString("en")} users`,
    load: registerload,
    lingers: 0,
    contenders: [
      kamailio("digest"),
      ringback({ authentication: "digest" }),
      ringback({ authentication: "digest", onDisk: true }),
    ],
  },
  call: {
    title: "Call through the proxy",
    each: "INVITE, 100, 180, 200, ACK, BYE, 200, record-routed: 6 messages in, 7 out",
    load: (port, _localPort, seconds) =>
      `callload -p ${port} -s ${seconds} -w ${CALLS_AT_ONCE} -u ${CALLEES}`.split(" ") as [string],
    lingers: 33, // 64 times T1, RFC 3261 §17.2.2 and RFC 6026 §7.1
    restore: (port) => removeBindings(port, CALLEES),
    contenders: [kamailio(), ringback(), ringback({ quiet: true })],
  },
};

/** `Ringback, bindings on disk`. */
export function titleOf({ name, note }: Contender): string {
  return note === "" ? name : `${name}, ${note}`;
}
