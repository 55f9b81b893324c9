/** Calls between UDP, TCP and TLS over real sockets, where test/world has them in a simulated network. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { Header, type Message, parseMessage } from "../../src/syntax/mod.ts";
import { certificate } from "../host/sockets/certificate.ts";
import { type DatagramPeer, Stage, type StreamPeer, statusOf } from "../torture/stage.ts";

type Protocol = "UDP" | "TCP" | "TLS";
const PROTOCOLS: readonly Protocol[] = ["UDP", "TCP", "TLS"];

let tls: { cert: string; key: string };

before(() => {
  tls = certificate({ name: "example.com", alternatives: ["DNS:example.com", "127.0.0.1"] });
});

/** One end of a call: keeps what arrives and speaks as one user. */
class End {
  readonly stage: Stage;
  readonly user: string;
  readonly protocol: Protocol;
  readonly peer: DatagramPeer | StreamPeer;
  private sent = 0;

  private constructor(stage: Stage, user: string, protocol: Protocol, peer: DatagramPeer | StreamPeer) {
    this.stage = stage;
    this.user = user;
    this.protocol = protocol;
    this.peer = peer;
  }

  static async of(stage: Stage, user: string, protocol: Protocol): Promise<End> {
    const peer = await (protocol === "UDP" ? stage.datagrams() : stage.stream(protocol));
    return new End(stage, user, protocol, peer);
  }

  get contact(): string {
    const transport = this.protocol === "UDP" ? "" : `;transport=${this.protocol.toLowerCase()}`;
    return `<sip:${this.user}@${this.peer.host}:${this.peer.port}${transport}>`;
  }

  request(method: string, uri: string, lines: readonly string[]): void {
    const { protocol, peer, user } = this;
    const via = `SIP/2.0/${protocol} ${peer.host}:${peer.port};rport;branch=z9hG4bK${user}${++this.sent}`;
    const head = [`${method} ${uri} SIP/2.0`, `Via: ${via}`, "Max-Forwards: 70", `CSeq: ${this.sent} ${method}`];
    peer.send(`${[...head, ...lines].join("\r\n")}\r\nContent-Length: 0\r\n\r\n`);
  }

  /** The first message that fits; waits for it. */
  async heard(what: string, fits: (message: Message) => boolean): Promise<Message> {
    const find = () =>
      this.peer.inbox.map((text) => parseMessage(text)).find((message) => message !== null && fits(message));
    await this.stage.bell.until(() => find() !== undefined, `${this.user} to hear ${what}`);
    return find() as Message;
  }

  gets(method: string): Promise<Message> {
    return this.heard(method, (message) => message.isRequest && message.method === method);
  }

  hears(status: number, method: string): Promise<Message> {
    return this.heard(`${status}`, (message) => message.status === status && message.method === method);
  }

  respond(request: Message, status: number, ...lines: readonly string[]): void {
    const to = request.value(Header.To) ?? "";
    const text = [
      `SIP/2.0 ${status} Whatever`,
      ...request.lines(Header.Via).map((via) => `Via: ${via}`),
      ...request.lines(Header.RecordRoute).map((route) => `Record-Route: ${route}`),
      `From: ${request.value(Header.From)}`,
      `To: ${to.includes(";tag=") ? to : `${to};tag=${this.user}`}`,
      `Call-ID: ${request.callId}`,
      `CSeq: ${request.value(Header.CSeq)}`,
      ...lines,
    ];
    this.peer.send(`${text.join("\r\n")}\r\nContent-Length: 0\r\n\r\n`);
  }

  async register(): Promise<void> {
    const aor = `<sip:${this.user}@example.com>`;
    const lines = [
      `From: ${aor};tag=r`,
      `To: ${aor}`,
      `Call-ID: register-${this.user}@wire`,
      `Contact: ${this.contact}`,
    ];
    this.request("REGISTER", "sip:example.com", lines);
    await this.hears(200, "REGISTER");
  }
}

/** Values of Record-Route as Route lines. */
const routes = (values: readonly string[]): string[] => values.map((value) => `Route: ${value}`);
const uriOf = (value: string | null): string => /<([^>]+)>/.exec(value ?? "")?.[1] ?? assert.fail(`${value}`);

