/**
 * Draws the README's picture: one forked call through the real server in the simulated world, as ladder and call log
 * line. `npm run docs:picture` writes it; test/docs/picture.test.ts fails when it is out of date.
 */
import { writeFileSync } from "node:fs";
import { callLine, type DecidedCall } from "../src/diagnosis/mod.ts";
import { Scene } from "../test/world/scene.ts";

export const PICTURE = new URL("../docs/images/call.svg", import.meta.url);

const LINE = 19;
const CHARACTER = 8.43;
const PADDING = 22;

/** The lines of the picture: what the world played and what the server said of it. */
export function playedLines(): string[] {
  const scene = new Scene({ seed: 1 });
  scene.registered("desk", "180@120ms", { user: "bob" });
  scene.registered("laptop", "200@0s", { user: "bob", protocol: "WS" }).host.crash();
  scene.registered("mobile", "180@300ms+603@3400ms", { user: "bob" });
  scene.world.run(100);
  scene.phone("alice").invite("sip:bob@example.com");
  scene.settle();
  const decided = scene.observations.find((each): each is DecidedCall => each.type === "decided");
  if (decided === undefined) throw new Error("the call was not decided");
  const ladder = scene.world.ladder().trimEnd().split("\n");
  const header = ladder[0] as string;
  const call = ladder.slice(1).filter((line) => !line.includes("REGISTER"));
  return [header, ...call, "", `ringback: ${callLine(decided)}`].map((line) => line.trimEnd());
}

/** The lines as an SVG in a monospaced face that follows the reader's light or dark scheme. */
export function drawPicture(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * CHARACTER + 2 * PADDING);
  const height = lines.length * LINE + 2 * PADDING;
  const rows = lines.map((line, i) => {
    const y = PADDING + (i + 1) * LINE - 5;
    return `<text x="${PADDING}" y="${y}" class="${classOf(line, i)}" xml:space="preserve">${escaped(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A forked call through Ringback, and the line it says about it">
<style>
rect{fill:#fbfaf7;stroke:#d9d5cb}text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#3a3935}
.who{font-weight:700;fill:#1f1e1b}.bad{fill:#b3261e}.ring{fill:#8a6100}.stop{fill:#6b5b95}.says{font-weight:700;fill:#0b6b4f}
@media(prefers-color-scheme:dark){rect{fill:#1c1b19;stroke:#3b3935}text{fill:#cfcbc2}.who{fill:#f4f1ea}.bad{fill:#ff8a80}.ring{fill:#e6b84f}.stop{fill:#b7a6e6}.says{fill:#5fd3a8}}
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>
${rows.join("\n")}
</svg>
`;
}

function classOf(line: string, index: number): string {
  if (index === 0) return "who";
  if (line.startsWith("ringback:")) return "says";
  if (/ [3-6]\d\d /.test(line)) return "bad";
  if (/ 1\d\d /.test(line)) return "ring";
  return /CANCEL/.test(line) ? "stop" : "";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

if (import.meta.main) writeFileSync(PICTURE, drawPicture(playedLines()));
