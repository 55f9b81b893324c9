/** The command line: one file per command. `main.ts` is the entry. */

export { type ExitCode, Failure, run } from "./command.ts";
