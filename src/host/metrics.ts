import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { callOutcome } from "../diagnosis/mod.ts";
import type { Observation, ObservationStream } from "../kernel/mod.ts";
import { decimalAt, holds, isKnownMethod, methodIn } from "../syntax/mod.ts";

/** What is asked for at each scrape rather than counted. */
export interface MetricSources {
  readonly transactions: () => { readonly servers: number; readonly clients: number };
  readonly bindings: () => number;
  readonly socketsInRuns: () => number;
}

const statusLabels = Array.from({ length: 700 }, (_, status) => (status < 100 ? "other" : String(status)));

/** Names of two labels in one key of a tally. */
const SEPARATOR = "\n";

/**
 * Counts by label in plain maps, published at each scrape: two look-ups per event are all a call pays, and no text is put
 * together for them. Further labels than two stand in the second, with SEPARATOR between them.
 */
class Tally {
  private readonly counts = new Map<string, Map<string, number>>();

  constructor(registry: Registry, name: string, help: string, ...labelNames: readonly string[]) {
    const { counts } = this;
    new Counter({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect() {
        this.reset();
        if (counts.size === 0 && labelNames.length === 0) this.inc(0);
        for (const [first, row] of counts) {
          for (const [rest, count] of row) {
            const values = [first, ...rest.split(SEPARATOR)];
            this.inc(Object.fromEntries(labelNames.map((label, i) => [label, values[i] ?? ""])), count);
          }
        }
      },
    });
  }

  add(first = "", rest = ""): void {
    let row = this.counts.get(first);
    if (row === undefined) {
      row = new Map();
      this.counts.set(first, row);
    }
    row.set(rest, (row.get(rest) ?? 0) + 1);
  }
}

/** Prometheus metrics of one server, fed from its observations. Labels take few values, whatever strangers send. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Tally;
  private readonly responses: Tally;
  private readonly answers: Tally;
  private readonly calls: Tally;
  private readonly registrations: Tally;
  private readonly authentications: Tally;
  private readonly dropped: Tally;
  private readonly faults: Tally;
  private readonly flows: Gauge<"protocol">;
  private readonly setup: Histogram;
  private readonly unsubscribe: () => void;

  constructor(observations: ObservationStream, sources: MetricSources) {
    const { registry } = this;
    collectDefaultMetrics({ register: registry });
    const tally = (name: string, help: string, ...labels: string[]): Tally =>
      new Tally(registry, `ringback_${name}_total`, help, ...labels);
    this.requests = tally("requests", "Requests on the wire by method and direction", "method", "direction");
    this.responses = tally("responses", "Responses on the wire by status and direction", "status", "direction");
    this.answers = tally("answers", "Responses this server made itself, by method and status", "method", "status");
    this.calls = tally("calls", "Calls decided, by outcome, status and who decided", "outcome", "status", "decided_by");
    this.registrations = tally("registrations", "Changes of bindings", "change");
    this.authentications = tally("authentications", "Digest checks by result", "result");
    this.dropped = tally("dropped", "Messages dropped without an answer");
    this.faults = tally("faults", "Faults by who is to blame", "blame");
    this.flows = new Gauge({
      name: "ringback_flows",
      help: "Open connections",
      labelNames: ["protocol"],
      registers: [registry],
    });
    this.setup = new Histogram({
      name: "ringback_call_setup_seconds",
      help: "Time from INVITE to its final answer",
      buckets: [0.05, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 180],
      registers: [registry],
    });
    new Gauge({
      name: "ringback_transactions",
      help: "Transactions that run or linger",
      labelNames: ["side"],
      registers: [registry],
      collect() {
        const { servers, clients } = sources.transactions();
        this.set({ side: "server" }, servers);
        this.set({ side: "client" }, clients);
      },
    });
    new Gauge({
      name: "ringback_bindings",
      help: "Contacts registered now",
      registers: [registry],
      collect() {
        this.set(sources.bindings());
      },
    });
    new Gauge({
      name: "ringback_udp_sockets_in_runs",
      help: "UDP sockets that read and write many datagrams per system call",
      registers: [registry],
      collect() {
        this.set(sources.socketsInRuns());
      },
    });
    this.unsubscribe = observations.subscribe(
      ["message", "flow", "decided", "registration", "authentication", "answered", "dropped", "fault"],
      (observation) => this.observe(observation),
    );
  }

  /** The exposition, and the content type it goes with. */
  async exposition(): Promise<{ contentType: string; text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  /** Stops counting. */
  close(): void {
    this.unsubscribe();
    this.registry.clear();
  }

  private observe(observation: Observation): void {
    switch (observation.type) {
      case "message":
        this.message(observation.text, observation.direction);
        break;
      case "flow":
        if (observation.change === "failed") break;
        this.flows.inc({ protocol: observation.flow.protocol }, observation.change === "opened" ? 1 : -1);
        break;
      case "decided":
        this.calls.add(callOutcome(observation), `${observation.status}${SEPARATOR}${observation.decidedBy}`);
        this.setup.observe(observation.afterMs / 1000);
        break;
      case "registration":
        this.registrations.add(observation.change);
        break;
      case "authentication":
        this.authentications.add(observation.result);
        break;
      case "answered":
        this.answers.add(methodLabel(observation.method), statusLabel(observation.status));
        break;
      case "dropped":
        this.dropped.add();
        break;
      case "fault":
        this.faults.add(observation.fault.blame);
        break;
    }
  }

  private message(text: string, direction: string): void {
    if (holds(text, 0, "SIP/2.0 ")) this.responses.add(statusLabel(decimalAt(text, 8, 11) ?? 0), direction);
    else this.requests.add(methodLabel(methodIn(text, 0, Math.max(0, text.indexOf(" ")))), direction);
  }
}

function methodLabel(method: string): string {
  return isKnownMethod(method) ? method : "other";
}

function statusLabel(status: number): string {
  return statusLabels[status] ?? "other";
}
