import type { Kernel } from "../kernel/mod.ts";
import { uriParam } from "../syntax/mod.ts";
import type { Flow, FlowTokens, Transport } from "../transport/mod.ts";
import type { Arrival } from "./arrival.ts";

/**
 * How this proxy names itself in Record-Route and knows itself again in Route (RFC 3261 §16.6 step 4, RFC 5658 for two
 * sides, RFC 5626 §5.2 for the flows behind them). Each URI is signed for its dialog's Call-ID, so that "in a dialog of
 * ours" is something a stranger cannot just claim with a To tag.
 */
export class RecordRoute {
  private readonly kernel: Kernel;
  private readonly transport: Transport;
  private readonly tokens: FlowTokens;
  private readonly secret: string;
  private readonly signed: boolean;

  constructor(kernel: Kernel, transport: Transport, tokens: FlowTokens, secret: string, signed: boolean) {
    this.kernel = kernel;
    this.transport = transport;
    this.tokens = tokens;
    this.secret = secret;
    this.signed = signed;
  }

  /** Whole Record-Route lines: one URI, or two (callee's side above) when the sides differ or a connection must be found again. */
  write(callId: string, from: Flow, to: Flow, secure: boolean): string {
    const signature = this.signed ? `;k=${this.sign(callId)}` : "";
    if (from.protocol === "UDP" && to.protocol === "UDP" && from.listener === to.listener) {
      return `Record-Route: <${this.uri(to, secure)}${signature}>\r\n`;
    }
    return `Record-Route: <${this.uri(to, secure)}${signature}>\r\nRecord-Route: <${this.uri(from, secure)}${signature}>\r\n`;
  }

  private uri(flow: Flow, secure: boolean): string {
    const token = flow.protocol === "UDP" ? "" : `${this.tokens.sign(flow)}@`;
    const transport =
      flow.protocol === "UDP" || (secure && flow.protocol === "TLS") ? "" : `;transport=${flow.protocol.toLowerCase()}`;
    return `${secure ? "sips" : "sip"}:${token}${flow.listener.sentBy}${transport};lr`;
  }

  private sign(callId: string): string {
    return this.kernel.hash.md5(`${this.secret}${callId}${this.secret}`).slice(0, 12);
  }

  /** True when the request came along a route set that this server wrote for its dialog. */
  isOurs(arrival: Arrival, callId: string): boolean {
    if (
      arrival.own.length === 0 ||
      arrival.own.some((uri) => uri.user !== null && this.tokens.open(uri.user) === "forged")
    )
      return false;
    if (!this.signed) return true;
    const expected = this.sign(callId);
    return arrival.own.some((uri) => uriParam(uri.params, "k") === expected);
  }

  /**
   * The flow a request goes out on by our own Route values: the last of them is the far side (RFC 5658 §5). The near side
   * says nothing: a phone may use another connection than the one its token names. Null when there is none any more.
   */
  onward(arrival: Arrival, from: Flow): Flow | null {
    const far = arrival.own.at(-1);
    if (far === undefined || far.user === null) return null;
    const flow = this.tokens.resolve(far.user, this.transport);
    if (flow === null || flow === "gone" || flow === "forged") return null;
    return flow === from && arrival.own.length === 1 ? null : flow; // alone it is the near side
  }
}
