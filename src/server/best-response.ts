import { reasonPhrase, semantics } from "../catalogue/mod.ts";
import { Header, type Message } from "../syntax/mod.ts";
import { upstreamCopy } from "./forward.ts";

/** The best of the final responses that a forwarded request has got so far (RFC 3261 §16.7 step 6). */
export class BestResponse {
  /** 0 while there is none. */
  status = 0;
  /** The phone's own; null where this proxy says it in the place of one. */
  response: Message | null = null;
  private readonly challenges: Message[] = [];

  /** Keeps the better of what is there and a new candidate; a phone's own word beats ours at equal rank. */
  consider(response: Message | null, status: number): void {
    const rank = rankOf(status);
    const held = this.status === 0 ? Number.POSITIVE_INFINITY : rankOf(this.status);
    if (this.status !== 0 && (rank > held || (rank === held && (this.response !== null || response === null)))) return;
    this.response = response;
    this.status = status;
  }

  /** Keeps what goes upstream together with all others of its kind: the challenges of a fork (§16.7 step 7). */
  collect(response: Message): void {
    if (semantics(response.status).aggregated) this.challenges.push(response);
  }

  /** The phone's response as it goes upstream: a changed status where the catalogue says so, and all challenges (§16.7 step 7). */
  write(best: Message, status: number, isStream: boolean): string {
    const copy = upstreamCopy(best, isStream);
    if (status !== best.status) {
      copy.splice(0, best.raw.indexOf("\n") + 1, `SIP/2.0 ${status} ${reasonPhrase(status)}\r\n`);
      copy.removeAll(Header.RetryAfter); // a 500 of ours with it would say that this server is unavailable (§20.33)
    }
    if (semantics(best.status).aggregated) {
      for (const other of this.challenges) {
        if (other === best) continue;
        for (const id of [Header.WwwAuthenticate, Header.ProxyAuthenticate] as const) {
          for (let line = other.find(id); line !== -1; line = other.find(id, line + 1)) {
            copy.insert(best.lineCount, other.raw.slice(other.lineStart(line), other.lineStart(line + 1)));
          }
        }
      }
    }
    return copy.write();
  }
}

function rankOf(status: number): number {
  return semantics(status).rank ?? Number.POSITIVE_INFINITY;
}
