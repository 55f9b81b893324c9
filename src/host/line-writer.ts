import { write } from "node:fs";

/** Octets waiting for a slow reader before lines are thrown away (and counted). */
const MAX_WAITING = 1024 * 1024;
/** Octets made room for with the first line. */
const FIRST_SIZE = 4096;
/** Lines of one moment leave in one write. */
const BATCH_MS = 50;
/** A descriptor that is full for now is tried again after so many milliseconds. */
const FULL_MS = 20;
/** How long `close` waits for a reader that takes nothing. */
const CLOSE_MS = 1000;

type Write = (
  descriptor: number,
  octets: Buffer,
  offset: number,
  done: (error: NodeJS.ErrnoException | null, written: number) => void,
) => void;

const systemWrite: Write = (descriptor, octets, offset, done) => {
  write(descriptor, octets, offset, octets.length - offset, null, done);
};

/**
 * Lines to a file descriptor, never waiting for its reader. Node's own `process.stdout` blocks the whole process while a
 * pipe is full, so that a paused `| less` would stop every call; this one throws lines away instead and says how many.
 */
export class LineWriter {
  private readonly descriptor: number;
  private readonly system: Write;
  /** Lines as octets from the start: hundreds of texts kept for a while, and joined, are dearer to the collector. */
  private waiting: Buffer = Buffer.alloc(0);
  private length = 0;
  private lost = 0;
  private timer: NodeJS.Timeout | null = null;
  private busy = false;
  private broken = false;
  private onIdle: (() => void) | null = null;

  constructor(descriptor: number, system: Write = systemWrite) {
    this.descriptor = descriptor;
    this.system = system;
  }

  /** Takes one line (without its line feed) and returns at once. */
  line(text: string): void {
    if (this.broken) return;
    if (this.length > MAX_WAITING) {
      this.lost++;
      return;
    }
    if (this.lost > 0) {
      this.add(`(${this.lost} lines lost: the reader is too slow)\n`);
      this.lost = 0;
    }
    this.add(`${text}\n`);
    if (this.timer === null && !this.busy) this.timer = setTimeout(this.flush, BATCH_MS);
  }

  /** Writes what waits, now. Resolves when it has left, when the reader is gone, or after a second. */
  close(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.flush();
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => {
      const late = setTimeout(resolve, CLOSE_MS);
      this.onIdle = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  private add(line: string): void {
    const most = 3 * line.length; // octets of UTF-8
    if (this.length + most > this.waiting.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(FIRST_SIZE, 2 * (this.length + most)));
      this.waiting.copy(larger, 0, 0, this.length);
      this.waiting = larger;
    }
    this.length += this.waiting.write(line, this.length, "utf8");
  }

  private readonly flush = (): void => {
    this.timer = null;
    if (this.busy || this.length === 0) return;
    const octets = this.waiting.subarray(0, this.length);
    this.waiting = Buffer.alloc(0); // the system reads this one now
    this.length = 0;
    this.busy = true;
    this.send(octets, 0);
  };

  private send(octets: Buffer, offset: number): void {
    this.system(this.descriptor, octets, offset, (error, written) => {
      if (error !== null && (error.code === "EAGAIN" || error.code === "EINTR")) {
        setTimeout(() => this.send(octets, offset), FULL_MS);
      } else if (error !== null) {
        this.broken = true; // EPIPE, a full disk: a log that cannot be written must not disturb the calls
        this.idle();
      } else if (offset + written < octets.length) this.send(octets, offset + written);
      else this.idle();
    });
  }

  private idle(): void {
    this.busy = false;
    if (this.length > 0 && !this.broken) this.flush();
    else this.onIdle?.();
  }
}
