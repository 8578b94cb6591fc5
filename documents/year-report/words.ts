import type { Instant } from '../../domain/date.ts';
import { formatNumber } from '../../domain/numbers.ts';
import { dateOf, formatDate, timeOf } from '../../domain/plain-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { DutyState } from '../../domain/stages.ts';
import type { ReturnedItem, YearReport } from './model.ts';

export const quarterName: Readonly<Record<Quarter, string>> = { Q1: 'Quý I', Q2: 'Quý II', Q3: 'Quý III', Q4: 'Quý IV' };

/** Within a sentence. */
export const quarterInText: Readonly<Record<Quarter, string>> = { Q1: 'quý I', Q2: 'quý II', Q3: 'quý III', Q4: 'quý IV' };

export const returnedBy: Readonly<Record<ReturnedItem['by'], string>> = { lead: 'thẩm định', approver: 'phê duyệt', secretariat: 'cơ quan thường trực' };

export const audienceName: Readonly<Record<string, string>> = { unit: 'đơn vị', leader: 'lãnh đạo đơn vị', secretariat: 'cơ quan thường trực', committee: 'ban chỉ đạo' };

export const missingBecause: Readonly<Partial<Record<DutyState, string>>> = {
  missing: 'không nộp', returned: 'bị trả lại, chưa nộp lại', open: 'chưa nộp',
};

/** A figure as Vietnamese writes it; a dash when there is none. */
export const figure = (value: number | null): string => (value === null ? '–' : formatNumber(value, 'vi'));

export const dayAndTime = (instant: Instant): string => `${formatDate(dateOf(instant), 'vi')} ${timeOf(instant)}`;

export const nameOf = (report: YearReport, unit: string): string => report.units.find((each) => each.code === unit)?.name ?? unit;

/** The state of the year in a sentence. */
export function summaryOf(report: YearReport): string {
  const { plans, reports, units } = report;
  const last = report.quarters.at(-1);
  const counts = last?.totals.counts;
  const reached = counts ? `; cuối năm ${counts.met} lượt chỉ tiêu đạt, ${counts.missed + counts.behind} chậm hoặc không đạt, ${counts['no-data']} thiếu số liệu` : '';
  return `${plans.approved} trong ${units.length} đơn vị có kế hoạch được phê duyệt; ${reports.onTime} trong ${reports.due} báo cáo đúng hạn, ${reports.late} chậm, ${reports.missing} không có${reached}.`;
}
