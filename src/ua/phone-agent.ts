import { isToken } from "../syntax/mod.ts";
import type { Call } from "./call/call.ts";
import type { CallOptions } from "./call/call-options.ts";
import type { IncomingCall } from "./call/incoming-call.ts";
import { OutgoingCall } from "./call/outgoing-call.ts";
import type { Session } from "./call/session.ts";
import { type CallRegister, takeCall } from "./call/take-call.ts";
import { AgentCore, type RequestHandler, type UserAgentHost } from "./core.ts";
import { Dispatch } from "./dispatch.ts";
import type { IncomingRequest } from "./incoming-request.ts";
import { type MediaSession, SilentMedia } from "./media.ts";
import { Operation, type RedirectHandling, type Redirection } from "./operation.ts";
import type { Outcome } from "./outcome.ts";
import { draftOutside, Identity, type RequestOptions } from "./outside.ts";
import { RedirectCache } from "./redirection.ts";
import type { RegisterOptions } from "./registration/register-options.ts";
import { Registration } from "./registration/registration.ts";
import { type RedirectPolicy, readSettings, readTarget, type UserAgentSettings } from "./settings.ts";
import { AwaitedNotifies } from "./subscription/awaited-notifies.ts";
import { headerLines, lineOf, toOctets } from "./text.ts";

/**
 * A SIP user agent that calls, is called, registers and asks: what every phone does. `UserAgent` adds transfers, subscriptions and
 * publications as methods; where octets count, as in a page, they are added as functions (`transfer`, `subscribe`, …).
 */
export class PhoneAgent implements CallRegister {
  /** What registrations, subscriptions and the other parts are built on. */
  readonly core: AgentCore;
  /** Takes what arrives: the host gives it every message (see `UserAgentHost.attach`). */
  readonly dispatch: Dispatch;
  /** Asked about each 3xx by the policy `ask`; without it such an operation ends as `redirected`. */
  onRedirect: ((redirection: Redirection) => boolean | Promise<boolean>) | null = null;
  private readonly redirectCache = new RedirectCache();
  private readonly running = new Set<Call>();
  /** Registrations, subscriptions and publications that are not over, and what ends them. */
  private readonly kept = new Map<AsyncDisposable, () => Promise<unknown>>();
  /** @internal */
  readonly awaited = new AwaitedNotifies();

  /** Throws a TypeError when the settings make no sense. */
  constructor(host: UserAgentHost, settings: UserAgentSettings) {
    this.dispatch = new Dispatch(() => this.core);
    this.core = new AgentCore(host, readSettings(settings), this.dispatch);
    this.dispatch.strays.push(this.awaited.take);
    for (const tag of ["timer", "replaces", "histinfo"]) this.core.supported.add(tag);
    if (this.core.settings.reliableProvisionals !== "off") this.core.supported.add("100rel");
    host.attach?.(this.dispatch);
  }

  /** The calls that are not over. */
  get calls(): readonly Call[] {
    return [...this.running];
  }

  /**
   * Calls `target`: `sip:bob@example.com`, `"Bob" <sip:bob@example.com>`, or `bob` in this user's domain. Throws a TypeError
   * when it is no address. What becomes of the call is told by `outcome` and `ended`, which never reject.
   */
  call(target: string, options: CallOptions = {}): OutgoingCall {
    if (this.core.closed) throw new Error("the user agent is closed");
    const call = new OutgoingCall({ home: this, target, options, redirects: this.redirects(options.redirects) });
    const { full } = this;
    this.running.add(call);
    if (full) call.refuse("this agent has as many calls as it may have");
    else call.start();
    return call;
  }

  /** Takes calls; without it they are answered 405. A call that it neither answers nor rejects is answered 480 after 3 minutes. */
  set onCall(handler: ((call: IncomingCall) => unknown) | null) {
    this.dispatch.onInvite = handler === null ? null : (request) => this.takeInvite(request, handler);
  }

