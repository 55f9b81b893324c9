/**
 * The rooms of this source tree, in order: a room may import from the rooms before it and from none after it.
 * The architecture test enforces what stands here and `docs/architecture.md` prints it (`npm run docs:rooms`).
 */
export interface Room {
  /** The folder below `src/`. */
  readonly name: string;
  readonly about: string;
  /** What a reader may rely on never finding here. */
  readonly mayNot: string;
  /** `none`: runs in a browser page and under a virtual clock; time, chance and hashing come in through `kernel`. */
  readonly touches: "none" | "browser" | "node";
  /** The npm packages it may import. */
  readonly packages: readonly string[];
  /** Rooms before this one that it may not import all the same. */
  readonly not?: readonly string[];
}

export const rooms: readonly Room[] = [
  {
    name: "catalogue",
    about: "what SIP means, as data: response codes, methods, headers, timers, Q.850",
    mayNot: "import anything or decide anything",
    touches: "none",
    packages: [],
  },
  {
    name: "kernel",
    about: "how the pure rooms meet the world: clock and timers, randomness, hashing, Observation, Fault",
    mayNot: "know what a SIP message is",
    touches: "none",
    packages: [],
  },
  {
    name: "syntax",
    about: "octets to messages and back: parse, edit, write; URIs; header fields; stream framing",
    mayNot: "keep state between two messages",
    touches: "none",
    packages: [],
  },
  {
    name: "reference",
    about: "the catalogue in a person's language: explanations, comparisons, search, what a pasted line says",
    mayNot: "know how a page or a terminal looks",
    touches: "none",
    packages: ["messageformat"],
  },
  {
    name: "diagnosis",
    about: "from messages and observations to what a person reads of a call: ladders, one line per call",
    mayNot: "see live state, only the wire, the observations and the catalogue",
    touches: "none",
    packages: [],
  },
  {
    name: "auth",
    about: "digest authentication and nonces",
    mayNot: "hold a password or look up a user",
    touches: "none",
    packages: [],
  },
  {
    name: "transport",
    about: "flows, Via, where to send next (RFC 3263), as logic",
    mayNot: "open a socket or ask a resolver by itself",
    touches: "none",
    packages: [],
  },
  {
    name: "transaction",
    about: "the four state machines of RFC 3261 section 17 with RFC 6026",
    mayNot: "know dialogs, users or routes",
    touches: "none",
    packages: [],
  },
  {
    name: "dialog",
    about: "dialogs, dialog sets, route sets, offer and answer",
    mayNot: "decide what a user wants",
    touches: "none",
    packages: [],
  },
  {
    name: "ua",
    about: "user agent: call, registration, subscriber, notifier, publication, transfer",
    mayNot: "route for others",
    touches: "none",
    packages: [],
  },
  {
    name: "server",
    about: "registrar and location, proxy and response context, redirect, routing functions, event state, policy",
    mayNot: "answer a call itself",
    touches: "none",
    packages: [],
  },
  {
    name: "lab",
    about: "a simulated world: virtual clock, network with faults, scripted phones, scenarios; dial-a-code",
    mayNot: "read a clock or open a socket by itself",
    touches: "none",
    packages: [],
  },
  {
    name: "testing",
    about: "the test kit: user agents, a server and scripted phones in a simulated world whose clock turns by itself",
    mayNot: "know a test runner",
    touches: "none",
    packages: [],
  },
  {
    name: "browser",
    about: "a user agent's home in a browser page: SIP over WebSocket, media by WebRTC",
    mayNot: "hold a rule of SIP",
    touches: "browser",
    packages: [],
    not: ["server", "testing"],
  },
  {
    name: "host",
    about: "everything that touches Node: sockets, DNS, TLS, stores, configuration, HTTP, metrics",
    mayNot: "hold a rule of SIP",
    touches: "node",
    packages: ["@hono/node-server", "hono", "prom-client", "sdp-transform", "ws"],
    not: ["lab", "testing", "browser"],
  },
  {
    name: "web",
    about: "the pages of the reference, browser elements, the telephone of `/dial`",
    mayNot: "read files or sockets; a page gets its data handed in",
    touches: "browser",
    packages: ["hono"],
  },
  {
    name: "cli",
    about: "one file per command",
    mayNot: "do more than read arguments, call a room and print",
    touches: "node",
    packages: ["commander"],
  },
];
