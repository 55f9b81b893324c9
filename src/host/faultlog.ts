import { plainText } from "../diagnosis/mod.ts";
import type { Observation, ObservationStream } from "../kernel/mod.ts";
import type { LineSink } from "./calllog.ts";

/** Internal faults told per second; a fault in a loop must not drown the rest. */
const PER_SECOND = 10;

/** Tells the operator about what must not happen: exceptions, and faults this process itself is to blame for. */
export class FaultLog {
  private readonly sink: LineSink;
  private readonly clock: () => number;
  private second = 0;
  private told = 0;
  private untold = 0;

  constructor(sink: LineSink, clock: () => number = Date.now) {
    this.sink = sink;
    this.clock = clock;
  }

  /** Logs faults with blame "local" from now on, each with its Call-ID. */
  follow(observations: ObservationStream): () => void {
    return observations.subscribe(["fault"], (observation: Observation) => {
      if (observation.type !== "fault" || observation.fault.blame !== "local") return;
      const call = observation.callId === null ? "" : ` (Call-ID ${plainText(observation.callId, 120)})`;
      this.tell(`ringback: internal fault: ${plainText(observation.fault.text, 400)}${call}`);
    });
  }

  /** Logs an exception that nobody caught, with the places it passed. */
  exception(error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = stack.split("\n", 6).map((line) => plainText(line.trim(), 200));
    this.tell(`ringback: internal fault: ${lines.join(" | ")}`);
  }

  /** Logs what is no fault and concerns the operator all the same. */
  notice(text: string): void {
    this.tell(`ringback: ${text}`);
  }

  private tell(line: string): void {
    const second = Math.floor(this.clock() / 1000);
    if (second !== this.second) {
      if (this.untold > 0) this.sink.line(`ringback: ${this.untold} more internal faults`);
      this.second = second;
      this.told = 0;
      this.untold = 0;
    }
    if (this.told < PER_SECOND) {
      this.told++;
      this.sink.line(line);
    } else this.untold++;
  }
}
