import { callLine, plainText, shortName, timeOfDay } from "../diagnosis/mod.ts";
import type { Observation, ObservationStream } from "../kernel/mod.ts";

/** Takes one line at a time and never waits. */
export interface LineSink {
  line(text: string): void;
}

/** Lines about one user at one address, and about all of them, in so many milliseconds; more are counted. */
const DENIED_MS = 60_000;
const DENIED_AT_ONCE = 20;

/**
 * Writes one line per decided call, for example
 * `14:02:13Z 480 to alice: desk 486 after 2.1 s, nothing else to try (from bob, a84b4c76e66710)`.
 * Times are UTC, as their Z says and as are those inside the line, which the server writes without knowing where it stands.
 * `dated` puts the day in front, as a file needs it. Returns the function that ends it.
 */
export function logCalls(observations: ObservationStream, sink: LineSink, dated = false): () => void {
  const stamp = stamps(dated);
  return observations.subscribe(["decided"], (observation: Observation) => {
    if (observation.type !== "decided") return;
    const origin = `(from ${shortName(observation.from)}, ${plainText(observation.callId, 64)})`;
    sink.line(`${stamp(observation.at)} ${callLine(observation)} ${origin}`);
  });
}

/**
 * Writes a line when a phone is not let in, for example `14:02:13Z alice not let in: wrong password (192.0.2.7:5060, realm
 * example.org)`: the call or registration that this ends has no line of its own. Who goes on trying is told once a minute,
 * and whoever guesses names or passwords gets no more than 20 lines of that minute. Returns the function that ends it.
 */
export function logDenied(observations: ObservationStream, sink: LineSink, dated = false): () => void {
  const stamp = stamps(dated);
  const told = new Set<string>();
  let since = Number.NEGATIVE_INFINITY;
  let untold = 0;
  return observations.subscribe(["denied"], (observation: Observation) => {
    if (observation.type !== "denied") return;
    const { at, user, realm, source, why } = observation;
    if (at - since >= DENIED_MS) {
      if (untold > 0) sink.line(`${stamp(at)} ${untold} more requests not let in since ${timeOfDay(since)}Z`);
      since = at;
      untold = 0;
      told.clear();
    }
    const key = `${source.replace(/:\d+$/, "")} ${user}`;
    if (told.has(key) || told.size >= DENIED_AT_ONCE) {
      untold++;
      return;
    }
    told.add(key);
    sink.line(
      `${stamp(at)} ${plainText(user, 60)} not let in: ${plainText(why, 120)} (${source}, realm ${plainText(realm, 100)})`,
    );
  });
}

/** Writes the time in front of a line; lines of one second have it in common. */
function stamps(dated: boolean): (at: number) => string {
  let second = -1;
  let time = "";
  return (at) => {
    if (Math.floor(at / 1000) !== second) {
      second = Math.floor(at / 1000);
      const day = dated ? `${new Date(at).toISOString().slice(0, 10)} ` : "";
      time = `${day}${timeOfDay(at)}Z`;
    }
    return time;
  };
}
