/** `npm run docs:rooms`: prints the list of rooms into docs/architecture.md, between its two markers. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Room, rooms } from "../../src/rooms.ts";

export const PAGE = fileURLToPath(new URL("../../docs/architecture.md", import.meta.url));
const BEGIN = "<!-- rooms: written by `npm run docs:rooms` from src/rooms.ts -->";
const END = "<!-- /rooms -->";

/** The page with the list of rooms between the markers brought up to date. Throws when a marker is missing. */
export function withRooms(page: string, list: readonly Room[]): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`docs/architecture.md needs the lines ${BEGIN} and ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n${table(list)}\n${page.slice(end)}`;
}

function table(list: readonly Room[]): string {
  const rows = list.map((room) => [`\`${room.name}\``, room.about, room.mayNot, reach(room)]);
  const lines = [["room", "holds", "may not", "reaches"], ["---", "---", "---", "---"], ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function reach(room: Room): string {
  const places = { none: [], browser: ["the browser"], node: ["Node"] }[room.touches];
  const never = (room.not ?? []).map((name) => `never \`${name}\``);
  const all = [...places, ...room.packages.map((name) => `\`${name}\``), ...never];
  return all.length === 0 ? "nothing outside" : all.join(", ");
}

if (import.meta.main) writeFileSync(PAGE, withRooms(readFileSync(PAGE, "utf8"), rooms));
