import { isProvisional, semantics } from "../catalogue/mod.ts";
import {
  addressUri,
  fromOctets,
  Header,
  headerLines,
  type Message,
  parseAddress,
  parseSipUri,
  type SipUri,
} from "../syntax/mod.ts";
import { type Flow, hostPort } from "../transport/mod.ts";
import type {
  FailureVerdict,
  RequestVerdict,
  RouteAddress,
  RouteFailure,
  RouteRequest,
  RouteStep,
  Routes,
  RouteTargets,
} from "./routes.ts";
import { type BranchTarget, type TargetGroups, targetOfUri } from "./target-set.ts";

/** What a routing function wants done, checked: go on as usual, answer, or try these. */
export type Course =
  | { readonly kind: "usual" }
  | { readonly kind: "answer"; readonly status: number; readonly headers: string }
  | { readonly kind: "targets"; readonly groups: TargetGroups };

/** The registrations of a user of a served domain as targets; null for a URI that is none of theirs. */
export type LookUp = (uri: SipUri) => TargetGroups | null;

const usual: Course = { kind: "usual" };
/** Places in one verdict, and how often one request may be sent on: what exceeds them is a mistake in the function. */
const MOST_TARGETS = 64;
const MOST_ROUNDS = 10;
const LONGEST_STEP = 3600;

/**
 * One request under an operator's routing functions, from its arrival to its end. Whatever is wrong with a verdict throws a
 * TypeError that names the function; whoever calls answers 500.
 */
export class RoutedRequest implements RouteRequest {
  readonly method: string;
  readonly uri: string;
  readonly user: string;
  readonly host: string;
  readonly callId: string;
  readonly source: string;
  /** Of its own, not of the class: functions take a request apart. */
  readonly header: RouteRequest["header"];
  private readonly routes: Routes;
  private readonly message: Message;
  private readonly lookUp: LookUp;
  private readonly target: SipUri | null;
  private round = 0;

  constructor(routes: Routes, message: Message, uri: SipUri | null, flow: Flow, lookUp: LookUp) {
    this.routes = routes;
    this.message = message;
    this.lookUp = lookUp;
    this.target = uri;
    this.method = message.method;
    this.uri = message.requestUri;
    this.user = uri?.user ?? "";
    this.host = uri?.host.toLowerCase() ?? "";
    this.callId = message.callId;
    this.header = (name) => textOf(message.field(name));
    this.source = `${flow.protocol} ${hostPort(flow.remoteHost, flow.remotePort)}`;
  }

  get from(): RouteAddress {
    return addressOf(this.message.value(Header.From) ?? "");
  }

  get to(): RouteAddress {
    return addressOf(this.message.value(Header.To) ?? "");
  }

  get phones(): number {
    const groups = this.target === null ? null : this.lookUp(this.target);
    return groups?.reduce((sum, group) => sum + group.length, 0) ?? 0;
  }

  /** The moment of arrival. */
  onArrival(): Course {
    const ask = this.routes.request;
    return ask === undefined ? usual : this.courseOf("request", ask(this), "continue");
  }

  /** The members of a group that are to be tried. */
  chosen(group: readonly BranchTarget[]): readonly BranchTarget[] {
    const ask = this.routes.branch;
    if (ask === undefined) return group;
    return group.filter(({ requestUri, name }) => {
      const verdict = ask({ request: this, target: requestUri, name });
      if (verdict !== "try" && verdict !== "skip") throw wrong("branch", verdict, '"try" or "skip"');
      return verdict === "try";
    });
  }

  /** The status that a response is taken for; null keeps a provisional one from the caller. */
  statusOf(response: Message, { requestUri, name }: BranchTarget): number | null {
    const { status } = response;
    const ask = this.routes.reply;
    if (ask === undefined) return status;
    const header = (field: string): string | null => textOf(response.field(field));
    const phrase = fromOctets(response.reason);
    const verdict = ask({ request: this, target: requestUri, name, status, phrase, header });
    if (verdict === "pass") return status;
    const provisional = isProvisional(status);
    if (provisional) {
      if (verdict !== "drop") throw wrong("reply", verdict, '"pass" or "drop" for a provisional response');
      return response.has(Header.RSeq) ? status : null; // RFC 3262 §3: unacknowledged, it would end the call
    }
    const as = typeof verdict === "object" && verdict !== null ? verdict.as : undefined;
    if (!isStatus(as, 300, 699)) throw wrong("reply", verdict, '"pass" or { as: a status from 300 to 699 }');
    return as;
  }

