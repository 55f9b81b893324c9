import { Header, parseMessage } from "../../syntax/mod.ts";
import {
  type Flow,
  hostPort,
  isReliable,
  type Listener,
  type Protocol,
  type TransportUser,
} from "../../transport/mod.ts";
import type { Endpoint } from "../network.ts";
import type { ListenOn, SimulatedHost } from "../simulated-host.ts";
import type { World } from "../world.ts";
import { Exchange } from "./exchange.ts";
import { IncomingCall } from "./incoming-call.ts";
import { IncomingRequest } from "./incoming-request.ts";
import type { DialogState, Line, PhoneHost, ResponseTaker } from "./line.ts";
import { type CallerScript, OutgoingCall } from "./outgoing-call.ts";
import { phraseOf } from "./phrases.ts";
import { type AnswerScript, isScriptFault, readScript } from "./script.ts";
import { Transactions } from "./transactions.ts";
import {
  branchOf,
  type Draft,
  endpointOf,
  type Received,
  sdp,
  sentByOf,
  tagOf,
  transportParameter,
  writeAnswer,
} from "./wire.ts";

/** Who a scripted phone is, and its way to the others. */
export interface PhoneOptions {
  /** What the ladder calls it; the user part of its Contact, and of its address of record unless `user` says otherwise. */
  readonly name: string;
  /** Numeric address. */
  readonly address: string;
  readonly domain?: string;
  /** Its way to the proxy; UDP when absent. */
  readonly protocol?: Protocol;
  /** Its own port; the protocol's default when absent, none for WS and WSS. */
  readonly port?: number;
  /** Where every request outside a dialog goes. Without one, where its Request-URI leads. */
  readonly proxy?: Endpoint;
  readonly user?: string;
  /** With a password it answers challenges. */
  readonly password?: string;
  /** Makes its branches; unique ones with the magic cookie when absent (RFC 2543 had others). */
  readonly branches?: () => string;
}

/** What can be said beside method and URI. */
export interface RequestOptions {
  /** Whole header lines without line ends. */
  readonly headers?: readonly string[];
  readonly routes?: readonly string[];
  readonly body?: string;
  readonly from?: string;
  readonly to?: string;
  readonly callId?: string;
  readonly cseq?: number;
  readonly maxForwards?: number;
  /** Where it is sent, when not to the proxy. */
  readonly target?: Endpoint;
}

/** RFC 3261 §8.2.2.2: a request that was forked and met itself again. */
const LOOPED: AnswerScript = { steps: [{ afterMs: 0, status: 482 }], onCancel: "ends", afterCancel: [] };
const MAX_INBOX = 20_000;

/**
 * A phone that does what its script says, at the level of messages. It shares the grammar of messages with the stack and
 * nothing else: transactions, dialogs, digest and timers are its own, so that a fault of the stack meets an independent peer.
 * Of its host it needs a clock and sockets, simulated or real.
 */
export class Phone<Host extends PhoneHost = SimulatedHost> implements TransportUser, Line {
  readonly name: string;
  readonly host: Host;
  readonly address: string;
  readonly protocol: Protocol;
  readonly domain: string;
  readonly user: string;
  readonly password: string | null;
  readonly proxy: Endpoint | null;
  /** Everything that arrived, in order; at most 20,000. */
  readonly inbox: Received[] = [];
  /** Responses that fit none of its requests. */
  readonly strays: Received[] = [];
  readonly dialogs: DialogState[] = [];
  /** Sees every message first; what it returns true for the phone does not touch. */
  intercept: (received: Received) => boolean = () => false;
  private readonly names: ReadonlyMap<string, string>;
  private readonly exchanges = new Map<string, ResponseTaker>();
  private readonly transactions = new Transactions();
  private readonly scripts = new Map<string, AnswerScript>();
  private readonly branches: () => string;
  private cseq = 0;

  /** A phone on `host`, at `options.address` there; `names` leads from host names to numeric addresses. */
  constructor(host: Host, options: PhoneOptions, names: ReadonlyMap<string, string> = new Map()) {
    this.name = options.name;
    this.address = options.address;
    this.names = names;
    this.protocol = options.protocol ?? "UDP";
    this.domain = options.domain ?? "example.com";
    this.user = options.user ?? options.name;
    this.password = options.password ?? null;
    this.proxy = options.proxy ?? null;
    this.branches = options.branches ?? (() => `z9hG4bK${this.host.kernel.random.token(10)}`);
    this.host = host;
    this.host.attach(this);
    this.answer("200@0s");
  }

