/**
 * A SIP phone of a few lines over one UDP socket, for what the real ones cannot be told to do: hold twenty
 * calls half set up, or register two hundred users in a breath. Written from the RFC, not from `src/`, so that
 * it does not share a mistake with the server.
 */
import { createHash, randomBytes } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { Occurrences } from "./occurrences.ts";
import type { Peer } from "./process.ts";
import type { Stage } from "./stage.ts";

/** A message received. */
export class Message {
  readonly text: string;
  /** Status code; null for a request. */
  readonly status: number | null;
  /** Request-URI; null for a response. */
  readonly uri: string | null;

  constructor(text: string) {
    this.text = text;
    const [first = "", second = ""] = text.split(" ", 2);
    this.status = first === "SIP/2.0" ? Number(second) : null;
    this.uri = first === "SIP/2.0" ? null : second;
  }

  /** Every value of a header field, in order; multiple values of one line stay together. */
  all(name: string): string[] {
    const head = this.text.slice(0, this.text.indexOf("\r\n\r\n")).split("\r\n").slice(1);
    const wanted = `${name.toLowerCase()}:`;
    return head.filter((line) => line.toLowerCase().startsWith(wanted)).map((line) => line.slice(wanted.length).trim());
  }

  header(name: string): string {
    return this.all(name)[0] ?? "";
  }

  get method(): string {
    return this.header("CSeq").split(" ")[1] ?? "";
  }

  get branch(): string {
    return /branch=([^;,\s]+)/.exec(this.header("Via"))?.[1] ?? "";
  }

  get first(): string {
    return this.text.slice(0, this.text.indexOf("\r\n"));
  }
}

export interface Request {
  readonly method: string;
  readonly uri: string;
  readonly from: string;
  readonly to: string;
  readonly callId: string;
  readonly cseq: number;
  readonly headers?: readonly string[];
}

export interface Account {
  readonly user: string;
  readonly password: string;
}

/** A client transaction: its responses as they come. */
export interface Sent {
  readonly request: Request;
  readonly branch: string;
  readonly responses: Occurrences<Message>;
}

const SOCKET_BUFFER = 4 * 1024 * 1024;

export class DatagramPhone implements Peer {
  readonly name: string;
  readonly port: number;
  /** Requests received, retransmissions included. */
  readonly requests: Occurrences<Message>;
  readonly #socket: Socket;
  readonly #server: number;
  readonly #sent = new Map<string, Sent>();
  readonly #log: string[] = [];
  #open = true;

