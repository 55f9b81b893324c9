/** Files the pages need. Their names hold a hash of what is in them, so a browser may keep them for ever. */

import { portableHash } from "../kernel/mod.ts";
import { toOctets } from "../syntax/mod.ts";
import { iconFile } from "./icons.ts";
import { style } from "./style/style.ts";

export type AssetName = "style" | "icon" | "theme" | "page";

/** Browser code as text, ready to be served: the names are those of the files in `elements/`. */
export type Scripts = Readonly<Record<"theme" | "search" | "picker" | "copy" | "widgets", string>>;

export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** The first 16 hexadecimal digits of the SHA-256 of a text. */
export function digest(text: string): string {
  return portableHash.sha256(toOctets(text)).slice(0, 16);
}

const SCRIPT_TYPE = "text/javascript; charset=utf-8";

export class Assets {
  /** Where each lies. */
  readonly paths: Readonly<Record<AssetName, string>>;
  /** By path. */
  readonly files: ReadonlyMap<string, Asset>;

  constructor({ theme, search, picker, copy }: Scripts) {
    // Each element is a script without imports: in a block of its own its names stay its own.
    const page = [search, picker, copy].map((each) => `{\n${each.trim()}\n}\n`).join("");
    const named = {
      style: ["style", "css", { type: "text/css; charset=utf-8", body: style }],
      icon: ["icon", "svg", { type: "image/svg+xml", body: iconFile }],
      theme: ["theme", "js", { type: SCRIPT_TYPE, body: theme }],
      page: ["page", "js", { type: SCRIPT_TYPE, body: page }],
    } as const;
    const files = new Map<string, Asset>();
    const path = (name: AssetName): string => {
      const [stem, extension, asset] = named[name];
      const at = `/assets/${stem}-${digest(asset.body)}.${extension}`;
      files.set(at, asset);
      return at;
    };
    this.paths = { style: path("style"), icon: path("icon"), theme: path("theme"), page: path("page") };
    this.files = files;
  }
}
