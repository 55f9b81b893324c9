import { own } from "../kernel/mod.ts";
import { type Message, parseMessage } from "../syntax/mod.ts";
import type { Flow } from "../transport/mod.ts";
import { writeAck, writeCancel } from "./derive.ts";
import { type ClientEvent, inviteClient, link, nonInviteClient, type Rule } from "./machines.ts";
import { Transaction, type TransactionHome } from "./transaction.ts";

const INVITE = link("INVITE client", inviteClient);
const NON_INVITE = link("non-INVITE client", nonInviteClient);

/** Whoever sent the request: told of every response the machine lets through, or once that none will come. */
export interface ClientTransactionUser {
  onResponse(response: Message, transaction: ClientTransaction): void;
  /** Nobody answered in time, or the flow failed; `text` says it in words. No response follows. */
  onFailure(why: "timeout" | "transport", text: string, transaction: ClientTransaction): void;
}

/** What the layer does for a client transaction that wants another one. */
export interface ClientHome extends TransactionHome {
  send(text: string, method: string, branch: string, flow: Flow, user: ClientTransactionUser): ClientTransaction;
}

const nobody: ClientTransactionUser = { onResponse() {}, onFailure() {} };

/** A client transaction (RFC 3261 §17.1): sends its request until answered, ACKs non-2xx finals of an INVITE by itself. */
export class ClientTransaction extends Transaction<ClientEvent> {
  /** The table's. */
  sibling: ClientTransaction | undefined = undefined;
  readonly method: string;
  private readonly layer: ClientHome;
  private user: ClientTransactionUser;
  /** The request while it may have to be sent again or cancelled; after a non-2xx final the ACK; else "". */
  private text: string;
  private readonly isInvite: boolean;
  private response: Message | null = null;
  private provisional = false;
  private cancelHeaders: string | null = null;
  private cancelSent = false;

  constructor(
    layer: ClientHome,
    branch: string,
    hash: number,
    method: string,
    text: string,
    flow: Flow,
    user: ClientTransactionUser,
  ) {
    super(layer, branch, hash, flow, method === "INVITE" ? INVITE.Calling : NON_INVITE.Trying);
    this.layer = layer;
    this.method = method;
    this.isInvite = method === "INVITE";
    this.text = text;
    this.user = user;
  }

  /** Sends the request for the first time. A flow that refuses it reports through `onFailure` at the end of the tick. */
  begin(): void {
    this.start();
    if (!this.flow.send(this.text)) this.home.kernel.defer(() => this.onFlowClosed(this.flow, "the flow is closed"));
  }

  /** Branch of the request's topmost Via (RFC 3261 §8.1.1.7). */
  get branch(): string {
    return this.key;
  }

  /** True when `octets` are the request that this transaction sends, while it may still send it. */
  sent(octets: string): boolean {
    return this.text === octets;
  }

  /** A response that carries this transaction's branch and method. */
  receive(response: Message): void {
    this.response = response;
    const event = response.status >= 300 ? "3xx-6xx" : response.status >= 200 ? "2xx" : "1xx";
    this.apply(event);
    this.response = null;
    if (event === "1xx") this.afterProvisional();
    else if (this.state.name === "Accepted" || this.state.name === "Completed") this.settle(event);
  }

  /**
   * Cancels an INVITE (RFC 3261 §9.1): at once when a provisional response has arrived, else with the first one. Then
   * the transaction ends within 64*T1 even when the peer says no more. No effect on other methods or after a final.
   */
  cancel(headers: string): void {
    if (
      !this.isInvite ||
      this.cancelHeaders !== null ||
      (this.state.name !== "Calling" && this.state.name !== "Proceeding")
    )
      return;
    this.cancelHeaders = headers;
    if (this.provisional) this.sendCancel();
  }

  /** Puts another user in the place of the present one, for what may still come. */
  handOver(user: ClientTransactionUser): void {
    if (this.user !== nobody) this.user = user;
  }

  private afterProvisional(): void {
    this.provisional = true;
    if (this.cancelHeaders !== null && !this.cancelSent) this.sendCancel();
  }

  private sendCancel(): void {
    this.cancelSent = true;
    const invite = parseMessage(this.text);
    if (invite === null) return;
    this.layer.send(writeCancel(invite, this.cancelHeaders ?? ""), "CANCEL", this.key, this.flow, nobody);
    this.endAfter(this.home.timing.unreliable.B);
  }

  /** After a final response only the ACK may be needed again; a 2xx may still be repeated to its user (Accepted). */
  private settle(event: ClientEvent): void {
    if (event === "2xx") this.text = "";
    if (this.state.name === "Completed") this.user = nobody;
    if (!this.isInvite) this.text = "";
  }

  protected override perform(rule: Rule<ClientEvent>): void {
    for (const action of rule.do) {
      if (action === "inform") this.user.onResponse(this.response as Message, this);
      else if (action === "send request") this.flow.send(this.text);
      else if (action === "send ACK") this.acknowledge();
      else if (action === "time out") this.user.onFailure("timeout", "no answer", this);
      else if (action === "fail") this.user.onFailure("transport", this.failure, this);
    }
  }

  private acknowledge(): void {
    if (this.state === INVITE.Calling || this.state === INVITE.Proceeding) {
      const invite = parseMessage(this.text);
      if (invite === null) return;
      this.text = own(writeAck(invite, this.response as Message));
    }
    this.flow.send(this.text);
  }
}
