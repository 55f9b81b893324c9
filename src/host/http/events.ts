import type { Observation, ObservationStream, ObservationType } from "../../kernel/mod.ts";
import { plainJson } from "../../syntax/mod.ts";
import { didYouMean } from "../suggest.ts";

const MAX_CLIENTS = 16;
/** Octets waiting for one slow reader; beyond it events are left out and counted. */
const MAX_WAITING = 256 * 1024;
/** A comment now and then shows both ends that the other is still there. */
const HEARTBEAT_MS = 15_000;

const allTypes: readonly ObservationType[] = [
  "call", "branch", "decided", "registration", "authentication", "answered", "dropped", "fault", "flow", "message", "transaction",
]; // biome-ignore format: a table

/** Too many to be told unasked: every message and every step of every machine. */
const onRequest: readonly ObservationType[] = ["message", "transaction"];

/** Observations as server-sent events, for a few readers at a time. */
export class EventFeed {
  private readonly observations: ObservationStream;
  private readonly readers = new Set<EventReader>();
  private closed = false;

  constructor(observations: ObservationStream) {
    this.observations = observations;
  }

  /** The response to `GET /api/events?types=a,b`, or a status and one line. */
  open(types: string | undefined): ReadableStream<Uint8Array> | { status: 400 | 503; text: string } {
    const wanted = types === undefined ? allTypes.filter((type) => !onRequest.includes(type)) : types.split(",");
    const unknown = wanted.find((type) => !allTypes.includes(type as ObservationType));
    if (unknown !== undefined) {
      const shown = unknown.replace(/[^\x20-\x7e]/g, "?").slice(0, 40);
      return {
        status: 400,
        text: `unknown type '${shown}'${didYouMean(unknown, allTypes)} (known: ${allTypes.join(", ")})`,
      };
    }
    if (this.closed || this.readers.size >= MAX_CLIENTS)
      return { status: 503, text: `${this.readers.size} readers are connected already` };
    const reader = new EventReader((ended) => this.readers.delete(ended));
    this.readers.add(reader);
    return reader.start(this.observations, [...new Set(wanted as ObservationType[])]);
  }

  /** Ends every stream. */
  close(): void {
    this.closed = true;
    for (const reader of [...this.readers]) reader.end();
  }
}

class EventReader {
  private readonly onEnd: (reader: EventReader) => void;
  private readonly encoder = new TextEncoder();
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private unsubscribe: () => void = () => {};
  private heartbeat: NodeJS.Timeout | undefined;
  private lost = 0;

  constructor(onEnd: (reader: EventReader) => void) {
    this.onEnd = onEnd;
  }

  start(observations: ObservationStream, types: readonly ObservationType[]): ReadableStream<Uint8Array> {
    const source = {
      start: (controller: ReadableStreamDefaultController<Uint8Array>) => {
        this.controller = controller;
        this.enqueue(": observations of this server, one event each\n\n");
        this.unsubscribe = observations.subscribe(types, (observation) => this.tell(observation));
        this.heartbeat = setInterval(() => this.enqueue(":\n\n"), HEARTBEAT_MS).unref();
      },
      cancel: () => this.release(),
    };
    return new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING }));
  }

  end(): void {
    const { controller } = this;
    this.release();
    controller?.close();
  }

  private tell(observation: Observation): void {
    if (this.lost > 0 && this.enqueue(`event: lost\ndata: {"count":${this.lost}}\n\n`)) this.lost = 0;
    const { type, ...rest } = observation;
    if (!this.enqueue(`event: ${type}\ndata: ${plainJson(rest)}\n\n`)) this.lost++;
  }

  private enqueue(text: string): boolean {
    const { controller } = this;
    if (controller === null || (controller.desiredSize ?? 0) <= 0) return false;
    controller.enqueue(this.encoder.encode(text));
    return true;
  }

  private release(): void {
    if (this.controller === null) return;
    this.controller = null;
    this.unsubscribe();
    clearInterval(this.heartbeat);
    this.onEnd(this);
  }
}