async function call(from: Protocol, to: Protocol, hangsUp: "caller" | "callee"): Promise<void> {
  await using stage = await Stage.start({ tls });
  const alice = await End.of(stage, "alice", from);
  const bob = await End.of(stage, "bob", to);
  await bob.register();
  const ends = ["From: <sip:alice@example.com>;tag=alice", "Call-ID: call@wire"];
  alice.request("INVITE", "sip:bob@example.com", [...ends, "To: <sip:bob@example.com>", `Contact: ${alice.contact}`]);
  const invite = await bob.gets("INVITE");
  bob.respond(invite, 180, `Contact: ${bob.contact}`);
  await alice.hears(180, "INVITE");
  bob.respond(invite, 200, `Contact: ${bob.contact}`);
  const answer = await alice.hears(200, "INVITE");
  assert.equal(answer.values(Header.Via).length, 1);
  const remote = `To: ${answer.value(Header.To)}`;
  const toBob = routes([...answer.values(Header.RecordRoute)].reverse());
  alice.request("ACK", uriOf(answer.field("Contact")), [...toBob, ...ends, remote]);
  const ack = await bob.gets("ACK");
  assert.equal(ack.requestUri, uriOf(bob.contact));
  const [near, far] = hangsUp === "caller" ? [alice, bob] : [bob, alice];
  if (hangsUp === "caller") near.request("BYE", uriOf(answer.field("Contact")), [...toBob, ...ends, remote]);
  else {
    const own = `From: ${answer.value(Header.To)}`;
    const toAlice = routes(invite.values(Header.RecordRoute));
    const caller = "To: <sip:alice@example.com>;tag=alice";
    near.request("BYE", uriOf(invite.field("Contact")), [...toAlice, own, caller, "Call-ID: call@wire"]);
  }
  const bye = await far.gets("BYE");
  far.respond(bye, 200);
  await near.hears(200, "BYE");
  assert.deepEqual(stage.faults, []);
  // Nobody was called back over a connection of the server's own making: each end kept its own.
  assert.equal(stage.transport.connectionCount, [from, to].filter((protocol) => protocol !== "UDP").length);
}

describe("calls over real sockets", () => {
  // covers: testInviteUDPToTCPCallerHangsUp, testInviteUDPToTLSCallerHangsUp, testInviteTCPToUDPCallerHangsUp, testInviteTCPToTLSCallerHangsUp, testInviteTLSToUDPCallerHangsUp, testInviteTLSToTCPCallerHangsUp, testInviteBasicTls
  for (const from of PROTOCOLS) {
    for (const to of PROTOCOLS) {
      test(`${from} calls ${to}, the caller hangs up`, () => call(from, to, "caller"));
    }
  }

  // covers: testInviteUDPToTCPCalleeHangsUp, testInviteUDPToTLSCalleeHangsUp, testInviteTCPToUDPCalleeHangsUp, testInviteTCPToTLSCalleeHangsUp, testInviteTLSToUDPCalleeHangsUp, testInviteTLSToTCPCalleeHangsUp
  for (const from of PROTOCOLS) {
    for (const to of PROTOCOLS) {
      test(`${from} calls ${to}, the callee hangs up`, () => call(from, to, "callee"));
    }
  }

  // covers: testNonInviteTLS, testNonInviteTCPtoUDP, testNonInviteUDPtoTCP
  for (const from of PROTOCOLS) {
    for (const to of PROTOCOLS) {
      test(`a MESSAGE from ${from} to ${to}`, async () => {
        await using stage = await Stage.start({ tls });
        const alice = await End.of(stage, "alice", from);
        const bob = await End.of(stage, "bob", to);
        await bob.register();
        const lines = ["From: <sip:alice@example.com>;tag=a", "To: <sip:bob@example.com>", "Call-ID: message@wire"];
        alice.request("MESSAGE", "sip:bob@example.com", lines);
        const message = await bob.gets("MESSAGE");
        assert.match(message.values(Header.Via)[0] ?? "", new RegExp(`^SIP/2\\.0/${to} `));
        bob.respond(message, 486);
        await alice.hears(486, "MESSAGE");
        assert.equal(alice.peer.inbox.map(statusOf).filter((status) => status >= 200).length, 1);
      });
    }
  }
});
