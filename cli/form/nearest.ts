/** The known name that `asked` was probably meant to be: at most a third of its letters away; undefined when none is. */
export function nearest(asked: string, known: Iterable<string>): string | undefined {
  let [best, least]: [string | undefined, number] = [undefined, Math.max(2, Math.ceil(asked.length / 3)) + 1];
  for (const name of known) {
    const away = distance(asked.toLowerCase(), name.toLowerCase());
    if (away < least) [best, least] = [name, away];
  }
  return best;
}

/** ` (có phải “x”?)`, or nothing. */
export function meant(asked: string, known: Iterable<string>): string {
  const name = nearest(asked, known);
  return name === undefined ? '' : ` (có phải “${name}”?)`;
}

/** Levenshtein's distance: letters to put in, take out or change. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 12) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? Infinity;
}
