import { own } from "../kernel/mod.ts";
import { parseUri, type Uri } from "./uri.ts";

/** URIs kept; a server meets the same domains and contacts again and again. */
const MAX_URIS = 4096;
/** Longer ones are rare and would make the cache heavy. */
const MAX_LENGTH = 128;

const known = new Map<string, Uri | null>();

/** As `parseUri`, remembering the URIs met of late: a bounded table that starts anew when it is full. */
export function knownUri(text: string): Uri | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (text.length > MAX_LENGTH) return parseUri(text);
  const kept = own(text);
  const uri = parseUri(kept);
  if (known.size >= MAX_URIS) known.clear();
  known.set(kept, uri);
  return uri;
}
