import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { callOutcome } from "../diagnosis/mod.ts";
import type { Observation, ObservationStream } from "../kernel/mod.ts";

/** What is asked for at each scrape rather than counted. */
export interface MetricSources {
  readonly transactions: () => { readonly servers: number; readonly clients: number };
  readonly bindings: () => number;
}

const methods = new Set(
  "ACK BYE CANCEL INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE".split(" "),
);

/** Names of two labels in one key of a tally. */
const SEPARATOR = "\n";

/** Counts by label in a plain map, published at each scrape: one map look-up per event is all a call pays. */
class Tally {
  private readonly counts = new Map<string, number>();

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
        for (const [key, count] of counts) {
          const values = key.split(SEPARATOR);
          this.inc(Object.fromEntries(labelNames.map((label, i) => [label, values[i] ?? ""])), count);
        }
      },
    });
  }

  add(key = ""): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
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
        this.flows.inc({ protocol: observation.flow.protocol }, observation.change === "opened" ? 1 : -1);
        break;
      case "decided":
        this.calls.add(
          `${callOutcome(observation)}${SEPARATOR}${observation.status}${SEPARATOR}${observation.decidedBy}`,
        );
        this.setup.observe(observation.afterMs / 1000);
        break;
      case "registration":
        this.registrations.add(observation.change);
        break;
      case "authentication":
        this.authentications.add(observation.result);
        break;
      case "answered":
        this.answers.add(`${methodLabel(observation.method)}${SEPARATOR}${observation.status}`);
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
    if (text.startsWith("SIP/2.0 ")) {
      const status = Number(text.slice(8, 11));
      this.responses.add(`${status >= 100 && status <= 699 ? status : "other"}${SEPARATOR}${direction}`);
    } else {
      const end = text.indexOf(" ");
      this.requests.add(`${methodLabel(end > 0 && end < 12 ? text.slice(0, end) : "")}${SEPARATOR}${direction}`);
    }
  }
}

function methodLabel(method: string): string {
  return methods.has(method) ? method : "other";
}
