/** `npm run build`, its last step: the telephone of the page at `/dial` in one file, beside what the compiler left in dist. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";

const DIST = new URL("../dist/", import.meta.url);
const result = await build({
  configFile: false,
  root: fileURLToPath(DIST),
  logLevel: "warn",
  build: {
    write: false,
    rolldownOptions: { input: fileURLToPath(new URL("web/phone/dial.js", DIST)), output: { format: "es" } },
    modulePreload: { polyfill: false },
  },
});
const [output] = [result].flat() as Rolldown.RolldownOutput[];
const chunks = output?.output.filter((each) => each.type === "chunk") ?? [];
if (chunks.length !== 1) throw new Error(`the telephone came out as ${chunks.length} files`);
writeFileSync(new URL("web/phone/dial.bundle.js", DIST), chunks[0]?.code ?? "");
