// Where the runtime lives that package.json pins. Plain JavaScript: read by scripts that run on the machine's own Node.
import { fileURLToPath } from "node:url";

/** The oldest major version of Node that runs the sources. */
export const ENOUGH_NODE = 26;

/** The path of the Node binary that the `node` package installs; it may not exist. */
export function pinnedNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  return fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url));
}
