/** Which codes belong beside a code. */

import { CATALOGUE_CODES, type CatalogueCode, CONFUSED_PAIRS, responseClass } from "../catalogue/mod.ts";
import { codeOf } from "./addresses.ts";

/** The codes people take for this one, then its neighbours in its class. */
export function relatedCodes(code: CatalogueCode): readonly CatalogueCode[] {
  const confused = CONFUSED_PAIRS.flatMap((pair) => {
    const [a = "", b = ""] = pair.split("-vs-");
    const others = [codeOf(a), codeOf(b)];
    return others.includes(code) ? others.filter((each) => each !== null && each !== code) : [];
  });
  return [...new Set([...(confused as CatalogueCode[]), ...neighbours(code)])];
}

/** Up to two on each side, of the same class. */
function neighbours(code: CatalogueCode): readonly CatalogueCode[] {
  const same = CATALOGUE_CODES.filter((each) => responseClass(each) === responseClass(code));
  const at = same.indexOf(code);
  return same.slice(Math.max(0, at - 2), at + 3).filter((each) => each !== code);
}
