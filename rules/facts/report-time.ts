import type { ReportContent } from '../../domain/submission.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { daysBetween } from '../../domain/plain-date.ts';
import type { PlainDate } from '../../domain/date.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { FactContext } from './context.ts';
import { date, number, oneOf, text, yesNo } from './define.ts';
import { family } from './family.ts';

/** The day on which the report is really due: a day off moves to the working day after it. */
function dueOn({ input, today }: FactContext): PlainDate | undefined {
  const due = input.period?.due;
  if (due === undefined || today <= due) return due;
  return workingCalendar(input.calendarDays ?? []).dueOn(due);
}

const quarterNames = { Q1: { vi: 'quý I', en: 'Q1' }, Q2: { vi: 'quý II', en: 'Q2' }, Q3: { vi: 'quý III', en: 'Q3' }, Q4: { vi: 'quý IV', en: 'Q4' } } as const satisfies Readonly<Record<Quarter, Bilingual>>;

/** `2022-Q1` as `Q1`. */
const lastPart = (period: string): string => period.slice(period.lastIndexOf('-') + 1);

/** Which period a report is of, what its figures cover, and when it comes. */
export const reportTimeFacts = family<ReportContent>({
  scope: 'document',
  stages: ['report'],
  facts: {
    'report.period': text('kỳ ghi trong báo cáo', 'the period named in the report', ['content/period'], ({ period }) => period),
    'period.id': text('kỳ phải báo cáo', 'the period that is due', ['period/id'], (_, { input }) => input.period?.id),
    'report.missingQuarters': oneOf(quarterNames, 'các quý chưa nộp', 'the quarters that were never submitted', ['period/id', 'duties'], (_, { input }) => input.history.unreported?.map(lastPart).join(', ')),
    'report.knowsQuarters': yesNo('biết các quý trước đã nộp hay chưa', 'whether it is known which earlier quarters were submitted', ['duties'], (_, { input }) => input.history.unreported !== undefined),
    'period.from': date('ngày đầu kỳ', 'the first day of the period', ['period/from'], (_, { input }) => input.period?.from),
    'period.to': date('ngày chốt số liệu của kỳ', 'the last day of the period', ['period/to'], (_, { input }) => input.period?.to),
    'period.due': date('hạn nộp báo cáo', 'the due date of the report', ['period/due', 'calendar'], (_, context) => dueOn(context)),
    'report.figuresTo': date('ngày số liệu tính đến', 'the day that the figures run to', ['content/figuresTo'], ({ figuresTo }) => figuresTo),
    'report.submittedOn': date('ngày nộp', 'the day of submission', ['clock'], (_, { today }) => today),
    'report.daysLate': number('số ngày chậm', 'the days late', ['clock', 'period/due'], (_, context) => {
      const due = dueOn(context);
      return due === undefined ? null : Math.max(0, daysBetween(due, context.today));
    }),
  },
});
