import type { Command } from "commander";
import { dialList } from "../lab/mod.ts";
import { printJson, printLines, terminal } from "./ask.ts";
import { createCommand } from "./command.ts";
import { inkFor, labelled } from "./layout.ts";

interface DialFlags {
  readonly list?: boolean;
  readonly json?: boolean;
}

/** `ringback dial --list`. */
export function command(): Command {
  return createCommand(
    "dial",
    "The names of dial-a-code: what to call at a server that runs with --lab to get any code, delay, fork or fault.",
  )
    .option("--list", "list them (there is nothing else to do)")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExample:\n  ringback serve --lab &\n  ringback call sip:603@localhost --user alice --password …",
    )
    .action((flags: DialFlags) => {
      const entries = dialList();
      if (flags.json === true) {
        printJson({ names: entries });
        return;
      }
      const on = terminal();
      printLines(
        labelled(
          entries.map(({ name, says }) => [name, says]),
          on,
          inkFor("", on.colours),
          0,
        ),
      );
    });
}
