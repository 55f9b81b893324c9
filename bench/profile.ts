/**
 * node scripts/run.mjs bench/profile.ts FILE.cpuprofile [LINES]: where a server spent its time, function by function, by
 * their own time and with all they called. `npm run bench -- register --noisy --profile DIR` makes such files.
 */
import { readFileSync } from "node:fs";

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Microseconds a function took by itself, and with what it called. */
export interface FunctionTime {
  readonly place: string;
  readonly own: number;
  readonly total: number;
}

const ROOT = new URL("..", import.meta.url).href;

/** What functions took, by their own time; idling is left out. */
export function functionTimes({ nodes, samples, timeDeltas }: Profile): FunctionTime[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sampled = new Map<number, number>();
  for (const [i, id] of samples.entries()) sampled.set(id, (sampled.get(id) ?? 0) + (timeDeltas[i] ?? 0));
  const times = new Map<string, { place: string; own: number; total: number }>();
  /** A function that calls itself counts once: only its outermost call adds to the total. */
  const visit = (node: ProfileNode, above: ReadonlySet<string>): number => {
    const place = placeOf(node);
    const own = sampled.get(node.id) ?? 0;
    let total = own;
    const here = above.has(place) ? above : new Set([...above, place]);
    for (const child of node.children ?? []) total += visit(byId.get(child)!, here);
    const time = times.get(place) ?? { place, own: 0, total: 0 };
    time.own += own;
    if (!above.has(place)) time.total += total;
    times.set(place, time);
    return total;
  };
  visit(nodes[0]!, new Set());
  return [...times.values()].filter(({ place }) => !/^\((idle|root)\)/.test(place)).sort((a, b) => b.own - a.own);
}

function placeOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const name = functionName === "" ? "(anonymous)" : functionName;
  return url === "" ? name : `${name} ${url.replace(ROOT, "")}:${lineNumber + 1}`;
}

if (import.meta.main) {
  const [file, lines = "40"] = process.argv.slice(2);
  if (file === undefined) {
    process.stderr.write("usage: bench/profile.ts FILE.cpuprofile [LINES]\n");
    process.exit(2);
  }
  const times = functionTimes(JSON.parse(readFileSync(file, "utf8")) as Profile);
  const all = times.reduce((sum, { own }) => sum + own, 0);
  const percent = (time: number): string => `${((time / all) * 100).toFixed(1).padStart(5)} %`;
  process.stdout.write("    own     total\n");
  for (const { place, own, total } of times.slice(0, Number(lines)))
    process.stdout.write(`${percent(own)}  ${percent(total)}  ${place}\n`);
}
