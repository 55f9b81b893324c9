/** What every phone of the test page can, whichever library it is made of. */

export interface PhoneAccount {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly webSocket: string;
}

/** What a phone does with calls: answers, rings until told otherwise, or turns them down with a code. */
export type Manner = "answer" | "ring" | number;

export interface PagePhone {
  readonly library: string;
  readonly uri: string;
  manner: Manner;
  /** Calls in both directions, oldest first. */
  readonly calls: PageCall[];
  call(target: string): PageCall;
  close(): Promise<void>;
}

export type CallState = "setup" | "established" | "ended";

/** Codes with which a call that was not established ended; 0 where the library names none. */
export abstract class PageCall {
  state: CallState = "setup";
  code = 0;
  /** Which way the peer's description lets media flow, as last told; "" before. */
  held = "";
  private watchers: (() => void)[] = [];

  abstract readonly connection: RTCPeerConnection | null;
  abstract hangUp(): Promise<void>;
  abstract hold(): Promise<void>;
  abstract resume(): Promise<void>;
  /** Blind transfer; resolves with the final code that the transferee's new call had. */
  abstract transfer(target: string): Promise<number>;

  enter(state: CallState, code = this.code): void {
    if (this.state === "ended") return;
    this.state = state;
    this.code = code;
    this.changed();
  }

  changed(): void {
    for (const watcher of [...this.watchers]) watcher();
  }

  /** Resolves when `condition` holds; rejects after `limitMs` with what was waited for. */
  until(condition: () => boolean, what: string, limitMs = 15_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => done(new Error(`waited for ${what}: ${this.state} ${this.code}`)), limitMs);
      const done = (error?: Error): void => {
        clearTimeout(limit);
        this.watchers = this.watchers.filter((each) => each !== check);
        if (error === undefined) resolve();
        else reject(error);
      };
      const check = (): void => {
        if (condition()) done();
        else if (this.state === "ended") done(new Error(`waited for ${what}, but it ended with ${this.code}`));
      };
      this.watchers.push(check);
      check();
    });
  }

  established(): Promise<void> {
    return this.until(() => this.state === "established", "the answer");
  }

  ended(limitMs?: number): Promise<void> {
    return this.until(() => this.state === "ended", "the end", limitMs);
  }

  /** Audio packets received and sent so far. */
  async packets(): Promise<{ received: number; sent: number }> {
    const counted = { received: 0, sent: 0 };
    for (const report of (await this.connection?.getStats())?.values() ?? []) {
      if (report.type === "inbound-rtp" && report.kind === "audio") counted.received += report.packetsReceived;
      if (report.type === "outbound-rtp" && report.kind === "audio") counted.sent += report.packetsSent;
    }
    return counted;
  }

  /** Resolves when `more` further audio packets have come in. */
  async hears(more = 20, limitMs = 10_000): Promise<number> {
    const { received: before } = await this.packets();
    const latest = performance.now() + limitMs;
    for (;;) {
      const { received } = await this.packets();
      if (received >= before + more) return received - before;
      if (performance.now() > latest) throw new Error(`${received - before} audio packets in ${limitMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
