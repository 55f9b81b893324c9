import type { Message } from "../syntax/mod.ts";
import type { ClientTransactionUser, ServerTransaction, ServerTransactionUser } from "../transaction/mod.ts";
import type { Flow } from "../transport/mod.ts";
import { upstreamCopy } from "./forward.ts";
import type { ProxyCore } from "./proxy-core.ts";

/**
 * What is left of a response context when its call is decided, for as long as its transactions live: a repeated or second
 * 2xx of an INVITE still goes upstream (RFC 6026 §7.1). It holds nothing else, for it stays for half a minute.
 */
export class AfterDecision implements ClientTransactionUser, ServerTransactionUser {
  private readonly proxy: ProxyCore;
  private readonly server: ServerTransaction;

  constructor(proxy: ProxyCore, server: ServerTransaction) {
    this.proxy = proxy;
    this.server = server;
  }

  onResponse(response: Message): void {
    if (response.status >= 200 && response.status < 300 && this.server.method === "INVITE")
      forwardSuccess(this.server, response);
  }

  onFailure(): void {}

  onCancel(): void {}

  onAck(ack: Message, flow: Flow): void {
    this.proxy.onAck(ack, flow);
  }
}

/**
 * A 2xx goes upstream through the server transaction, which lets every one pass until Timer L: what comes later is
 * discarded (RFC 6026 §8.3 for RFC 3261 §16.7 step 9).
 */
export function forwardSuccess(server: ServerTransaction, response: Message): void {
  server.send(response.status, upstreamCopy(response, server.isStream).write());
}
