import type { FeedKind } from '../../domain/feed.ts';
import type { Aspect, Quarter } from '../../domain/plan.ts';
import type { DutyKind, DutyState } from '../../domain/stages.ts';
import type { Language } from '../../domain/text.ts';
import type { WorkItem } from './work.ts';

/*
 * What calendars say, in the language in which they were asked for. Only whose turn it is and with what: nothing of what plans say.
 */

type In<Words> = Readonly<Record<Language, Words>>;

export const calendarName: In<(kind: FeedKind, unit: string) => string> = {
  vi: (kind, unit) => (kind === 'person' ? `Việc của tôi – ${unit}` : `Hạn của ${unit}`),
  en: (kind, unit) => (kind === 'person' ? `My work – ${unit}` : `Due dates of ${unit}`),
};

const numeral: Readonly<Record<Quarter, string>> = { Q1: 'I', Q2: 'II', Q3: 'III', Q4: 'IV' };

/** What a duty is: a plan, or the report of a quarter. */
const thing: In<(kind: DutyKind, quarter: Quarter | null, year: number) => string> = {
  vi: (kind, quarter, year) => (kind === 'plan' || quarter === null ? `kế hoạch năm ${year}` : `báo cáo quý ${numeral[quarter]} năm ${year}`),
  en: (kind, quarter, year) => (kind === 'plan' || quarter === null ? `plan of ${year}` : `report ${quarter} of ${year}`),
};

/** What is awaited of a duty in each state in which something is. */
const awaited: In<Readonly<Partial<Record<DutyState, string>>>> = {
  vi: {
    draft: 'Hạn nộp', open: 'Hạn nộp', returned: 'Hạn nộp lại', submitted: 'Đã nộp, hạn xem xét', appraisal: 'Hạn thẩm định', conclusion: 'Hạn kết luận thẩm định', approval: 'Hạn phê duyệt',
  },
  en: {
    draft: 'Due:', open: 'Due:', returned: 'Due again:', submitted: 'Submitted, to be reviewed:', appraisal: 'Appraisal of', conclusion: 'Conclusion on', approval: 'Decision on',
  },
};

export function dutyTitle(language: Language, { kind, quarter, state }: { kind: DutyKind; quarter: Quarter | null; state: DutyState }, year: number): string {
  return `${awaited[language][state] ?? awaited[language].open} ${thing[language](kind, quarter, year)}`;
}

export const directiveTitle: In<(number: number) => string> = {
  vi: (number) => `Hạn thực hiện kết luận số ${number} của Ban chỉ đạo`,
  en: (number) => `Due: directive ${number} of the steering committee`,
};

const aspectName: In<Readonly<Record<Aspect, string>>> = {
  vi: { technical: 'kỹ thuật', investment: 'vốn đầu tư', recurrent: 'kinh phí thường xuyên', security: 'an toàn thông tin' },
  en: { technical: 'technical', investment: 'investment', recurrent: 'recurrent budget', security: 'information security' },
};

const forOthers: In<Readonly<Record<WorkItem['what'], string>>> = {
  vi: { 'write-plan': 'Lập', 'write-report': 'Lập', 'give-opinion': 'Cho ý kiến thẩm định', 'conclude': 'Kết luận thẩm định', 'decide': 'Phê duyệt', 'review-report': 'Xem xét' },
  en: { 'write-plan': 'Write', 'write-report': 'Write', 'give-opinion': 'Opinion on', 'conclude': 'Conclude on', 'decide': 'Decide on', 'review-report': 'Review' },
};

const unitsCounted: In<(count: number) => string> = { vi: (count) => `${count} đơn vị`, en: (count) => `${count} units` };

/** Work on other units' plans and reports: one unit by name, several by their number. */
export function workTitle(language: Language, { what, quarter, aspect }: Pick<WorkItem, 'what' | 'quarter' | 'aspect'>, year: number, units: readonly string[]): string {
  const about = aspect === null ? '' : ` (${aspectName[language][aspect]})`;
  const whose = units.length === 1 ? units[0] : unitsCounted[language](units.length);
  return `${forOthers[language][what]} ${thing[language](quarter === null ? 'plan' : 'report', quarter, year)}${about}: ${whose}`;
}
