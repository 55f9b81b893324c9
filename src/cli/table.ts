/** Rows under a heading, each column as wide as its widest field; the last one is not padded. */
export function columns(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, ...rows];
  const widths = heading.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  return lines
    .map((line) =>
      line.map((field, i) => (i === line.length - 1 ? field : field.padEnd(widths[i] as number))).join("  "),
    )
    .join("\n");
}
