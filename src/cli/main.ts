#!/usr/bin/env node
import type { Command } from "commander";
import type { ExitCode } from "./command.ts";

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: () => Command }>;
}

/** Commands are loaded when they are asked for: `serve` needs the whole stack, `user list` only the store. */
const commands: Readonly<Record<string, Entry>> = {
  serve: { summary: "run the SIP server: registrar, forking proxy, redirect server", load: () => import("./serve.ts") },
  explain: { summary: "explain a response code, phrase, cause or pasted line", load: () => import("./explain.ts") },
  compare: { summary: "compare two response codes", load: () => import("./compare.ts") },
  site: { summary: "write the reference as a web site of plain files", load: () => import("./site.ts") },
  call: { summary: "call somebody, and say why it ended as it did", load: () => import("./call.ts") },
  options: { summary: "ask somebody what they can", load: () => import("./options.ts") },
  message: { summary: "send a text", load: () => import("./message.ts") },
  dial: { summary: "list the names of dial-a-code", load: () => import("./dial.ts") },
  register: { summary: "register with a server, and say what it bound", load: () => import("./register.ts") },
  subscribe: { summary: "subscribe to somebody's state and show it", load: () => import("./subscribe.ts") },
  transfer: { summary: "call somebody and have them call somebody else", load: () => import("./transfer.ts") },
  user: { summary: "add, list, remove and import the server's users", load: () => import("./user.ts") },
};

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: ringback COMMAND [options]\n\nSIP that explains itself.\n\nCommands:\n${lines.join("\n")}\n\nringback COMMAND --help tells more about each.\n`;
}

async function version(): Promise<string> {
  const { packageVersion } = await import("../host/mod.ts");
  return `${packageVersion()}\n`;
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const [name = "--help", ...rest] = args;
  if (name === "--help" || name === "-h" || (name === "help" && rest.length === 0)) {
    process.stdout.write(help());
    return 0;
  }
  if (name === "--version" || name === "-V") {
    process.stdout.write(await version());
    return 0;
  }
  const wanted = name === "help" ? (rest[0] as string) : name;
  const entry = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
  const { fail, run } = await import("./command.ts");
  if (entry === undefined) {
    const { didYouMean } = await import("../host/mod.ts");
    const what = wanted.startsWith("-") ? "option" : "command";
    const near = didYouMean(wanted, Object.keys(commands));
    return fail(
      "ringback",
      2,
      `unknown ${what} '${wanted.slice(0, 60)}'${near === "" ? "; ringback --help lists all" : near}`,
    );
  }
  const { command } = await entry.load();
  return await run(command(), name === "help" ? ["--help"] : rest);
}

process.stdout.on("error", () => process.exit(1)); // whoever read this has gone (`| head`)
process.exit(await main(process.argv.slice(2)));