  /** A phone on a machine of its own in a simulated world. */
  static in(world: World, options: PhoneOptions): Phone {
    const host = world.host(options.address, { name: options.name, listen: listenersOf(options) });
    return new Phone(host, options, world.names);
  }

  /** Milliseconds since the epoch. */
  get now(): number {
    return this.host.kernel.clock.now();
  }

  /** Its address of record. */
  get uri(): string {
    return `sip:${this.user}@${this.domain}`;
  }

  /** Its Contact as it stands in the header. */
  contact(protocol: Protocol = this.protocol): string {
    const listener = this.listenerFor(protocol);
    return `<sip:${this.name}@${listener?.sentBy}${transportParameter(protocol)}>`;
  }

  /** From now on requests with `method` are answered by `script` (see `readScript`); throws when it cannot be read. */
  answer(script: string | AnswerScript, method = "INVITE"): this {
    const read = typeof script === "string" ? readScript(script) : script;
    if (isScriptFault(read)) throw new Error(`${script}: at ${read.at}: ${read.text}`);
    this.scripts.set(method, read);
    return this;
  }

  /** Calls `uri`. */
  invite(uri: string, script: CallerScript = {}, options: RequestOptions = {}): OutgoingCall {
    const headers = [`Contact: ${this.contact()}`, ...(options.headers ?? [])];
    const draft = this.draft("INVITE", uri, { body: sdp(this.address), ...options, headers });
    const call = new OutgoingCall(this, draft, this.targetOf(draft, options.target), script);
    call.send();
    return call;
  }

  /** Sends any request but INVITE outside a dialog. */
  request(method: string, uri: string, options: RequestOptions = {}): Exchange {
    const draft = this.draft(method, uri, options);
    return this.send(draft, this.targetOf(draft, options.target));
  }

  /** Registers this phone's own contact, or `contacts` as they stand in the header. */
  register(
    options: RequestOptions & { expires?: number; contacts?: readonly string[]; params?: string } = {},
  ): Exchange {
    const { expires = 3600, contacts = [`${this.contact()}${options.params ?? ""}`] } = options;
    const headers = [
      ...contacts.map((contact) => `Contact: ${contact}`),
      `Expires: ${expires}`,
      ...(options.headers ?? []),
    ];
    return this.request("REGISTER", `sip:${this.domain}`, { to: `<${this.uri}>`, ...options, headers });
  }

  /** Sends a drafted request and waits for its responses. */
  send(draft: Draft, target: Endpoint): Exchange {
    const exchange = new Exchange(this, draft, target);
    exchange.send();
    return exchange;
  }

  /** Sends octets as they are. */
  sendRaw(text: string, target: Endpoint | null = this.proxy): void {
    if (target === null) throw new Error(`${this.name} has no proxy: say where to`);
    this.flowTo(target)?.send(text);
  }

  /** INVITEs that arrived, each once. */
  get calls(): readonly IncomingCall[] {
    return this.transactions.calls;
  }

  /** Other requests that arrived, each once; ACK and CANCEL stand with their calls. */
  get requests(): readonly IncomingRequest[] {
    return this.transactions.requests;
  }

  /** Requests with this method that arrived, repeats included. */
  received(method: string): Received[] {
    return this.inbox.filter(({ message }) => message.isRequest && message.method === method);
  }

  /** The only call that arrived; throws when there is not exactly one. */
  get call(): IncomingCall {
    if (this.calls.length !== 1) throw new Error(`${this.name} received ${this.calls.length} calls, not one`);
    return this.calls[0] as IncomingCall;
  }

  onMessage(text: string, flow: Flow): void {
    const message = parseMessage(text);
    if (message === null) return;
    const received = { at: this.now, message, text, flow };
    if (this.inbox.length < MAX_INBOX) this.inbox.push(received);
    if (this.intercept(received)) return;
    if (!message.isRequest) this.onResponse(received);
    else if (message.method === "ACK") this.transactions.callAckedBy(received)?.onAck(received);
    else if (message.method === "CANCEL") this.onCancel(received);
    else this.onRequest(received);
  }

  onUnframed(): void {}

  // From here to `locate`: what the phone's own parts ask of it, see `Line`.

