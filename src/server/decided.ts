import type { Kernel, Observation } from "../kernel/mod.ts";
import { addressUri, Header, type Message, parseSipUri } from "../syntax/mod.ts";

type Decided = Extract<Observation, { type: "decided" }>;

/** Tells observers, who want it (`wants.decided`), of the final answer to the request that was to make a dialog. */
export function observeDecided(
  { observations, clock }: Kernel,
  request: Message,
  answer: Pick<Decided, "status" | "phrase" | "decidedBy" | "why" | "afterMs" | "branches">,
): void {
  observations.emit({
    type: "decided",
    at: clock.now(),
    callId: request.callId,
    from: userOf(request, Header.From),
    to: userOf(request, Header.To),
    ...answer,
  });
}

/** The user part a person knows, or the whole URI where there is none. */
function userOf(message: Message, id: typeof Header.From | typeof Header.To): string {
  const text = addressUri(message.value(id) ?? "");
  return parseSipUri(text)?.user ?? text;
}
