import { closeSync, openSync } from "node:fs";
import type { ObservationStream } from "../kernel/mod.ts";
import { LocationService, type Memory, type Residents, Server, StateAgent } from "../server/mod.ts";
import { hostPort } from "../syntax/mod.ts";
import { type Listener, Locator } from "../transport/mod.ts";
import { bindingRecords } from "./bindings.ts";
import { logCalls, logDenied } from "./calllog.ts";
import { CertificateWatch } from "./certificate-watch.ts";
import { applyPolicy, type LivePolicy, type Reloaded } from "./config/reload.ts";
import { type ListenSetting, listenText, type Settings } from "./config/settings.ts";
import { type Data, openData } from "./data.ts";
import { SystemResolver } from "./dns.ts";
import { drained } from "./drain.ts";
import { FaultLog } from "./faultlog.ts";
import { HeapWatch } from "./heap-watch.ts";
import type { HttpParts } from "./http/app.ts";
import type { DialName, DialScripts } from "./http/dial-page.ts";
import { EventFeed } from "./http/events.ts";
import { RecentCalls } from "./http/recent-calls.ts";
import { HttpService } from "./http/service.ts";
import type { Site } from "./http/site.ts";
import { NodeKernel } from "./kernel.ts";
import { LineWriter } from "./line-writer.ts";
import { AudioSession } from "./media/audio-session.ts";
import { Metrics } from "./metrics.ts";
import type { ListenerSpec } from "./sockets/listening.ts";
import { NodeTransport } from "./sockets/transport.ts";
import { serveWebSocket } from "./sockets/websocket.ts";
import { StoreError } from "./store/fault.ts";
import { packageVersion } from "./version.ts";

/** A user made up at the first start. The password is told once and kept nowhere. */
export interface Credential {
  readonly user: string;
  readonly domain: string;
  readonly password: string;
}

const FIRST_USERS = ["alice", "bob", "carol"];
const PASSWORD_LENGTH = 16;

/** A server that takes traffic, made of everything this package has. */
export class RunningServer {
  readonly settings: Settings;
  /** Not empty at the first start without a configuration. */
  readonly credentials: readonly Credential[];
  /** `udp:127.0.0.1:5060`, `ws:127.0.0.1:8060/sip`. */
  readonly listening: readonly string[];
  /** `http://127.0.0.1:8060/`; null without HTTP. */
  readonly httpUrl: string | null;
  /** Address of the console; null without HTTP. */
  readonly consoleUrl: string | null;
  /** Everything that happens in it, for whoever wants to watch. */
  readonly observations: ObservationStream;
  /** Where a mailbox tells what waits in it (`setMessages`); null when subscriptions are left to the phones. */
  readonly events: StateAgent | null;
  private readonly parts: Parts;
  private state: "ready" | "draining" = "ready";
  private readonly hurry = new AbortController();

  constructor(parts: Parts, credentials: readonly Credential[]) {
    this.parts = parts;
    this.settings = parts.settings;
    this.credentials = credentials;
    this.listening = parts.transport.listeners.map(listenerText);
    this.observations = parts.kernel.observations;
    this.events = parts.events;
    this.httpUrl = parts.http === null ? null : `http://${parts.http.address}/`;
    this.consoleUrl = this.httpUrl === null ? null : `${this.httpUrl}console`;
  }

  /** Takes over what may change while running from settings read anew. */
  reload(next: Settings): Reloaded {
    return applyPolicy(this.parts.policy, this.settings, next);
  }

  /** Hears of an exception that nobody caught. */
  onException(error: unknown): void {
    this.parts.faults.exception(error);
  }

  /** Takes no new work, lets what runs end (up to 40 s, or until `hurryUp`), then closes everything. Resolves to the requests cut short. */
  async stop(): Promise<number> {
    if (this.state === "draining") return 0;
    const { server, kernel } = this.parts;
    this.state = "draining";
    this.parts.state.state = "draining";
    server.drain();
    const { layer } = server;
    const draining = {
      running: () => server.running,
      lingering: () => layer.size.servers + layer.size.clients,
      lastActivity: () => server.lastActivity,
      now: () => kernel.clock.now(),
    };
    await Promise.all([this.parts.resident?.close(), this.parts.events?.close()]);
    const cut = await drained(draining, this.hurry.signal);
    await close(this.parts);
    return cut;
  }

  /** Ends the wait of `stop`. */
  hurryUp(): void {
    this.hurry.abort();
  }
}

/** What a server is given beside its settings: rooms that the host does not know. */
export interface Additions {
  /** Pages for the HTTP port. */
  readonly site?: Site | null;
  /** What can be called there, for the page that lists it. */
  readonly dial?: readonly DialName[];
  /** The telephone of that page. */
  readonly dialScripts?: DialScripts;
  /** Makes the users that live at the server. */
  readonly residents?: ((parts: ResidentParts) => Resident) | undefined;
}

