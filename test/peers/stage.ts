/**
 * A story played by real programs: whatever it starts is ended, whatever it leaves unexplained is shown.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import type { Peer } from "./process.ts";

/** The programs the stories need, and the Debian packages that bring them. */
export const PACKAGES = {
  sipp: "sip-tester",
  baresip: "baresip-core",
  "linphone-daemon": "linphone-cli",
  kamailio: "kamailio",
} as const;

export type ProgramName = keyof typeof PACKAGES;

const EVIDENCE_LINES = 40;

/** One line that says which program is not installed and which package has it; null when all are there. */
export function missing(needs: readonly ProgramName[]): string | null {
  const absent = needs.filter((program) => !installed(program));
  if (absent.length === 0) return null;
  return absent.map((program) => `${program} is not installed (Debian package ${PACKAGES[program]})`).join("; ");
}

function installed(program: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders, "/usr/sbin"].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export class Stage {
  readonly #peers: Peer[] = [];

  /** Takes charge of a peer: its end and its evidence. */
  add<P extends Peer>(peer: P): P {
    this.#peers.push(peer);
    return peer;
  }

  /** The last lines of everyone on stage. */
  evidence(): string {
    return this.#peers
      .map((peer) => {
        const tail = peer.tail(EVIDENCE_LINES);
        return [`--- ${peer.name}: last ${tail.length} lines`, ...tail].join("\n");
      })
      .join("\n");
  }

  /** Runs `play`; an error leaves with everyone's last lines below it. */
  async explain(play: () => Promise<void>): Promise<void> {
    try {
      await play();
    } catch (error) {
      // What a reporter prints is the stack.
      if (error instanceof Error) error.stack = `${error.stack ?? error.message}\n${this.evidence()}\n`;
      throw error;
    }
  }

  /** Ends everyone, the last to enter first. */
  async clear(): Promise<void> {
    for (const peer of this.#peers.splice(0).reverse()) await peer.close();
  }
}

export interface StoryOptions {
  readonly needs: readonly ProgramName[];
  /** Milliseconds after which the story has failed. */
  readonly timeoutMs: number;
}

/** A test with a stage of its own; skipped with the missing package's name when a program is not installed. */
export function story(
  name: string,
  options: StoryOptions,
  play: (stage: Stage, t: TestContext) => Promise<void>,
): void {
  const skip = missing(options.needs) ?? false;
  test(name, { skip, timeout: options.timeoutMs }, async (t) => {
    const stage = new Stage();
    t.after(() => stage.clear());
    await stage.explain(() => play(stage, t));
  });
}

export interface SceneOptions<S> {
  readonly needs: readonly ProgramName[];
  /** Milliseconds after which the opening, and each of the stories, has failed. */
  readonly timeoutMs: number;
  /** Starts everybody. */
  readonly open: (stage: Stage) => Promise<S>;
  /** Called before each story, so that none hears what the one before left unsaid. */
  readonly begin: (scene: S) => void;
}

/** Stories played one after the other by the same programs: starting them takes longer than most stories do. */
export function scene<S>(
  name: string,
  options: SceneOptions<S>,
  stories: Readonly<Record<string, (scene: S) => Promise<void>>>,
): void {
  const skip = missing(options.needs) ?? false;
  describe(name, { skip }, () => {
    const stage = new Stage();
    let opened: S | null = null;
    before(
      () =>
        stage.explain(async () => {
          opened = await options.open(stage);
        }),
      { timeout: options.timeoutMs },
    );
    after(() => stage.clear());
    for (const [title, play] of Object.entries(stories)) {
      test(title, { timeout: options.timeoutMs }, () =>
        stage.explain(async () => {
          if (opened === null) throw new Error("the scene did not open");
          options.begin(opened);
          await play(opened);
        }),
      );
    }
  });
}
