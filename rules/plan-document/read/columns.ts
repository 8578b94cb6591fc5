import type { PlanTable, PlanTableColumn, PlanTableRow } from '../../../domain/plan.ts';

const headed = ({ columns }: PlanTable, heading: RegExp): readonly PlanTableColumn[] => columns.filter(({ kind, label }) => kind === 'text' && heading.test(label));

export const timeColumns = (table: PlanTable): readonly PlanTableColumn[] => headed(table, /^thời gian/iu);
export const leadColumn = (table: PlanTable): PlanTableColumn | undefined => headed(table, /chủ trì/iu)[0];
export const coordinatingColumn = (table: PlanTable): PlanTableColumn | undefined => headed(table, /phối hợp/iu)[0];
export const appraisalColumn = (table: PlanTable): PlanTableColumn | undefined => headed(table, /thẩm định/iu)[0];
export const nameColumn = (table: PlanTable): PlanTableColumn | undefined => headed(table, /^(tên|nội dung)/iu)[0];

/** `I.14 Sở Khoa học và Công nghệ`: the row's number below those of its groups, and its first words. */
export function rowLabel(table: PlanTable, row: PlanTableRow): string {
  const words = Object.values(row.cells).find((cell) => typeof cell === 'string');
  return [numberIn(table, row), typeof words === 'string' ? shortened(words) : ''].join(' ').trim();
}

function numberIn({ rows }: PlanTable, row: PlanTableRow): string {
  const steps = [row];
  for (let parent = row.parent; parent !== undefined && steps.length <= rows.length; parent = steps[0]?.parent) {
    const above = rows.find(({ id }) => id === parent);
    if (!above) break;
    steps.unshift(above);
  }
  const own = bare(row.number ?? row.id);
  return own.includes('.') ? own : [...steps.slice(0, -1).flatMap(({ number }) => (number === undefined ? [] : [bare(number)])), own].join('.');
}

/** A printed number without the mark behind it. */
function bare(number: string): string {
  return number.trim().replace(/[.)/]+$/u, '');
}

function shortened(words: string): string {
  return words.length <= 80 ? words : `${words.slice(0, 79).trimEnd()}…`;
}
