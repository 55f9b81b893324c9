import { callLine, plainText, shortName, timeOfDay } from "../diagnosis/mod.ts";
import type { Observation, ObservationStream } from "../kernel/mod.ts";

/** Takes one line at a time and never waits. */
export interface LineSink {
  line(text: string): void;
}

/**
 * Writes one line per decided call, for example
 * `14:02:13Z 480 to alice: desk 486 after 2.1 s, nothing else to try (from bob, a84b4c76e66710)`.
 * Times are UTC, as their Z says and as are those inside the line, which the server writes without knowing where it stands.
 * `dated` puts the day in front, as a file needs it. Returns the function that ends it.
 */
export function logCalls(observations: ObservationStream, sink: LineSink, dated = false): () => void {
  let second = -1;
  let time = "";
  return observations.subscribe(["decided"], (observation: Observation) => {
    if (observation.type !== "decided") return;
    const { at } = observation;
    if (Math.floor(at / 1000) !== second) {
      second = Math.floor(at / 1000);
      const day = dated ? `${new Date(at).toISOString().slice(0, 10)} ` : "";
      time = `${day}${timeOfDay(at)}Z`;
    }
    const origin = `(from ${shortName(observation.from)}, ${plainText(observation.callId, 64)})`;
    sink.line(`${time} ${callLine(observation)} ${origin}`);
  });
}
