import { AgentCore, type RequestHandler, type UserAgentHost } from "./core.ts";
import { Dispatch } from "./dispatch.ts";
import { Operation, type RedirectHandling, type Redirection } from "./operation.ts";
import type { Outcome } from "./outcome.ts";
import { draftOutside, Identity, type RequestOptions } from "./outside.ts";
import { RedirectCache } from "./redirection.ts";
import { type RedirectPolicy, readSettings, readTarget, type UserAgentSettings } from "./settings.ts";
import { headerLines, toOctets } from "./text.ts";

/**
 * A SIP user agent: calls, answers, asks. It knows no socket and no clock but those of its host.
 *
 * ```ts
 * const agent = new UserAgent(host, { uri: "sip:alice@example.com", account: { password: "secret" } });
 * const outcome = await agent.message("sip:bob@example.com", "Lunch?");
 * console.log(outcome.kind, outcome.code, outcome.text);
 * ```
 */
export class UserAgent {
  /** What registrations, subscriptions and the other parts are built on. */
  readonly core: AgentCore;
  /** Takes what arrives: the host gives it every message (see `UserAgentHost.attach`). */
  readonly dispatch: Dispatch;
  /** Asked about each 3xx by the policy `ask`; without it such an operation ends as `redirected`. */
  onRedirect: ((redirection: Redirection) => boolean | Promise<boolean>) | null = null;
  private readonly redirectCache = new RedirectCache();

  /** Throws a TypeError when the settings make no sense. */
  constructor(host: UserAgentHost, settings: UserAgentSettings) {
    this.dispatch = new Dispatch(() => this.core);
    this.core = new AgentCore(host, readSettings(settings), this.dispatch);
    host.attach?.(this.dispatch);
  }

  /** Takes MESSAGE requests (RFC 3428); one that it leaves unanswered gets 200. */
  set onMessage(handler: RequestHandler | null) {
    this.handle("MESSAGE", handler);
  }

  /** Takes OPTIONS in the place of the agent, which answers them by itself otherwise. */
  set onOptions(handler: RequestHandler | null) {
    this.handle("OPTIONS", handler);
  }

  set onSubscribe(handler: RequestHandler | null) {
    this.handle("SUBSCRIBE", handler);
  }

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
    if (method === "INVITE" || method === "ACK" || method === "CANCEL")
      throw new TypeError(`${method} is sent by call()`);
    const { core } = this;
    const { address, uri } = readTarget(target, core.settings.aor);
    const identity = new Identity(core, address);
    const { body = "", contentType = "text/plain", headers, retries = 0, signal } = options;
    const lines = headerLines(headers);
    const contact = method !== "MESSAGE"; // RFC 3428 §4: a MESSAGE carries no Contact
    return new Promise((resolve) => {
      const spec = {
        method,
        target: uri,
        draft: (to: typeof uri, credentials: string) =>
          draftOutside(core, identity, method, to, {
            contact,
            headers: credentials + lines,
            contentType,
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
