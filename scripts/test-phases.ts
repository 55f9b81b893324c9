/** Several runs of node's test runner, one after the other, reported as one. */
import type { EventData } from "node:test";
import type { TestEvent } from "node:test/reporters";

/** Starts one run and yields its events. */
export type Phase = () => AsyncIterable<TestEvent>;

/**
 * The events of all phases under one summary: what each run ends with (lines like `pass 12`, and the event on which a
 * reporter lists the failures) is held back and added up. Returns whether every run succeeded.
 */
export async function* oneSummary(phases: readonly Phase[]): AsyncGenerator<TestEvent, boolean> {
  const totals = new Map<string, number>();
  let summary: EventData.TestSummary | null = null;
  for (const phase of phases) {
    for await (const event of phase()) {
      const line = summaryLine(event);
      if (line !== null) totals.set(line.word, (totals.get(line.word) ?? 0) + line.amount);
      else if (event.type === "test:summary" && event.data.file === undefined) summary = sum(summary, event.data);
      else yield event;
    }
  }
  for (const [word, amount] of totals) {
    yield { type: "test:diagnostic", data: { nesting: 0, message: `${word} ${Math.round(amount)}`, level: "info" } };
  }
  if (summary === null) return false;
  yield { type: "test:summary", data: summary };
  return summary.success;
}

function summaryLine(event: TestEvent): { word: string; amount: number } | null {
  if (event.type !== "test:diagnostic" || event.data.file !== undefined) return null;
  const [, word, amount] = /^(\w+) ([\d.]+)$/.exec(event.data.message) ?? [];
  return word === undefined ? null : { word, amount: Number(amount) };
}

function sum(a: EventData.TestSummary | null, b: EventData.TestSummary): EventData.TestSummary {
  if (a === null) return b;
  const before: Partial<Record<string, number>> = a.counts;
  const counts = Object.entries(b.counts).map(([name, count]) => [name, (before[name] ?? 0) + count]);
  return {
    ...b,
    success: a.success && b.success,
    duration_ms: a.duration_ms + b.duration_ms,
    counts: Object.fromEntries(counts),
  };
}
