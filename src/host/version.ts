import { readFileSync } from "node:fs";

/** The version in this package's package.json, which lies as far above the built files as above the sources. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return version;
}
