/** What the manifests of RFC 4475 and RFC 5118 allow a server to do with each message, in words a test can compare. */
import { parseSipUri } from "../../src/syntax/mod.ts";
import { corpusJson, corpusText, skipCorpus } from "../syntax/corpus.ts";

export { skipCorpus };

export interface Torture {
  readonly name: string;
  readonly suite: "RFC 4475" | "RFC 5118";
  readonly section: string | null;
  readonly title: string;
  readonly kind: "request" | "response";
  readonly class: string;
  readonly parser: string;
  readonly lenient: boolean;
  /** What the manifest says, by role; absent roles are those it is silent on. */
  readonly says: Readonly<Partial<Record<Role | "any" | "udp" | "stream", readonly (number | string)[]>>>;
  readonly text: string;
}

export type Role = "uas" | "uac" | "proxy" | "registrar";
export type Protocol = "UDP" | "TCP";

/**
 * What became of a message. A number is the final response; "forwarded" means that the phone it was for got it, and that the
 * phone's answer came back; "waits" that a stream goes on waiting for the rest of the message.
 */
export type Outcome = number | "forwarded" | "nothing" | "waits";

interface Entry {
  name: string;
  kind?: "request" | "response";
  section: string | null;
  title?: string;
  class: string;
  parser: string;
  lenient?: string;
  file?: string;
  wire?: string;
  check?: { any?: number[] };
  [role: string]: unknown;
}

const ROLES = ["any", "uas", "uac", "proxy", "registrar", "udp", "stream"] as const;

function read(suite: Torture["suite"], folder: string): Torture[] {
  return corpusJson<{ messages: Entry[] }>(`${folder}/manifest.json`).messages.map((entry) => ({
    name: entry.name,
    suite,
    section: entry.section,
    title: entry.title ?? entry.name,
    kind: entry.kind ?? "request",
    class: entry.class,
    parser: entry.parser,
    lenient: entry.lenient !== undefined,
    says: Object.fromEntries(
      ROLES.map((role) => [role, entry[role] ?? (role === "any" ? entry.check?.any : undefined)]).filter(
        ([, said]) => said !== undefined,
      ),
    ),
    text: corpusText(`${folder}/${entry.file ?? entry.wire}`),
  }));
}

/** All 62 messages; none without the corpus. */
export const tortures: readonly Torture[] =
  skipCorpus === false ? [...read("RFC 4475", "rfc4475"), ...read("RFC 5118", "rfc5118")] : [];

/** The words of the manifests. "process" is for us to forward, or to register. */
const WORDS: Readonly<Record<string, readonly (Outcome | "process" | "refused")[]>> = {
  process: ["process"],
  "process REGISTER": ["process"],
  "process if auth is not required": ["process"],
  forward: ["forwarded"],
  "forward; unknown headers unchanged": ["forwarded"],
  "forward if URI known": ["forwarded"],
  "forward as any other request": ["forwarded"],
  "fall back to RFC 2543 transaction matching": ["forwarded"],
  reject: ["refused"],
  discard: ["nothing"],
  drop: ["nothing"],
  "error response (400)": [400],
  "error; discard rest of datagram": [400],
  "close connection": [400, "nothing"],
  "wait for more data, then close": ["waits"],
};

/** Where the manifests are silent on what we are, the RFC 3261 sentence that decides. */
const SILENT: Readonly<Record<string, { readonly on?: Protocol; readonly outcome: Outcome; readonly why: string }>> = {
  invut: { outcome: "forwarded", why: "§16.3 asks nothing about the body" },
  sdp01: { outcome: "forwarded", why: "what the caller accepts is for the callee to read (§16.3 has no such check)" },
  "inv2543/TCP": { outcome: 400, why: "§18.3: on a stream the length of the body must be said" },
  "baddn/TCP": { outcome: "waits", why: "§7: the file lacks the empty line that ends the header fields" },
  mpart01: { outcome: 403, why: "its Route names a server elsewhere (127.0.0.1:5080), and ours relays to nobody" },
  "port-unambiguous": { outcome: 403, why: "an address with a port that is not ours is another server" },
  // A BYE to the server itself: it is no user agent and has no dialogs (§8.2.1).
  "via-received-param-with-delim": { outcome: 405, why: "§8.2.1: the method is known and not supported here" },
};

/** What we are to a message: registrar for REGISTER, user agent server when the URI has no user, else proxy. */
export function roleFor({ kind, text }: Torture): Role {
  if (kind === "response") return "proxy";
  if (text.startsWith("REGISTER ")) return "registrar";
  const uri = parseSipUri(text.split(" ")[1] ?? "");
  return uri !== null && uri.user === null ? "uas" : "proxy";
}

/** Every outcome that is right; null when any is, as long as the server stays up. */
export function allowed(torture: Torture, on: Protocol): ReadonlySet<Outcome | "refused"> | null {
  const { name, kind, says, parser, lenient } = torture;
  if (parser === "unspecified") return null;
  const decided = SILENT[`${name}/${on}`] ?? SILENT[name];
  if (decided !== undefined) return new Set([decided.outcome]);
  const role = roleFor(torture);
  const onWire = on === "UDP" ? says.udp : says.stream;
  const said = onWire ?? [...(says.any ?? []), ...(says[role] ?? [])];
  const outcomes = said.flatMap((each) => (typeof each === "number" ? [each] : (WORDS[each] ?? unknown(name, each))));
  const processed = role === "registrar" ? 200 : "forwarded";
  if (lenient) outcomes.push("process");
  if (outcomes.length === 0) outcomes.push(kind === "response" ? "nothing" : role === "uas" ? 200 : "process");
  return new Set(outcomes.map((each) => (each === "process" ? processed : each)));
}

function unknown(name: string, said: string): never {
  throw new Error(`the manifest says "${said}" of ${name}: add the words to the table`);
}
