/** SIP-date (RFC 3261 §20.17): RFC 1123 dates, in GMT only. */

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Parses a SIP-date.
 * @returns milliseconds since 1970, or null: another time zone (RFC 4475 §3.1.2.12), a day that the month does not have
 */
export function parseDate(value: string): number | null {
  const match = /^\s*([A-Z][a-z]{2}), (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT\s*$/.exec(value);
  if (match === null) return null;
  const [, weekday = "", day = "", monthName = "", year = "", hour = "", minute = "", second = ""] = match;
  const month = MONTHS.indexOf(monthName);
  if (month < 0 || !DAYS.includes(weekday)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const date = new Date(Date.UTC(2000, month, 1, Number(hour), Number(minute), Number(second)));
  date.setUTCFullYear(Number(year), month, Number(day));
  return date.getUTCDate() === Number(day) ? date.getTime() : null;
}

/** Writes a SIP-date from milliseconds since 1970. */
export function writeDate(time: number): string {
  return new Date(time).toUTCString();
}
