// node scripts/run.mjs FILE [ARGUMENT...]: runs a TypeScript file on the pinned Node, whatever Node the machine has.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { ENOUGH_NODE, pinnedNode } from "./pinned-node.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

const runtime = existsSync(pinnedNode()) ? pinnedNode() : process.execPath;
const [file, ...args] = process.argv.slice(2);
if (file === undefined) fail("usage: node scripts/run.mjs FILE [ARGUMENT...]", 2);
if (runtime === process.execPath && Number.parseInt(process.versions.node, 10) < ENOUGH_NODE) {
  fail(`Node ${process.versions.node} is too old and the pinned one is not installed: run \`npm install\` first`, 1);
}
if (process.execve && process.platform !== "win32") {
  // One process: signals, standard streams and the exit status are the program's own.
  process.execve(runtime, [runtime, file, ...args], process.env);
} else {
  follow(spawn(runtime, [file, ...args], { stdio: "inherit" }));
}

function follow(child) {
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // A terminal has already sent Ctrl-C to the child; a second one would cut its shutdown short.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("error", (error) => fail(`cannot run ${runtime}: ${error.message}`, 1));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const each of SIGNALS) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}

function fail(line, code) {
  process.stderr.write(`ringback: ${line}\n`);
  process.exit(code);
}
