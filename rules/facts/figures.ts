import type { Measure } from '../../domain/plan.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import { saysSomething } from '../../domain/text.ts';
import type { FactContext, Placed } from './context.ts';
import { number, ratio, text, yesNo } from './define.ts';
import { isGiven, shareOf, statedError } from './figure-math.ts';
import { family, type ScopeItems } from './family.ts';
import { isRepeated, placed } from './lists.ts';

/** A figure of a report and its place there. */
export type PlacedFigure = Placed<TargetFigure>;

export const figures: ScopeItems<PlacedFigure> = {
  scope: 'figures',
  items: ({ report }) => placed(report?.targets),
  origins: ({ index, entry }, { previousFigures }) => ({ item: `/targets/${index}`, before: `previous-report:/targets/${previousFigures.get(entry.target)?.index ?? ''}` }),
  target: ({ entry }) => entry.target,
};

export function measureOf({ entry }: PlacedFigure, { targets }: FactContext): Measure | undefined {
  return targets.get(entry.target)?.entry.measure;
}

function numbersOf({ numerator, denominator, value }: TargetFigure): readonly number[] {
  return [numerator, denominator, value].filter(isGiven);
}

/** What a figure says, taken for itself. */
export const figureFacts = family<PlacedFigure>({
  scope: 'figures',
  stages: ['report'],
  facts: {
    'figure.target': text('mã chỉ tiêu', 'the id of the target', ['item/target'], ({ entry }) => entry.target),
    'figure.name': text('tên chỉ tiêu', 'the name of the target', ['plan/targets'], ({ entry }, { targets }) => targets.get(entry.target)?.entry.name ?? entry.target),
    'figure.measure': text('cách đo của chỉ tiêu', 'the measure of the target', ['plan/targets'], measureOf),
    'figure.isInPlan': yesNo('chỉ tiêu có trong kế hoạch của tỉnh', 'whether the plan has the target', ['item/target', 'plan/targets'], ({ entry }, { targets }) => targets.has(entry.target)),
    'figure.bindsUnit': yesNo('chỉ tiêu được giao cho đơn vị', 'whether the target binds the unit', ['item/target', 'plan/targets'],
      ({ entry }, { targets, boundIds }) => (targets.has(entry.target) ? boundIds.has(entry.target) : null)),
    'figure.isRepeated': yesNo('chỉ tiêu bị ghi lặp', 'whether the target is entered twice', ['item/target'], ({ entry, index }, { report }) => isRepeated(report?.targets, index, entry.target, ({ target }) => target)),
    'figure.numerator': number('tử số', 'the numerator', ['item/numerator'], ({ entry }) => entry.numerator),
    'figure.denominator': number('mẫu số', 'the denominator', ['item/denominator'], ({ entry }) => entry.denominator),
    'figure.value': number('số liệu', 'the value', ['item/value'], ({ entry }) => entry.value),
    'figure.answer': yesNo('câu trả lời', 'the answer', ['item/answer'], ({ entry }) => entry.answer),
    'figure.least': number('số nhỏ nhất', 'the least number', ['item/numerator', 'item/denominator', 'item/value'], ({ entry }) => {
      const numbers = numbersOf(entry);
      return numbers.length > 0 ? Math.min(...numbers) : null;
    }),
    'figure.isWhole': yesNo('tử số, mẫu số là số nguyên', 'whether numerator and denominator are whole', ['item/numerator', 'item/denominator'], ({ entry: { numerator, denominator } }) =>
      (isGiven(numerator) && isGiven(denominator) ? Number.isInteger(numerator) && Number.isInteger(denominator) : null)),
    'figure.share': ratio('tỷ lệ tính được', 'the percentage worked out', ['item/numerator', 'item/denominator'], ({ entry }) => shareOf(entry)),
    'figure.stated': number('tỷ lệ đơn vị ghi', 'the stated percentage', ['item/value'], (figure, context) => (measureOf(figure, context) === 'ratio' ? figure.entry.value : null)),
    'figure.statedError': ratio('sai lệch, tính theo chữ số cuối của tỷ lệ đã ghi', 'the error, in units of the last digit stated', ['item/value', 'item/numerator', 'item/denominator'],
      (figure, context) => (measureOf(figure, context) === 'ratio' ? statedError(figure.entry) : null)),
    'figure.saysNotApplicable': yesNo('đơn vị ghi không áp dụng', 'whether the unit says that it does not apply', ['item/notApplicable'], ({ entry }) => entry.notApplicable !== undefined),
    'figure.reason': text('lý do không áp dụng', 'the reason why it does not apply', ['item/notApplicable'], ({ entry }) => (saysSomething(entry.notApplicable ?? '') ? entry.notApplicable : undefined)),
    'figure.isClaimed': yesNo('có giải trình hoặc minh chứng', 'whether there is a comment or evidence', ['item/comment', 'item/evidence'], ({ entry }) => Boolean(entry.comment?.trim()) || (entry.evidence ?? []).some((each) => each.trim() !== '')),
    'figure.isMeasured': yesNo('có số liệu', 'whether there is a figure', ['item/numerator', 'item/denominator', 'item/value', 'item/answer'], ({ entry }) => numbersOf(entry).length > 0 || typeof entry.answer === 'boolean'),
    'figure.hasComment': yesNo('có giải trình', 'whether there is a comment', ['item/comment'], ({ entry }) => Boolean(entry.comment?.trim())),
    'figure.evidenceCount': number('số minh chứng', 'the number of pieces of evidence', ['item/evidence'], ({ entry }) => (entry.evidence ?? []).filter((each) => each.trim() !== '').length),
  },
});
