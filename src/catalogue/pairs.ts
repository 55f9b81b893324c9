/** The pairs people confuse: each has a verdict written by hand in every locale. The lower number stands first. */

// biome-ignore format: read as a table
export const CONFUSED_PAIRS = [
  "180-vs-183", "200-vs-202", "200-vs-600", "200-vs-603", "200-vs-604", "202-vs-603",
  "301-vs-302", "302-vs-305", "302-vs-600",
  "401-vs-403", "401-vs-407", "403-vs-603", "404-vs-410", "404-vs-480", "404-vs-604",
  "408-vs-480", "408-vs-487", "408-vs-504", "480-vs-486", "481-vs-487", "486-vs-600", "486-vs-603", "487-vs-603", "488-vs-606",
  "500-vs-503", "502-vs-503", "503-vs-504",
  "600-vs-603", "603-vs-607", "603-vs-608", "607-vs-608",
] as const;

export type ConfusedPair = (typeof CONFUSED_PAIRS)[number];
