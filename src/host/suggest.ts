/** Longest text compared: a suggestion for more than a name is no help, and the table grows with its square. */
const MAX_LENGTH = 64;

/**
 * The candidate a person most likely meant by `text`: nearest in edits (insert, drop, replace, swap neighbours), no
 * further than a third of its length and never so far that little of the word is left. Null when none is near.
 */
export function suggest(text: string, candidates: Iterable<string>): string | null {
  if (text.length > MAX_LENGTH) return null;
  const wanted = text.toLowerCase();
  let best: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    const most = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (distance < nearest && distance <= most && distance < candidate.length) {
      best = candidate;
      nearest = distance;
    }
  }
  return best;
}

/** `; did you mean 'candidate'?`, or nothing. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  const near = suggest(text, candidates);
  return near === null ? "" : `; did you mean '${near}'?`;
}

/** Edits between two words, swapped neighbours counting once (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
