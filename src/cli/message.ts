import type { Command } from "commander";
import { type AgentFlags, agentCommand, askOnce } from "./agent.ts";

/** `ringback message URI TEXT`. */
export function command(): Command {
  return agentCommand("message", "Send a text (MESSAGE, RFC 3428) and say what became of it.")
    .argument("<uri>", "to whom, as sip:bob@example.com")
    .argument("<text...>", "the text")
    .addHelpText(
      "after",
      `
Exit code: 0 taken, 1 not, 2 called wrongly.

Examples:
  ringback message sip:bob@localhost "Lunch?" --user alice --password secret`,
    )
    .action((uri: string, words: readonly string[], flags: AgentFlags) =>
      askOnce(uri, flags, {
        begin: "sending",
        ask: ({ agent, target, interrupted }) => agent.message(target, words.join(" "), { signal: interrupted }),
      }),
    );
}
