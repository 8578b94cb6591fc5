import type { Cell } from '../../../domain/plan.ts';

export interface Years {
  readonly from: number;
  readonly to: number;
}

/** The years that a text is about: `Năm 2019`, `2021 - 2025`, `Tháng 3/2019`; undefined when it names none. */
export function yearsOf(cell: Cell | undefined): Years | undefined {
  if (typeof cell !== 'string') return undefined;
  const years = [...cell.matchAll(/(?<!\d)20\d\d(?!\d)/gu)].map(([year]) => Number(year));
  return years.length === 0 ? undefined : { from: Math.min(...years), to: Math.max(...years) };
}

export function isOneYear(cell: Cell | undefined): boolean {
  const years = yearsOf(cell);
  return years !== undefined && years.from === years.to;
}
