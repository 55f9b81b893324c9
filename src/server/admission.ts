import { Authenticator, type ChallengeKind } from "../auth/mod.ts";
import type { Kernel } from "../kernel/mod.ts";
import { addressOfRecordKey, addressUri, Header, type Message, parseSipUri } from "../syntax/mod.ts";
import type { Flow } from "../transport/mod.ts";
import type { ServerPolicy } from "./policy.ts";
import type { Responsibility } from "./responsibility.ts";
import type { UserDirectory } from "./users.ts";

/** Whether a request may go on: yes, as `user@domain` (null when nobody was asked for credentials); or the status and header lines it is answered with. */
export type Admitted =
  | { readonly admitted: true; readonly identity: string | null }
  | {
      readonly admitted: false;
      readonly status: 400 | 401 | 403 | 407;
      readonly headers: string;
      readonly why: string;
      /** Whom used-up credentials would have proved; null when they prove nobody. */
      readonly repeated: string | null;
    };

const asNobody: Admitted = { admitted: true, identity: null };

/** Who is asking (RFC 3261 §22): a registrar challenges with 401, a proxy with 407, and the caller is who From says. */
export class Admission {
  private readonly authenticator: Authenticator;
  private readonly responsibility: Responsibility;
  private readonly policy: ServerPolicy;
  /** Realms whose credentials are for this server. */
  readonly realms: readonly string[];

  constructor(kernel: Kernel, users: UserDirectory, policy: ServerPolicy, responsibility: Responsibility) {
    this.authenticator = new Authenticator(kernel, users, { algorithms: [policy.digestAlgorithm] });
    this.responsibility = responsibility;
    this.policy = policy;
    this.realms = policy.authentication === "off" ? [] : policy.realm === null ? policy.domains : [policy.realm];
  }

  /** A REGISTER: the account whose address of record is in To (RFC 3261 §10.3 steps 3 and 4). */
  register(request: Message, flow: Flow): Admitted {
    return this.check(request, "www", Header.To, flow);
  }

  /** Any other request outside a dialog; a caller of a domain of ours must call as themselves. */
  request(request: Message, flow: Flow): Admitted {
    const verdict = this.check(request, "proxy", Header.From, flow);
    if (!verdict.admitted || verdict.identity === null) return verdict;
    const from = parseSipUri(addressUri(request.value(Header.From) ?? ""));
    if (from === null || from.user === null || !this.responsibility.isOwnHost(from.host)) return verdict;
    const claimed = addressOfRecordKey(from, this.responsibility.domainOf(from.host));
    if (claimed === verdict.identity) return verdict;
    return {
      admitted: false,
      status: 403,
      headers: "",
      why: `${verdict.identity} called as ${claimed}`,
      repeated: null,
    };
  }

  private domainIn(request: Message, identity: typeof Header.To | typeof Header.From): string {
    const uri = parseSipUri(addressUri(request.value(identity) ?? ""));
    return this.responsibility.domainOf(uri?.host ?? "");
  }

  private check(
    request: Message,
    kind: ChallengeKind,
    identity: typeof Header.To | typeof Header.From,
    flow: Flow,
  ): Admitted {
    if (this.policy.authentication === "off") return asNobody;
    const domain = this.responsibility.only ?? this.domainIn(request, identity);
    const realm = this.policy.realm ?? domain;
    const verdict = this.authenticator.verify(request, kind, realm, domain, flow);
    if (verdict.result === "accepted") return { admitted: true, identity: verdict.identity };
    if (verdict.result === "malformed")
      return { admitted: false, status: 400, headers: "", why: "malformed credentials", repeated: null };
    // Unknown user and wrong password read alike to a stranger; the observation tells the operator which it was.
    const headers = this.authenticator.challenge(kind, realm, verdict.result === "stale");
    const repeated = verdict.result === "stale" ? verdict.identity : null;
    return { admitted: false, status: kind === "www" ? 401 : 407, headers, why: "challenged", repeated };
  }
}
