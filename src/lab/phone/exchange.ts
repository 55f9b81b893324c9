import { Header } from "../../syntax/mod.ts";
import { type Flow, type FlowUser, isReliable, type Protocol } from "../../transport/mod.ts";
import type { Endpoint } from "../network.ts";
import { answerChallenges } from "./credentials.ts";
import type { Line } from "./line.ts";
import { Repetition, T2 } from "./timing.ts";
import { cseqOf, type Draft, type Received, tagOf, writeRequest } from "./wire.ts";

/** One request that went out, perhaps a second time with credentials, and all that came back. */
export class Exchange implements FlowUser {
  /** Every response in order of arrival, retransmissions and challenges included. */
  readonly responses: Received[] = [];
  /** True when nothing final came within 64·T1 (for an INVITE: nothing at all). */
  timedOut = false;
  /** Why the connection under it closed before a final response; null when it did not. */
  failure: string | null = null;
  /** The request as last sent. */
  text = "";
  branch = "";
  /** When the request was first sent. */
  readonly startedAt: number;
  draft: Draft;
  protected readonly phone: Line;
  protected readonly target: Endpoint;
  private repetition: Repetition | null = null;
  private attempts = 0;
  private flow: Flow | null = null;
  /** CSeq numbers of attempts that were repeated with credentials. */
  private readonly answered = new Set<number>();

  constructor(phone: Line, draft: Draft, target: Endpoint) {
    this.phone = phone;
    this.draft = draft;
    this.target = target;
    this.startedAt = phone.now;
  }

  get method(): string {
    return this.draft.method;
  }

  /** Statuses of the provisional responses, in order, repeats included. */
  provisionals(): number[] {
    return this.responses.map(({ message }) => message.status).filter((status) => status < 200);
  }

  /** Statuses of the final responses: each once per To tag, challenges that were answered left out. */
  finals(): number[] {
    const seen = new Set<string>();
    const statuses: number[] = [];
    for (const { message } of this.responses) {
      const key = `${message.status} ${tagOf(message.value(Header.To))}`;
      if (message.status < 200 || seen.has(key) || this.answered.has(cseqOf(message))) continue;
      seen.add(key);
      statuses.push(message.status);
    }
    return statuses;
  }

  /** The first response with `status`; throws when there is none. */
  response(status: number): Received {
    const found = this.responses.find(({ message }) => message.status === status);
    if (found === undefined)
      throw new Error(`${this.phone.name} received no ${status} to its ${this.method}, but ${this.statuses()}`);
    return found;
  }

  /** Sends the request with a new branch. */
  send(): void {
    this.attempts++;
    this.branch = this.nextBranch();
    this.text = writeRequest(this.draft, this.phone.via(this.target.protocol, this.branch));
    this.phone.expect(this.branch, this.method, this);
    const invite = this.method === "INVITE";
    const ceiling = isReliable(this.target.protocol) ? 0 : invite ? 64_000 : T2;
    this.repetition = new Repetition(
      this.phone.host.kernel.wheel,
      ceiling,
      () => this.transmit(this.text),
      () => this.giveUp(),
    );
    this.repetition.start();
  }

  /** Called by the phone with every response that names this request's branch. */
  onResponse(received: Received): void {
    this.responses.push(received);
    const { message } = received;
    if (this.answered.has(cseqOf(message))) return; // an attempt that was repeated with credentials
    if (message.status < 200) {
      if (this.method === "INVITE") this.repetition?.stop();
      else this.repetition?.slow();
      this.onProvisional(received);
      return;
    }
    this.repetition?.stop();
    this.flow?.detach(this);
    this.onFinal(received);
  }

  onFlowClosed(_flow: Flow, reason: string): void {
    this.failure = reason;
    this.repetition?.stop();
  }

  /** Stops waiting for anything. */
  abandon(): void {
    this.repetition?.stop();
    this.flow?.detach(this);
  }

  protected onProvisional(_received: Received): void {}

  protected onFinal(received: Received): void {
    this.authenticate(received);
  }

  /** Sends the request once more with credentials when the response asks for them and the phone has some. */
  protected authenticate({ message }: Received): boolean {
    const { user, password } = this.phone;
    if ((message.status !== 401 && message.status !== 407) || password === null || this.attempts > 1) return false;
    const lines = answerChallenges(message, this.draft, user, password, this.phone.host.kernel);
    if (lines.length === 0) return false;
    this.answered.add(this.draft.cseq);
    const others = this.draft.headers.filter((line) => !/^(proxy-)?authorization:/i.test(line));
    this.draft = { ...this.draft, cseq: this.draft.cseq + 1, headers: [...others, ...lines] };
    this.send();
    return true;
  }

  /** Puts octets on the way that the request takes. */
  protected transmit(text: string): void {
    const flow = this.phone.flowTo(this.target);
    if (flow === null)
      throw new Error(`${this.phone.name} has no ${this.target.protocol} listener to reach ${this.target.host}`);
    if (flow !== this.flow) {
      this.flow?.detach(this);
      this.flow = flow;
      flow.attach(this);
    }
    flow.send(text);
  }

  protected get protocol(): Protocol {
    return this.target.protocol;
  }

  protected nextBranch(): string {
    return this.phone.newBranch();
  }

  private giveUp(): void {
    this.timedOut = true;
    this.flow?.detach(this);
  }

  private statuses(): string {
    return this.responses.map(({ message }) => message.status).join(", ") || "nothing";
  }
}
