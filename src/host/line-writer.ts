import { write } from "node:fs";

/** Octets waiting for a slow reader before lines are thrown away (and counted). */
const MAX_WAITING = 1024 * 1024;
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
  private waiting = "";
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
    if (this.waiting.length > MAX_WAITING) {
      this.lost++;
      return;
    }
    if (this.lost > 0) {
      this.waiting += `(${this.lost} lines lost: the reader is too slow)\n`;
      this.lost = 0;
    }
    this.waiting += `${text}\n`;
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

  private readonly flush = (): void => {
    this.timer = null;
    if (this.busy || this.waiting === "") return;
    const octets = Buffer.from(this.waiting, "utf8");
    this.waiting = "";
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
    if (this.waiting !== "" && !this.broken) this.flush();
    else this.onIdle?.();
  }
}
