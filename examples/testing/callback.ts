import type { UserAgent } from "ringback/ua";

/**
 * The code under test: calls somebody back who may be busy. Tries again after the seconds of Retry-After, or a minute; gives
 * up at an answer that speaks for every phone, and after `tries`. Returns how often it called.
 */
export async function callBack(agent: UserAgent, target: string, tries: number, wait: (ms: number) => Promise<void>) {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const call = agent.call(target, { ringFor: 30 });
    const { kind, scope, retryAfter } = await call.outcome;
    if (kind === "answered" || scope === "everywhere") return attempt;
    if (attempt < tries) await wait((retryAfter ?? 60) * 1000);
  }
  return tries;
}