/** Users that live at the server, and how their calls are ended. */
export interface Resident extends Residents {
  close(): Promise<void>;
}

/** What residents are made of: they share the server's sockets and transactions. */
export interface ResidentParts {
  readonly kernel: NodeKernel;
  readonly transport: NodeTransport;
  readonly locator: Locator;
  readonly layer: Server["layer"];
  /** The first served domain. */
  readonly domain: () => string;
  /** An echo over RTP, at the address calls come in by. */
  readonly newMedia: () => AudioSession;
}

/** Everything a running server is made of. */
interface Parts {
  readonly settings: Settings;
  readonly kernel: NodeKernel;
  readonly data: Data;
  readonly transport: NodeTransport;
  readonly location: LocationService;
  readonly server: Server;
  readonly resident: Resident | null;
  readonly events: StateAgent | null;
  readonly http: HttpService | null;
  readonly policy: LivePolicy;
  readonly faults: FaultLog;
  readonly state: { state: "starting" | "ready" | "draining" };
  readonly writers: Writers;
  readonly heap: HeapWatch;
  /** Set once the listeners are open. */
  certificates: CertificateWatch | null;
}

/** Where lines go: standard output and error, and the call log's file. */
interface Writers {
  readonly calls: LineWriter | null;
  readonly faults: LineWriter;
  readonly callsFile: number | null;
}

/**
 * Starts the server that `settings` describe, with what the caller adds to it. A string says in one line why it could not be
 * started; then nothing is left open.
 */
export async function startServer(settings: Settings, additions: Additions): Promise<RunningServer | string> {
  const writers = openWriters(settings.logCalls);
  if (typeof writers === "string") return writers;
  const faults = new FaultLog(writers.faults);
  const kernel = new NodeKernel((error) => faults.exception(error));
  const data = openData(settings.data, kernel, (error) => faults.exception(error));
  if (typeof data === "string") return data;
  try {
    const parts = assemble(settings, { writers, faults, kernel, data }, additions);
    const refused = await listen(parts);
    if (refused !== null) {
      await close(parts);
      return refused;
    }
    // Only now, when nothing else can fail: passwords made up are told once, by a server that runs.
    const credentials = addUsers(settings, data, kernel);
    if (settings.policy.authentication === "digest") forgetRemoved(parts);
    parts.transport.attach(parts.server);
    if (settings.tls !== null && parts.transport.certificateEnds !== null)
      parts.certificates = new CertificateWatch([settings.tls.cert, settings.tls.key], parts.transport, (text) =>
        faults.notice(text),
      );
    parts.state.state = "ready";
    return new RunningServer(parts, credentials);
  } catch (error) {
    if (error instanceof StoreError) return error.message;
    throw error;
  }
}

/** Makes every part and opens no port yet: observers must be there before the first connection. Throws a StoreError. */
function assemble(
  settings: Settings,
  ground: Pick<Parts, "writers" | "faults" | "kernel" | "data">,
  additions: Additions,
): Parts {
  const { writers, faults, kernel, data } = ground;
  const { residents } = additions;
  faults.follow(kernel.observations);
  if (writers.calls !== null) {
    logCalls(kernel.observations, writers.calls, writers.callsFile !== null);
    logDenied(kernel.observations, writers.calls, writers.callsFile !== null);
  }
  const policy: LivePolicy = { ...settings.policy, secret: settings.policy.secret ?? data.secret };
  const listeners = settings.listen.map((each) => specOf(each, settings));
  const transport = new NodeTransport(kernel, {
    listeners,
    datagramRuns: true,
    onFailure: (error) => faults.exception(error),
  });
  const location = new LocationService(kernel, data.bindings);
  const locator = new Locator(kernel, new SystemResolver(), transport);
  const server = new Server({ kernel, transport, locator, location, users: data.users, policy });
  const resident = residents?.(residentParts({ kernel, transport, locator, server, policy })) ?? null;
  server.residents = resident;
  const shared = { kernel, transport, locator, layer: server.layer, location, users: data.users, policy };
  const events = settings.events === null ? null : new StateAgent({ ...shared, events: settings.events });
  server.events = events;
  const state: Parts["state"] = { state: "starting" };
  const heap = new HeapWatch((memory) => {
    server.memory = memory;
    faults.notice(memoryNotices[memory]);
  });
  const parts = { ...ground, settings, policy, transport, location, server, resident, events, state, heap };
  return {
    ...parts,
    certificates: null,
    http: settings.http === null ? null : new HttpService(settings.http, httpParts(parts, additions)),
  };
}

const memoryNotices: Readonly<Record<Memory, string>> = {
  enough: "memory suffices again",
  short: "memory is short: requests outside dialogs get 503",
  full: "memory is nearly full: every request gets 503",
};

