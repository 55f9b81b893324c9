/** Warning codes: why a session description did not suit (RFC 3261 §20.43). */

import type { Source } from "./source.ts";

export interface WarningCode {
  readonly code: number;
  readonly text: string;
  readonly reference: Source;
}

function warning(code: number, text: string, reference: Source): WarningCode {
  return Object.freeze({ code, text, reference });
}

/** Every registered warning code, ascending. */
export const warningCodes: readonly WarningCode[] = Object.freeze([
  warning(300, "Incompatible network protocol", "RFC 3261 §20.43"),
  warning(301, "Incompatible network address formats", "RFC 3261 §20.43"),
  warning(302, "Incompatible transport protocol", "RFC 3261 §20.43"),
  warning(303, "Incompatible bandwidth units", "RFC 3261 §20.43"),
  warning(304, "Media type not available", "RFC 3261 §20.43"),
  warning(305, "Incompatible media format", "RFC 3261 §20.43"),
  warning(306, "Attribute not understood", "RFC 3261 §20.43"),
  warning(307, "Session description parameter not understood", "RFC 3261 §20.43"),
  warning(308, "Incompatible language specification", "RFC 8373 §5.2"),
  warning(330, "Multicast not available", "RFC 3261 §20.43"),
  warning(331, "Unicast not available", "RFC 3261 §20.43"),
  warning(370, "Insufficient bandwidth", "RFC 3261 §20.43"),
  warning(380, "SIPS Not Allowed", "RFC 5630 §5.1.2"),
  warning(381, "SIPS Required", "RFC 5630 §5.1.2"),
  warning(399, "Miscellaneous warning", "RFC 3261 §20.43"),
]);
