import type { PlainDate } from '../../domain/date.ts';
import { quarters, type PlanCalendar, type Quarter } from '../../domain/plan.ts';
import type { Fault } from '../issues.ts';
import type { DataPath } from '../yaml.ts';
import { fault } from './faults.ts';

type Dated = readonly [path: DataPath, date: PlainDate];

/** The stages follow each other; periods stand in quarter order without gap or overlap, each due after its last day. */
export function checkCalendar({ guidance, draftsDue, appraisalDue, approvalDue, periods, closing }: PlanCalendar): Fault[] {
  const stages: Dated[] = [
    [['calendar', 'guidance'], guidance],
    [['calendar', 'draftsDue'], draftsDue],
    [['calendar', 'appraisalDue'], appraisalDue],
    [['calendar', 'approvalDue'], approvalDue],
    ...periods.map(({ due }, index): Dated => [['calendar', 'periods', index, 'due'], due]),
    [['calendar', 'closing'], closing],
  ];
  const windows = periods.flatMap(({ from, to }, index): Dated[] => [
    [['calendar', 'periods', index, 'from'], from],
    [['calendar', 'periods', index, 'to'], to],
  ]);
  const dues = periods.flatMap(({ to, due }, index) => outOfOrder([[['calendar', 'periods', index, 'to'], to], [['calendar', 'periods', index, 'due'], due]]));
  return [...outOfOrder(stages), ...outOfOrder(windows), ...dues, ...quartersOutOfOrder(periods.map(({ quarter }) => quarter))];
}

function outOfOrder(dates: readonly Dated[]): Fault[] {
  return dates.flatMap(([path, date], index) => {
    const before = dates[index - 1]?.[1];
    if (before === undefined || before < date) return [];
    return [fault(path, 'out-of-order', date, { vi: `phải sau ngày ${before}`, en: `must come after ${before}` }, `> ${before}`)];
  });
}

function quartersOutOfOrder(found: readonly Quarter[]): Fault[] {
  const first = found[0] === undefined ? 0 : quarters.indexOf(found[0]);
  return found.flatMap((quarter, index) => {
    const expected = quarters[first + index];
    if (quarter === expected) return [];
    return [fault(['calendar', 'periods', index, 'quarter'], 'out-of-order', quarter, { vi: 'các quý không theo thứ tự', en: 'quarters are not in order' }, expected ?? '')];
  });
}
