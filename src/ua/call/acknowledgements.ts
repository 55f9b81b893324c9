import type { Dialog } from "../../dialog/mod.ts";
import { Header, type Message } from "../../syntax/mod.ts";
import type { Flow } from "../../transport/mod.ts";
import { write } from "../client-request.ts";
import type { AgentCore } from "../core.ts";
import type { Usage } from "../incoming-request.ts";

interface Sent {
  readonly text: string;
  readonly flow: Flow;
}

/** ACKs kept for 2xx that may come again; re-INVITEs follow one another, so the last few suffice. */
const MAX_KEPT = 4;

/**
 * The ACKs for the 2xx of one dialog's INVITEs: made once, sent with a branch of their own along the dialog's route set, and
 * again whenever the 2xx comes again (RFC 3261 §13.2.2.4).
 */
export class Acknowledgements {
  private readonly core: AgentCore;
  private readonly dialog: Dialog<Usage>;
  /** By CSeq number; null while one is on its way out (a lookup, an answer that the media ponders). */
  private readonly sent = new Map<number, Sent | null>();
  private waiting: (() => void)[] = [];

  constructor(core: AgentCore, dialog: Dialog<Usage>) {
    this.core = core;
    this.dialog = dialog;
  }

  /** True when the 2xx with that number was met before: it has been sent again, or will be in a moment. */
  repeat(cseq: number): boolean {
    const sent = this.sent.get(cseq);
    if (sent === undefined) return false;
    if (sent?.flow.open) sent.flow.send(sent.text);
    else if (sent !== null) this.relocate(cseq, sent.text);
    return true;
  }

  /** Notes that an ACK with that number will come; whatever must not overtake it waits. */
  expect(cseq: number): void {
    if (this.sent.size >= MAX_KEPT) this.sent.delete(this.sent.keys().next().value as number);
    this.sent.set(cseq, null);
  }

  /** Sends the expected ACK. `invite` is the request as sent, whose credentials it repeats (§22.1); `body` may be an answer. */
  send(cseq: number, invite: Message | null, fallback: Flow | null, body: string): void {
    const draft = {
      ...this.dialog.draft("ACK", cseq),
      contact: false,
      headers: credentialsOf(invite),
      contentType: "application/sdp",
      body,
    };
    const go = (flow: Flow | null): void => {
      if (flow !== null) {
        const text = write(this.core, draft, flow, this.core.layer.newBranch());
        this.sent.set(cseq, { text, flow });
        flow.send(text);
      }
      const { waiting } = this;
      this.waiting = [];
      for (const work of waiting) work();
    };
    this.locate(draft.next, fallback, go);
  }

  /** Runs `work` when no ACK is outstanding: a BYE must never overtake one. */
  afterSent(work: () => void): void {
    if ([...this.sent.values()].includes(null)) this.waiting.push(work);
    else work();
  }

  private relocate(cseq: number, text: string): void {
    this.locate(this.dialog.routeSet.course(this.dialog.remoteTarget).next, null, (flow) => {
      if (flow === null) return;
      this.sent.set(cseq, { text, flow });
      flow.send(text);
    });
  }

  private locate(
    next: ReturnType<Dialog["draft"]>["next"],
    fallback: Flow | null,
    go: (flow: Flow | null) => void,
  ): void {
    if (next === null) {
      go(fallback);
      return;
    }
    const { locator, transport } = this.core;
    const found = locator.locate(next, 0);
    const pick = (targets: Awaited<typeof found>): void => {
      if (!("blame" in targets)) {
        for (const target of targets) {
          const flow = transport.flowTo(target);
          if (flow !== null) {
            go(flow);
            return;
          }
        }
      }
      go(fallback);
    };
    if (Array.isArray(found)) pick(found);
    else found.then(pick).catch((error: unknown) => this.core.fault(error, this.dialog.callId));
  }
}

function credentialsOf(invite: Message | null): string {
  if (invite === null) return "";
  const lines = (id: typeof Header.Authorization | typeof Header.ProxyAuthorization, name: string): string =>
    invite
      .lines(id)
      .map((value) => `${name}: ${value}\r\n`)
      .join("");
  return lines(Header.Authorization, "Authorization") + lines(Header.ProxyAuthorization, "Proxy-Authorization");
}
