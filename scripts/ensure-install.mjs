// Brings node_modules in line with package-lock.json before `npm start`, `npm test` and `npm run ringback`. Runs on any
// Node >= 20 and on nothing but Node. When everything is there it reads a few small files and starts no process.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ENOUGH_NODE, pinnedNode } from "./pinned-node.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const INSTALL_LIMIT_MS = 10 * 60_000;
const MODULES = join(ROOT, "node_modules");
const LOCK = join(MODULES, ".ringback-installing");

if (staleness() !== null || !existsSync(pinnedNode())) {
  mkdirSync(MODULES, { recursive: true });
  await holdingLock(install);
}

/** Why node_modules does not match the lock file, in words, or null when it does. */
function staleness() {
  const manifest = readJson("package.json");
  const wanted = readJson("package-lock.json")?.packages;
  const present = readJson("node_modules/.package-lock.json")?.packages;
  if (!manifest || !wanted) return "package.json or package-lock.json cannot be read";
  if (!present) return "nothing is installed yet";
  for (const kind of ["dependencies", "devDependencies"]) {
    const named = Object.entries(manifest[kind] ?? {});
    const changed = named.find(([name, range]) => wanted[""]?.[kind]?.[name] !== range);
    if (changed) return `${changed[0]} is not in package-lock.json`;
  }
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = present[path];
    if (!found && optional) continue; // another platform's binary
    if (found?.version !== version || !existsSync(join(ROOT, path, "package.json"))) {
      return `${path.replace(/^.*node_modules\//, "")} ${version} is missing`;
    }
  }
  return null;
}

function install() {
  const reason = staleness();
  if (reason !== null) {
    const began = Date.now();
    say(`installing dependencies (${reason}); the first time this takes about a minute`);
    // --no-save: the lock file decides and is never rewritten. --include: NODE_ENV=production must not drop the pinned Node.
    npm(["install", "--no-save", "--include=dev", "--include=optional"]);
    say(`dependencies installed in ${Math.round((Date.now() - began) / 1000)} s`);
  }
  // An install that ran without scripts leaves the `node` package without its binary, and a later one does not mend it.
  if (!existsSync(pinnedNode())) npm(["rebuild", "node"]);
  checkPinnedNode();
}

function checkPinnedNode() {
  const pinned = pinnedNode();
  if (existsSync(pinned)) {
    const { error, status } = spawnSync(pinned, ["--version"], { stdio: "ignore" });
    if (status !== 0)
      fail(`the pinned Node (${pinned}) does not run on this system: ${error?.message ?? `exit ${status}`}`);
  } else if (Number.parseInt(process.versions.node, 10) >= ENOUGH_NODE) {
    say(`npm did not place the pinned Node (are install scripts off?); using Node ${process.versions.node} instead`);
  } else {
    fail(
      `npm did not place the pinned Node, and Node ${process.versions.node} is too old to run the sources: ` +
        `run \`npm rebuild node --ignore-scripts=false\`, or use Node ${ENOUGH_NODE} or newer`,
    );
  }
}

function npm(args) {
  const command = [...args, "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  // Seconds, not minutes, until an unreachable registry is reported.
  command.push(
    "--fetch-retries=3",
    "--fetch-retry-factor=2",
    "--fetch-retry-mintimeout=500",
    "--fetch-retry-maxtimeout=4000",
  );
  const own = process.env.npm_execpath?.endsWith("npm-cli.js") ? process.env.npm_execpath : null;
  const options = { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: INSTALL_LIMIT_MS };
  const { error, status, signal, stdout, stderr } = own
    ? spawnSync(process.execPath, [own, ...command], options)
    : spawnSync("npm", command, { ...options, shell: process.platform === "win32" });
  if (status === 0) return;
  if (error?.code === "ENOENT") fail("npm is not on the PATH; install Node together with npm");
  if (error?.code === "ETIMEDOUT") fail(`npm ${args[0]} did not end within ${INSTALL_LIMIT_MS / 60_000} minutes`);
  const output = `${stdout ?? ""}\n${stderr ?? ""}`.trim();
  if (output) process.stderr.write(`${output.split("\n").slice(-20).join("\n")}\n`);
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ENOTCACHED)\b/.test(output)) {
    fail("npm cannot reach its registry; dependencies need the network once");
  }
  fail(`npm ${args[0]} failed (${signal ?? error?.message ?? `exit ${status}`})`);
}

/** Runs `work` while no other process installs here: `npm start` and `npm test` may be typed at the same time. */
async function holdingLock(work) {
  const deadline = Date.now() + INSTALL_LIMIT_MS;
  for (let waited = false; !takeLock(); waited = true) {
    if (!waited) say("waiting for another install in this folder to end");
    if (Date.now() > deadline) fail(`another install holds ${LOCK}; remove that file if none is running`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  process.once("exit", () => rmSync(LOCK, { force: true }));
  work();
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") fail(`cannot write to ${MODULES}: ${error.message}`);
    if (!holderLives()) rmSync(LOCK, { force: true });
    return false;
  }
}

function holderLives() {
  try {
    process.kill(Number(readFileSync(LOCK, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), "utf8"));
  } catch {
    return null;
  }
}

function say(line) {
  process.stderr.write(`ringback: ${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