  /** The moment when nobody has accepted. */
  onFailure(status: number, tried: RouteFailure["tried"]): Course {
    const ask = this.routes.failure;
    if (ask === undefined || this.round >= MOST_ROUNDS) return usual;
    const { scope } = semantics(status);
    const verdict = ask({ request: this, status, scope, tried, round: this.round++ });
    const course = this.courseOf("failure", verdict, "pass");
    const meant = typeof verdict === "object" && "everywhere" in verdict && verdict.everywhere === true;
    // RFC 3261 §16.7 step 5: after a 6xx a proxy MUST NOT open new branches by itself; here the operator speaks.
    return course.kind === "targets" && scope === "everywhere" && !meant ? usual : course;
  }

  private courseOf(moment: "request" | "failure", verdict: RequestVerdict | FailureVerdict, go: string): Course {
    if (verdict === go) return usual;
    const expected = `"${go}", { reject }, { redirect } or { targets }`;
    if (typeof verdict !== "object" || verdict === null) throw wrong(moment, verdict, expected);
    if ("targets" in verdict) return { kind: "targets", groups: this.groupsOf(verdict) };
    if ("reject" in verdict) {
      if (!isStatus(verdict.reject, 400, 699)) throw wrong(moment, verdict, "a reject from 400 to 699");
      return { kind: "answer", status: verdict.reject, headers: headerLines(verdict.headers) };
    }
    if (!("redirect" in verdict)) throw wrong(moment, verdict, expected);
    const { redirect, code = 302 } = verdict;
    if (!isStatus(code, 300, 399)) throw wrong(moment, verdict, "a code from 300 to 399");
    const places = listOf(redirect);
    if (places.length === 0) throw new TypeError("redirect names no place");
    for (const place of places) demandUri(place);
    return { kind: "answer", status: code, headers: places.map((place) => `Contact: <${place}>\r\n`).join("") };
  }

  private groupsOf({ targets }: RouteTargets): TargetGroups {
    if (!Array.isArray(targets)) throw new TypeError("targets must be a list of URIs or steps");
    const steps: readonly (string | RouteStep)[] = targets;
    const groups = steps.flatMap((step) => this.stepOf(typeof step === "string" ? { to: step } : step));
    if (groups.reduce((sum, group) => sum + group.length, 0) > MOST_TARGETS)
      throw new RangeError(`a verdict names more than ${MOST_TARGETS} places`);
    return groups;
  }

  /** One step as groups: where users prefer some of their phones (q), each step takes as many groups as they have. */
  private stepOf({ to, seconds }: RouteStep): (readonly BranchTarget[])[] {
    if (seconds !== undefined && !(seconds > 0 && seconds <= LONGEST_STEP))
      throw new RangeError(`seconds of a step are more than 0 and at most ${LONGEST_STEP}, not ${seconds}`);
    const ringFor = seconds === undefined ? 0 : Math.round(seconds * 1000);
    const levels: BranchTarget[][] = [];
    for (const place of listOf(to)) {
      const uri = demandUri(place);
      const groups = this.lookUp(uri) ?? [[targetOfUri(place, uri)]];
      groups.forEach((group, level) => {
        levels[level] ??= [];
        levels[level].push(...(ringFor === 0 ? group : group.map((target) => ({ ...target, ringFor }))));
      });
    }
    return levels;
  }
}

function textOf(octets: string | null): string | null {
  return octets === null ? null : fromOctets(octets);
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

function demandUri(text: string): SipUri {
  const uri = typeof text === "string" ? parseSipUri(text) : null;
  if (uri === null) throw new TypeError(`"${text}" is no sip: or sips: URI`);
  return uri;
}

function isStatus(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

function wrong(moment: keyof Routes, verdict: unknown, expected: string): TypeError {
  const isPromise = typeof verdict === "object" && verdict !== null && "then" in verdict;
  const said = isPromise ? "a promise (it must decide at once)" : (JSON.stringify(verdict) ?? String(verdict));
  return new TypeError(`routes.${moment} must return ${expected}, not ${said}`);
}

function addressOf(text: string): RouteAddress {
  const address = parseAddress(text);
  const uri = address?.uri ?? addressUri(text);
  const parsed = parseSipUri(uri);
  return {
    uri,
    user: parsed?.user ?? "",
    host: parsed?.host.toLowerCase() ?? "",
    displayName: fromOctets(address?.display ?? ""),
  };
}