/** Whoever is removed, now or since the last start, cannot be called any more: their phones could not register again either. */
function forgetRemoved({ data, location }: Parts): void {
  data.onRemoved((identity) => location.forget(identity));
  for (const { addressOfRecord } of location) {
    const at = addressOfRecord.lastIndexOf("@");
    const known = data.users.find(addressOfRecord.slice(0, at), addressOfRecord.slice(at + 1));
    if (known === null) location.forget(addressOfRecord);
  }
}

function residentParts(
  parts: Pick<Parts, "kernel" | "transport" | "server" | "policy"> & { readonly locator: Locator },
): ResidentParts {
  const { kernel, transport, locator, server, policy } = parts;
  const wildcard = (host: string): boolean => host === "0.0.0.0" || host === "::";
  const host = (): string => transport.listeners.find((each) => !wildcard(each.host))?.host ?? "127.0.0.1";
  return {
    kernel,
    transport,
    locator,
    layer: server.layer,
    domain: () => policy.domains[0] as string,
    newMedia: () => new AudioSession({ host: host(), sound: "echo" }),
  };
}

/** Opens every port, or says in one line which one could not be. */
async function listen({ settings, transport, http }: Parts): Promise<string | null> {
  const failure = await transport.listen();
  if (failure !== null) return failure.text;
  if (http === null) return null;
  const refused = await http.listen();
  if (refused === null) serveWebSocket(transport, http.server, { origins: settings.http?.origins ?? [] });
  return refused;
}

function httpParts(parts: Omit<Parts, "http" | "certificates">, additions: Additions): HttpParts {
  const { site = null, dial = [], dialScripts = null } = additions;
  const { settings, kernel, transport, location, server, policy, state, faults } = parts;
  const { observations, clock } = kernel;
  const { token = null, names = [] } = settings.http ?? {};
  return {
    version: packageVersion(),
    state: () => ({ state: state.state, running: server.running }),
    domains: () => policy.domains,
    listening: () => transport.listeners.map(listenerText),
    bindings: (addressOfRecord, limit) => bindingRecords(location, clock.now(), addressOfRecord, limit),
    calls: new RecentCalls(observations),
    events: new EventFeed(observations),
    metrics: new Metrics(observations, {
      transactions: () => server.layer.size,
      bindings: () => location.bindingCount,
      socketsInRuns: () => transport.socketsInRuns,
    }),
    access: { token, names: () => [...policy.domains, ...names] },
    site,
    dial,
    dialScripts,
    realm: () => (policy.authentication === "digest" ? (policy.realm ?? policy.domains[0] ?? "") : null),
    onFailure: (error) => faults.exception(error),
  };
}

function openWriters(logCalls: boolean | string): Writers | string {
  const faults = new LineWriter(2);
  if (typeof logCalls === "boolean") return { calls: logCalls ? new LineWriter(1) : null, faults, callsFile: null };
  try {
    const callsFile = openSync(logCalls, "a", 0o640);
    return { calls: new LineWriter(callsFile), faults, callsFile };
  } catch (error) {
    return `the call log ${logCalls} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`;
  }
}

/** Users of the command line, in every served domain unless they name one; at the first start without either, three made up. */
function addUsers(settings: Settings, data: Data, kernel: NodeKernel): Credential[] {
  const { policy, users, configFile } = settings;
  const isFirst =
    configFile === null && users.length === 0 && policy.authentication === "digest" && data.userCount() === 0;
  const domain = policy.domains[0] as string;
  const made = isFirst
    ? FIRST_USERS.map((user) => ({ user, domain, password: kernel.random.token(PASSWORD_LENGTH) }))
    : [];
  const given = users.flatMap(({ name, domain, password }) =>
    (domain === null ? policy.domains : [domain]).map((each) => ({ user: name, domain: each, password })),
  );
  const all = [...made, ...given];
  data.putUsers(
    all.map(({ user, domain: at, password }) => ({ name: user, domain: at, realm: policy.realm ?? at, password })),
  );
  return made;
}

function specOf({ protocol, host, port, advertise }: ListenSetting, { tls }: Settings): ListenerSpec {
  const advertised = advertise === null ? {} : { advertised: hostPort(advertise.host, advertise.port) };
  const spec = { protocol: protocol as ListenerSpec["protocol"], host, port, ...advertised };
  return protocol === "TLS" && tls !== null ? { ...spec, tls } : spec;
}

function listenerText(listener: Listener): string {
  const isWeb = listener.protocol === "WS" || listener.protocol === "WSS";
  return `${listenText(listener)}${isWeb ? "/sip" : ""}`;
}

async function close({ kernel, transport, http, data, writers, heap, certificates }: Parts): Promise<void> {
  heap.close();
  certificates?.close();
  await transport.close();
  await http?.close();
  kernel.close();
  data.close();
  await Promise.all([writers.calls?.close(), writers.faults.close()]);
  if (writers.callsFile !== null) closeSync(writers.callsFile);
}
