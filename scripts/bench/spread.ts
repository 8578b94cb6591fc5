/** Over several runs, to four digits. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const round = (value: number): number => Number(value.toPrecision(4));
  return { median: round(sorted[Math.floor(sorted.length / 2)] ?? 0), least: round(sorted[0] ?? 0), most: round(sorted.at(-1) ?? 0) };
}