  private constructor(name: string, socket: Socket, server: number) {
    this.name = name;
    this.port = socket.address().port;
    this.requests = new Occurrences(name);
    this.#socket = socket;
    this.#server = server;
    socket.on("message", (bytes) => this.#receive(new Message(bytes.toString("latin1"))));
    socket.on("error", (error) => this.#log.push(`[${error.message}]`)); // a refused port while the server is down
  }

  /** @param server UDP port of the server on 127.0.0.1 */
  static async open(stage: Stage, name: string, server: number): Promise<DatagramPhone> {
    const socket = createSocket({ type: "udp4", recvBufferSize: SOCKET_BUFFER, sendBufferSize: SOCKET_BUFFER });
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    return stage.add(new DatagramPhone(name, socket, server));
  }

  /** `sip:` URI under which this phone can be reached. */
  contact(user: string): string {
    return `sip:${user}@127.0.0.1:${this.port}`;
  }

  /** Starts a transaction; nothing is retransmitted: loopback loses nothing while the buffers hold. */
  send(request: Request): Sent {
    const branch = `z9hG4bK${randomBytes(8).toString("hex")}`;
    const sent = {
      request,
      branch,
      responses: new Occurrences<Message>(`${this.name}: ${request.method} ${request.uri}`),
    };
    this.#sent.set(branch, sent);
    this.#write(text(request, branch, this.port));
    return sent;
  }

  /**
   * The final response to a request, its challenge answered once with the account's credentials.
   *
   * @param timeoutMs milliseconds to wait for each final response
   */
  async settle(request: Request, account: Account, timeoutMs: number): Promise<{ sent: Sent; final: Message }> {
    const open = this.send(request);
    const challenge = await final(open, timeoutMs);
    if (challenge.status !== 401 && challenge.status !== 407) return { sent: open, final: challenge };
    const sent = this.send(this.answering(open, challenge, account));
    return { sent, final: await final(sent, timeoutMs) };
  }

  /** The request again, with credentials for its challenge; an INVITE's challenge is acknowledged on the way. */
  answering(sent: Sent, challenge: Message, account: Account): Request {
    const { request } = sent;
    if (request.method === "INVITE") this.acknowledge(sent, challenge);
    const header = challenge.status === 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
    const answer = challenge.status === 401 ? "Authorization" : "Proxy-Authorization";
    const credentials = digest(challenge.header(header), request, account);
    return { ...request, cseq: request.cseq + 1, headers: [...(request.headers ?? []), `${answer}: ${credentials}`] };
  }

  /** ACK for a final response that is no 2xx: same branch, same hop (RFC 3261 §17.1.1.3). */
  acknowledge(sent: Sent, rejection: Message): void {
    const { headers: _, ...request } = sent.request;
    this.#write(text({ ...request, method: "ACK", to: rejection.header("To") }, sent.branch, this.port));
  }

  /** ACK for a 2xx: along the route set, to the remote target (RFC 3261 §13.2.2.4). */
  confirm(sent: Sent, answer: Message): void {
    const target = /<([^>]+)>/.exec(answer.header("Contact"))?.[1] ?? answer.header("Contact");
    const routes = answer
      .all("Record-Route")
      .flatMap((line) => line.split(/,\s*(?=<)/))
      .reverse();
    const { request } = sent;
    const ack = {
      ...request,
      method: "ACK",
      uri: target,
      to: answer.header("To"),
      headers: routes.map((route) => `Route: ${route}`),
    };
    this.#write(text(ack, `z9hG4bK${randomBytes(8).toString("hex")}`, this.port));
  }

  /** Answers a request it received. @param headers added to those every response copies */
  respond(request: Message, status: number, phrase: string, headers: readonly string[] = []): void {
    const copied = ["Via", "Record-Route", "From", "Call-ID", "CSeq"].flatMap((name) =>
      request.all(name).map((value) => `${name}: ${value}`),
    );
    const to = request.header("To");
    const tagged = status > 100 && !to.includes(";tag=") ? `${to};tag=${this.port}` : to;
    const lines = [`SIP/2.0 ${status} ${phrase}`, ...copied, `To: ${tagged}`, ...headers, "Content-Length: 0"];
    this.#write(`${lines.join("\r\n")}\r\n\r\n`);
  }

  tail(lines: number): readonly string[] {
    return this.#log.slice(-lines);
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    for (const sent of this.#sent.values()) sent.responses.end("the phone was closed");
    this.requests.end("the phone was closed");
    await new Promise<void>((resolve) => this.#socket.close(() => resolve()));
  }

  #write(message: string): void {
    this.#log.push(`> ${message.slice(0, message.indexOf("\r\n"))}`);
    this.#socket.send(message, this.#server, "127.0.0.1");
  }

  #receive(message: Message): void {
    this.#log.push(`< ${message.first} (${message.header("CSeq")})`);
    if (message.status === null) this.requests.push(message);
    else this.#sent.get(message.branch)?.responses.push(message);
  }
}

/** The next final response of a transaction. @param timeoutMs milliseconds */
export function final(sent: Sent, timeoutMs: number): Promise<Message> {
  return sent.responses.until((message) => (message.status ?? 0) >= 200, timeoutMs, "a final response");
}

function text(request: Request, branch: string, port: number): string {
  const lines = [
    `${request.method} ${request.uri} SIP/2.0`,
    `Via: SIP/2.0/UDP 127.0.0.1:${port};branch=${branch};rport`,
    "Max-Forwards: 70",
    `From: ${request.from}`,
    `To: ${request.to}`,
    `Call-ID: ${request.callId}`,
    `CSeq: ${request.cseq} ${request.method}`,
    ...(request.headers ?? []),
    "Content-Length: 0",
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** Digest credentials, MD5, with qop "auth" when it is offered (RFC 7616 §3.4). */
function digest(challenge: string, request: Request, account: Account): string {
  const parameter = (name: string): string | undefined =>
    new RegExp(`\\b${name}=(?:"([^"]*)"|([^\\s,]+))`, "i")
      .exec(challenge)
      ?.slice(1)
      .find((value) => value !== undefined);
  const md5 = (input: string): string => createHash("md5").update(input).digest("hex");
  const realm = parameter("realm") ?? "";
  const nonce = parameter("nonce") ?? "";
  const opaque = parameter("opaque");
  const ha1 = md5(`${account.user}:${realm}:${account.password}`);
  const ha2 = md5(`${request.method}:${request.uri}`);
  const cnonce = randomBytes(4).toString("hex");
  const qop =
    parameter("qop")
      ?.split(/\s*,\s*/)
      .includes("auth") === true;
  const response = qop ? md5(`${ha1}:${nonce}:00000001:${cnonce}:auth:${ha2}`) : md5(`${ha1}:${nonce}:${ha2}`);
  const parts = [`username="${account.user}"`, `realm="${realm}"`, `nonce="${nonce}"`, `uri="${request.uri}"`];
  parts.push(`response="${response}"`, "algorithm=MD5");
  if (qop) parts.push("qop=auth", "nc=00000001", `cnonce="${cnonce}"`);
  if (opaque !== undefined) parts.push(`opaque="${opaque}"`);
  return `Digest ${parts.join(", ")}`;
}

let requests = 0;

/** A request of a user outside a dialog, with a Call-ID of its own. */
export function fresh(
  method: string,
  uri: string,
  user: string,
  domain: string,
  headers: readonly string[] = [],
): Request {
  const id = `${++requests}-${randomBytes(4).toString("hex")}`;
  const to = method === "REGISTER" ? `<sip:${user}@${domain}>` : `<${uri}>`;
  return { method, uri, from: `<sip:${user}@${domain}>;tag=${id}`, to, callId: id, cseq: 1, headers };
}
