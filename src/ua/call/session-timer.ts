import { CallbackTimer } from "../../kernel/mod.ts";
import { Header, type Message, parseMinSe, parseSessionExpires } from "../../syntax/mod.ts";
import type { AgentCore } from "../core.ts";
import { namesOption } from "../option-tags.ts";

/** RFC 4028 §4: no session interval is shorter. */
const LEAST = 90;
/** Seconds; longer intervals bring nothing but numbers that timers cannot hold. */
const MOST = 86_400;

/** What the timer asks of the session it watches. */
export interface Refreshed {
  refresh(): void;
  expire(): void;
}

/** The session timer of one call (RFC 4028): who refreshes, when, and when the call counts as dead. */
export class SessionTimer {
  /** Seconds; 0 when the call has none. */
  interval = 0;
  private readonly core: AgentCore;
  private readonly session: Refreshed;
  private minSe = LEAST;
  private wanted: number;
  private mine = false;
  private readonly refreshing: CallbackTimer;
  private readonly expiring: CallbackTimer;

  constructor(core: AgentCore, session: Refreshed) {
    this.core = core;
    this.session = session;
    this.wanted = core.settings.sessionExpires;
    this.refreshing = new CallbackTimer(() => this.session.refresh());
    this.expiring = new CallbackTimer(() => this.session.expire());
  }

  /** Takes over what an earlier request of the same call learned. */
  adopt(other: SessionTimer): void {
    this.minSe = other.minSe;
    this.wanted = other.wanted;
  }

  /** Header lines of an INVITE or UPDATE (§7.1); "" when no timer is wanted and none runs. */
  requestLines(): string {
    const interval = this.interval || this.wanted;
    if (interval === 0) return "";
    // Within the session the refresher stays who it is (§7.4); the sender is the uac of this request.
    const refresher = this.interval === 0 ? "" : `;refresher=${this.mine ? "uac" : "uas"}`;
    const minSe = this.minSe > LEAST ? `Min-SE: ${this.minSe}\r\n` : "";
    return `Session-Expires: ${Math.max(interval, this.minSe)}${refresher}\r\n${minSe}`;
  }

  /** A 422 says what interval would do (§7.3): true when the request can be sent again with it. */
  raise(response: Message): boolean {
    const least = parseMinSe(response.value(Header.MinSe) ?? "");
    if (response.status !== TOO_SMALL || least === null || least.seconds <= this.minSe || least.seconds > MOST)
      return false;
    this.minSe = least.seconds;
    this.wanted = Math.max(this.wanted, least.seconds);
    if (this.interval !== 0) this.interval = Math.max(this.interval, least.seconds);
    return true;
  }

  /** A 2xx to a request of ours (§7.2): starts the timer anew, or stops it. */
  onSuccess(response: Message): void {
    const agreed = parseSessionExpires(response.value(Header.SessionExpires) ?? "");
    if (agreed === null) this.stop();
    else this.start(agreed.seconds, agreed.refresher !== "uas");
  }

  /** The Min-SE line of the 422 that a request of the peer deserves (§9); null when its interval will do. */
  refusal(request: Message): string | null {
    const asked = parseSessionExpires(request.value(Header.SessionExpires) ?? "");
    if (asked === null || asked.seconds >= LEAST || !supportsTimer(request)) return null;
    return `Min-SE: ${LEAST}\r\n`;
  }

  /** Lines of a 2xx to a request of the peer (§9, table 2); starts the timer anew. */
  answerLines(request: Message): string {
    const asked = parseSessionExpires(request.value(Header.SessionExpires) ?? "");
    const supported = supportsTimer(request);
    if (asked === null && (this.wanted === 0 || !supported)) {
      this.stop();
      return "";
    }
    const floor = Math.max(LEAST, parseMinSe(request.value(Header.MinSe) ?? "")?.seconds ?? 0);
    this.minSe = Math.min(MOST, Math.max(this.minSe, floor)); // §7.4: for refreshes of our own
    const interval = asked === null ? Math.max(this.wanted, floor) : Math.max(asked.seconds, LEAST);
    const refresher = supported ? (asked?.refresher ?? "uac") : "uas";
    this.start(interval, refresher === "uas");
    const require = supported ? "Require: timer\r\n" : "";
    return `Session-Expires: ${interval};refresher=${refresher}\r\n${require}`;
  }

  stop(): void {
    this.interval = 0;
    this.core.kernel.wheel.cancel(this.refreshing);
    this.core.kernel.wheel.cancel(this.expiring);
  }

  private start(seconds: number, mine: boolean): void {
    const { wheel } = this.core.kernel;
    this.interval = Math.min(Math.max(seconds, 1), MOST);
    this.mine = mine;
    wheel.cancel(this.refreshing);
    // §10: refreshed at half the interval; the other side hangs up shortly before the end.
    const early = mine ? 0 : Math.min(32, this.interval / 3);
    wheel.arm(this.expiring, (this.interval - early) * 1000);
    if (mine) wheel.arm(this.refreshing, this.interval * 500);
  }
}

const TOO_SMALL = 422;

function supportsTimer(message: Message): boolean {
  return namesOption(message, Header.Supported, "timer");
}
