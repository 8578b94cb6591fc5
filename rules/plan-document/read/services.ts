import type { PlanTable, PlanTableColumn } from '../../../domain/plan.ts';

/** The three figures about services of one level: how many there are, how many had records, how many records. */
export interface ServiceColumns {
  readonly services: PlanTableColumn;
  readonly used: PlanTableColumn;
  readonly records: PlanTableColumn;
}

/** By the level in the headings: `… mức độ 3`, `… mức độ 3 có phát sinh hồ sơ`, `Số lượng hồ sơ … mức độ 3 …`. */
export function serviceColumns({ kind, columns }: PlanTable): readonly ServiceColumns[] {
  if (kind !== 'services') return [];
  const levels = new Set(columns.flatMap(({ label }) => /mức độ (\d)/u.exec(label)?.[1] ?? []));
  return [...levels].flatMap((level) => {
    const ofLevel = columns.filter(({ label }) => label.includes(`mức độ ${level}`));
    const records = ofLevel.find(({ label }) => /^số lượng hồ sơ/iu.test(label));
    const used = ofLevel.find((column) => column !== records && /phát sinh hồ sơ/iu.test(column.label));
    const services = ofLevel.find((column) => column !== records && column !== used);
    return services && used && records ? [{ services, used, records }] : [];
  });
}
