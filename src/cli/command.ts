import { Command, CommanderError } from "commander";
import { withoutControls } from "../syntax/mod.ts";

/** What a command ends with: 0 yes or done, 1 the answer is no, 2 it was called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** Thrown by a command to end with one line on standard error. */
export class Failure extends Error {
  readonly exitCode: 1 | 2;

  constructor(exitCode: 1 | 2, text: string) {
    super(text);
    this.exitCode = exitCode;
  }
}

/** Thrown by a command that has printed its answer, when the answer is no: ends with exit code 1 and without a word. */
export class Answer extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super("");
    this.exitCode = exitCode;
  }
}

/** A command that prints its own help and leaves errors to {@link run}. Subcommands made with `.command()` inherit this. */
export function createCommand(name: string, description: string): Command {
  return new Command(`ringback ${name}`)
    .description(description)
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .allowExcessArguments(false);
}

/** Collects a flag that may repeat. */
export function repeated(value: string, before: string[] | undefined): string[] {
  if (before === undefined) return [value];
  before.push(value);
  return before;
}

/** Parses `args`, runs the command and returns its exit code; whatever went wrong is one line on standard error. */
export async function run(command: Command, args: readonly string[]): Promise<ExitCode> {
  try {
    await command.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof Answer) return error.exitCode;
    if (error instanceof Failure) return fail(command.name(), error.exitCode, error.message);
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return 0;
    if (error.code === "commander.help")
      return fail(command.name(), 2, `say which: ${command.commands.map((each) => each.name()).join(", ")}`);
    return fail(command.name(), 2, usageText(error.message));
  }
}

/** One line on standard error that begins with the command's name. */
export function fail(name: string, exitCode: 1 | 2, text: string): ExitCode {
  process.stderr.write(`${name}: ${withoutControls(text).replace(/[\t\n\r]+/g, " ")}\n`);
  return exitCode;
}

/** Commander's two lines (what is wrong; what was meant) as one. */
function usageText(message: string): string {
  const [first = "", second = ""] = message.replace(/^error: /, "").split("\n");
  const meant = /^\(Did you mean (?:one of )?(.+?)\?\)$/.exec(second);
  return meant === null ? first : `${first}; did you mean '${(meant[1] as string).split(", ")[0]}'?`;
}