  newBranch(): string {
    return this.branches();
  }

  via(protocol: Protocol, branch: string): string {
    const listener = this.listenerFor(protocol);
    return `SIP/2.0/${protocol} ${listener?.sentBy};branch=${branch};rport`;
  }

  expect(branch: string, method: string, taker: ResponseTaker): void {
    this.exchanges.set(`${branch} ${method}`, taker);
  }

  flowTo(target: Endpoint): Flow | null {
    return this.host.transport.flowTo({ ...target, domain: "" });
  }

  adopt(dialog: DialogState): void {
    this.dialogs.push(dialog);
  }

  answerOver(text: string, { flow, message }: Received): void {
    if (flow.open && flow.send(text)) return;
    const back = endpointOf(`sip:${sentByOf(message)};transport=${flow.protocol}`, this.names);
    if (back !== null) this.flowTo(back)?.send(text);
  }

  locate(uri: string): Endpoint {
    const found = endpointOf(uri, this.names) ?? this.proxy;
    if (found === null) throw new Error(`${this.name} does not know the way to ${uri}`);
    return found;
  }

  private draft(method: string, uri: string, options: RequestOptions): Draft {
    const {
      from = `<${this.uri}>;tag=${this.host.kernel.random.token(8)}`,
      to = `<${uri}>`,
      routes = [],
      headers = [],
      body = "",
    } = options;
    const callId = options.callId ?? `${this.host.kernel.random.token(12)}@${this.address}`;
    return {
      method,
      uri,
      routes,
      from,
      to,
      callId,
      cseq: options.cseq ?? ++this.cseq,
      headers,
      body,
      maxForwards: options.maxForwards ?? 70,
    };
  }

  private listenerFor(protocol: Protocol): Listener | undefined {
    const { listeners } = this.host.transport;
    return listeners.find((each) => each.protocol === protocol) ?? listeners[0];
  }

  private targetOf(draft: Draft, target: Endpoint | undefined): Endpoint {
    return target ?? this.proxy ?? this.locate(draft.uri);
  }

  private onResponse(received: Received): void {
    const exchange = this.exchanges.get(`${branchOf(received.message)} ${received.message.method}`);
    if (exchange === undefined) this.strays.push(received);
    else exchange.onResponse(received);
  }

  private onRequest(received: Received): void {
    const known = this.transactions.of(received);
    if (known === undefined) this.onNewRequest(received);
    else known.onRepeat();
  }

  private onNewRequest(received: Received): void {
    const { message } = received;
    const invite = message.method === "INVITE";
    const script = this.transactions.hasTwinOf(received)
      ? LOOPED
      : (this.scripts.get(message.method) ?? this.defaultScript(received));
    const request = invite ? new IncomingCall(this, received, script) : new IncomingRequest(this, received, script);
    this.transactions.add(request);
    if (message.method === "BYE") for (const dialog of this.dialogsOf(received)) dialog.ended = true;
    request.start();
  }

  private onCancel(received: Received): void {
    const call = this.transactions.callUnder(received);
    if (call !== undefined) call.onCancel(received);
    else this.answerOver(writeAnswer(received, 481, phraseOf(481), "none", [], ""), received);
  }

  private defaultScript({ message }: Received): AnswerScript {
    const tagged = tagOf(message.value(Header.To)) !== "";
    const known = !tagged || this.dialogs.some(({ callId }) => callId === message.callId);
    const status = message.method === "BYE" && !known ? 481 : 200;
    return { steps: [{ afterMs: 0, status }], onCancel: "ends", afterCancel: [] };
  }

  private dialogsOf({ message }: Received): DialogState[] {
    const tag = tagOf(message.value(Header.To));
    return this.dialogs.filter(({ callId, localTag }) => callId === message.callId && localTag === tag);
  }
}

function listenersOf({ name, address, protocol = "UDP", port }: PhoneOptions): ListenOn[] {
  if (protocol === "WS" || protocol === "WSS") return [{ protocol, port: 0, sentBy: `${name}.invalid` }];
  const at = port === undefined ? {} : { port };
  if (!isReliable(protocol))
    return [
      { protocol, ...at },
      { protocol: "TCP", ...at },
    ];
  if (protocol === "TLS") return [{ protocol, ...at }];
  const listener = { protocol, ...at };
  return [listener, { protocol: "UDP", sentBy: hostPort(address, port ?? 5060), ...at }];
}
