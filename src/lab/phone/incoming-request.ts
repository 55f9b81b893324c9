import { CallbackTimer } from "../../kernel/mod.ts";
import { Header } from "../../syntax/mod.ts";
import type { Line } from "./line.ts";
import { phraseOf } from "./phrases.ts";
import type { AnswerScript, Step } from "./script.ts";
import { type Received, recordRoutes, sdp, tagOf, writeAnswer } from "./wire.ts";

/** An answer that went out. */
export interface Sent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly status: number;
  readonly tag: string;
  readonly text: string;
}

/** A request that reached the phone, answered by its script; a repeated one gets the last answer again. */
export class IncomingRequest {
  readonly received: Received;
  /** Answers in order, repeats left out. */
  readonly sent: Sent[] = [];
  /** The To tag that this phone answers with: the dialog's inside one, else a new one. */
  readonly tag: string;
  /** How often the request came again. */
  repeats = 0;
  protected readonly phone: Line;
  protected readonly script: AnswerScript;
  private readonly timers: CallbackTimer[] = [];

  constructor(phone: Line, received: Received, script: AnswerScript) {
    this.phone = phone;
    this.received = received;
    this.script = script;
    this.tag = tagOf(received.message.value(Header.To)) || phone.host.kernel.random.token(8);
  }

  get method(): string {
    return this.received.message.method;
  }

  /** The final statuses sent. */
  finals(): number[] {
    return this.sent.map(({ status }) => status).filter((status) => status >= 200);
  }

  /** Starts on the script's steps. */
  start(): void {
    this.schedule(this.script.steps);
  }

  onRepeat(): void {
    this.repeats++;
    const last = this.sent.at(-1);
    if (last !== undefined) this.put(last.text);
  }

  /** Sends an answer now. */
  respond(step: Step | number): Sent {
    const {
      status,
      phrase,
      contacts,
      headers = [],
      tag = this.tag,
    } = typeof step === "number" ? ({ status: step, afterMs: 0 } as Step) : step;
    const { message } = this.received;
    const lines = [...headers];
    const makesDialog = message.method === "INVITE" && status > 100 && status < 300;
    if (makesDialog) lines.unshift(...recordRoutes(message).map((value) => `Record-Route: ${value}`));
    if (contacts !== undefined) lines.push(...contacts.map((value) => `Contact: ${value}`));
    else if (makesDialog) lines.push(`Contact: ${this.phone.contact(this.received.flow.protocol)}`);
    lines.push(...this.extraHeaders(status));
    const body = message.method === "INVITE" && status >= 200 && status < 300 ? sdp(this.phone.address) : "";
    const text = writeAnswer(this.received, status, phrase ?? phraseOf(status), status === 100 ? "" : tag, lines, body);
    const sent = { at: this.phone.now, status, tag, text };
    this.sent.push(sent);
    this.put(text);
    return sent;
  }

  /** Forgets the steps still to come. */
  dropSteps(): void {
    for (const timer of this.timers) this.phone.host.kernel.wheel.cancel(timer);
    this.timers.length = 0;
  }

  protected schedule(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.afterMs === 0) {
        this.respond(step);
        continue;
      }
      const timer = new CallbackTimer(() => this.respond(step));
      this.timers.push(timer);
      this.phone.host.kernel.wheel.arm(timer, step.afterMs);
    }
  }

  protected put(text: string): void {
    this.phone.answerOver(text, this.received);
  }

  /** RFC 3261 §8.2.2.3: a refusal of an extension names it. */
  private extraHeaders(status: number): string[] {
    if (status !== 420) return [];
    const required = this.received.message.lines(Header.Require);
    return required.length === 0 ? ["Unsupported: nothing-known"] : required.map((value) => `Unsupported: ${value}`);
  }
}
