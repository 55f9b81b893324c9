import type { Command } from "commander";
import { Header } from "../syntax/mod.ts";
import { type AgentFlags, agentCommand, askOnce } from "./agent.ts";

/** `ringback options URI`. */
export function command(): Command {
  return agentCommand(
    "options",
    "Ask somebody what they can (OPTIONS): whether they are there, and their methods and extensions.",
  )
    .argument("<uri>", "whom to ask, as sip:example.com")
    .addHelpText(
      "after",
      `
Exit code: 0 answered with a 2xx, 1 not, 2 called wrongly.

Examples:
  ringback options sip:localhost --user alice --password secret
  ringback options sip:bob@192.0.2.7 --transport tcp --json`,
    )
    .action((uri: string, flags: AgentFlags) =>
      askOnce(uri, flags, {
        begin: "asking",
        ask: ({ agent, target, interrupted }) => agent.options(target, { signal: interrupted }),
        extra: ({ response }) => {
          if (response === null) return {};
          const list = (header: (typeof Header)[keyof typeof Header]): string[] =>
            response.values(header).map((value) => value.trim());
          return {
            allow: list(Header.Allow),
            supported: list(Header.Supported),
            accept: list(Header.Accept),
            server: response.value(Header.Server) ?? response.value(Header.UserAgent) ?? null,
          };
        },
      }),
    );
}
