import { type Address, type SipUri, writeAddress, writeUri } from "../syntax/mod.ts";
import type { ContactOf, RequestDraft } from "./client-request.ts";
import type { AgentCore } from "./core.ts";
import type { RedirectPolicy } from "./settings.ts";
import type { Headers } from "./text.ts";
import { toOctets } from "./text.ts";

/** What can be said beside method and address of a request outside dialogs. */
export interface RequestOptions {
  readonly headers?: Headers;
  readonly body?: string;
  /** Default `text/plain` for a body. */
  readonly contentType?: string;
  /** Gives up when it is aborted. */
  readonly signal?: AbortSignal;
  /** The agent's setting when absent. */
  readonly redirects?: RedirectPolicy;
  /** How often to repeat it when the peer asks to come back later; 0 when absent. */
  readonly retries?: number;
}

/** What identifies one request outside dialogs over all its attempts (RFC 3261 §8.1.1). */
export class Identity {
  readonly callId: string;
  readonly localTag: string;
  readonly from: string;
  readonly to: string;
  cseq: number;

  /** A new one, addressed to `to`; a registration passes the Call-ID and number of the one before (§10.2.4). */
  constructor(core: AgentCore, to: Address, callId = core.newCallId(), cseq = 0) {
    this.callId = callId;
    this.localTag = core.newTag();
    this.from = core.from(this.localTag);
    this.to = writeAddress({ display: toOctets(to.display), uri: to.uri, params: "" });
    this.cseq = cseq;
  }
}

/** The parts of a request that its method decides. */
export interface Contents {
  readonly contact: ContactOf;
  /** Whole lines. */
  readonly headers: string;
  readonly contentType: string;
  /** As octets. */
  readonly body: string;
}

/** The next request of `identity` to `target`, along the outbound proxy or Service-Route. */
export function draftOutside(
  core: AgentCore,
  identity: Identity,
  method: string,
  target: SipUri,
  contents: Contents,
): RequestDraft {
  const { callId, from, to } = identity;
  const cseq = ++identity.cseq;
  return { method, requestUri: writeUri(target), ...core.way(target), from, to, callId, cseq, ...contents };
}
