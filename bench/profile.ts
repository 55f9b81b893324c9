/**
 * node scripts/run.mjs bench/profile.ts FILE.cpuprofile [LINES]: where a server spent its own time, function by function.
 * `npm run bench -- register --noisy --profile DIR` makes such files.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const ROOT = new URL("..", import.meta.url).href;

/** Microseconds by `function file:line`, the largest first; idling is left out. */
export function selfTimes({ nodes, samples, timeDeltas }: Profile): [place: string, microseconds: number][] {
  const places = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName === "" ? "(anonymous)" : functionName} ${url.replace(ROOT, "")}:${lineNumber + 1}`,
    ]),
  );
  const times = new Map<string, number>();
  for (const [i, sample] of samples.entries()) {
    const place = places.get(sample) ?? "?";
    if (!place.startsWith("(idle)")) times.set(place, (times.get(place) ?? 0) + (timeDeltas[i] ?? 0));
  }
  return [...times].sort(([, a], [, b]) => b - a);
}

if (import.meta.main) {
  const [file, lines = "30"] = process.argv.slice(2);
  if (file === undefined) {
    process.stderr.write(`usage: ${fileURLToPath(import.meta.url)} FILE.cpuprofile [LINES]\n`);
    process.exit(2);
  }
  const times = selfTimes(JSON.parse(readFileSync(file, "utf8")) as Profile);
  const all = times.reduce((sum, [, time]) => sum + time, 0);
  for (const [place, time] of times.slice(0, Number(lines)))
    process.stdout.write(`${((time / all) * 100).toFixed(1).padStart(5)} %  ${place}\n`);
}