  private takeInvite(request: IncomingRequest, handler: (call: IncomingCall) => unknown): void {
    const call = takeCall(this, request);
    if (call === null) return;
    this.running.add(call);
    const failed = (error: unknown): void => {
      this.core.fault(error, call.callId);
      call.fail();
    };
    try {
      const result = handler(call);
      if (result instanceof Promise) result.catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  /**
   * Binds this agent to its address of record and keeps it so until `unregister()`, `await using`'s end or the agent's.
   * Throws a TypeError or RangeError when the options make no sense; what the network does is told by `outcome` and `onState`.
   */
  register(options: RegisterOptions = {}): Registration {
    if (this.core.closed) throw new Error("the user agent is closed");
    const registration = new Registration(this, options);
    registration.start();
    return registration;
  }

  /** The registrations that are not over. */
  get registrations(): readonly Registration[] {
    return this.partsOf(Registration);
  }

  /** What `keep` was told of and is not over, of one kind. */
  protected partsOf<Part extends AsyncDisposable>(kind: abstract new (...parts: never[]) => Part): readonly Part[] {
    return [...this.kept.keys()].filter((each): each is Part => each instanceof kind);
  }

  /** @internal */
  keep(part: AsyncDisposable, kept: boolean): void {
    const close = this.kept.get(part) ?? (async () => await part[Symbol.asyncDispose]());
    if (kept) {
      this.kept.set(part, close);
      this.core.closing.add(close);
    } else {
      this.kept.delete(part);
      this.core.closing.delete(close);
    }
  }

  /** Ends every call (and what `core.closing` holds: registrations, subscriptions) and takes no new work. */
  async close(): Promise<void> {
    this.core.closed = true;
    const parts = [...this.core.closing].map((close) => close());
    await Promise.all([...this.calls.map((call) => call.hangUp()), ...parts]);
  }

  /** @internal */
  get full(): boolean {
    return this.running.size >= this.core.settings.limits.calls;
  }

  /** @internal */
  newMedia(): MediaSession {
    const { media } = this.core.settings;
    const host = this.core.transport.listeners[0]?.host ?? "127.0.0.1";
    return media === null ? new SilentMedia(host, Math.floor(this.core.kernel.random.fraction() * 2 ** 31)) : media();
  }

  /** @internal */
  forget(call: Call): void {
    this.running.delete(call);
  }

  /** @internal */
  callOf(session: Session): Call | null {
    return this.calls.find((call) => call.owns(session)) ?? null;
  }

  /** Takes MESSAGE requests (RFC 3428); one that it leaves unanswered gets 200. */
  set onMessage(handler: RequestHandler | null) {
    this.handle("MESSAGE", handler);
  }

  /** Takes OPTIONS in the place of the agent, which answers them by itself otherwise. */
  set onOptions(handler: RequestHandler | null) {
    this.handle("OPTIONS", handler);
  }

  /** Takes REFERs as they are (`takeTransfers` reads them as transfers). */
  set onRefer(handler: RequestHandler | null) {
    this.handle("REFER", handler);
  }

  set onPublish(handler: RequestHandler | null) {
    this.handle("PUBLISH", handler);
  }

  /** Takes requests with `method` outside dialogs, and inside where the method belongs to no usage; null takes none. */
  handle(method: string, handler: RequestHandler | null): void {
    if (handler === null) this.core.handlers.delete(method);
    else this.core.handlers.set(method, handler);
  }

  /**
   * Sends a request outside dialogs and resolves when it is settled; never rejects. INVITE has `call`; the methods that make
   * dialogs have their own functions too.
   */
  request(method: string, target: string, options: RequestOptions = {}): Promise<Outcome> {
    if (!isToken(method)) throw new TypeError(`"${method}" is no method`);
    if (method === "INVITE" || method === "ACK" || method === "CANCEL")
      throw new TypeError(`${method} is sent by call()`);
    const { core } = this;
    const { address, uri } = readTarget(target, core.settings.aor);
    const identity = new Identity(core, address);
    const { body = "", contentType = "text/plain", headers, retries = 0, signal } = options;
    const lines = headerLines(headers);
    const type = lineOf("contentType", contentType);
    const contact = method !== "MESSAGE"; // RFC 3428 §4: a MESSAGE carries no Contact
    return new Promise((resolve) => {
      const spec = {
        method,
        target: uri,
        draft: (to: typeof uri, credentials: string) =>
          draftOutside(core, identity, method, to, {
            contact,
            headers: credentials + lines,
            contentType: type,
            body: toOctets(body),
          }),
        redirects: this.redirects(options.redirects),
        retries,
        signal,
      };
      new Operation(core, spec, { onOutcome: resolve }).start();
    });
  }

  /** Sends a text (RFC 3428) in a MESSAGE. */
  message(target: string, text: string, options: Omit<RequestOptions, "body"> = {}): Promise<Outcome> {
    return this.request("MESSAGE", target, { ...options, body: text });
  }

  /** Asks what the other side can (RFC 3261 §11): its Allow, Accept and Supported stand in `outcome.response`. */
  options(target: string, options: RequestOptions = {}): Promise<Outcome> {
    return this.request("OPTIONS", target, {
      ...options,
      headers: { Accept: "application/sdp", ...options.headers },
    });
  }

  /** How an operation of this agent meets redirections. */
  redirects(policy: RedirectPolicy = this.core.settings.redirects): RedirectHandling {
    return { policy, cache: this.redirectCache, ask: this.onRedirect };
  }
}
