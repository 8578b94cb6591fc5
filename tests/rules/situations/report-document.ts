import { atTime } from '../../../domain/plain-date.ts';
import type { TargetFigure } from '../../../domain/submission.ts';
import { aPlan } from '../../support/builders/plan.ts';
import { aReport } from '../../support/builders/report.ts';
import { aCheckOf } from '../../support/builders/check.ts';
import { checkOf, ofRule, reportOf, type Case } from './situation.ts';

const upTo = (figuresTo: string | null): Case[1] => checkOf(reportOf('Q1').having({ figuresTo }).build());
const submittedOn = (day: string): Case[1] => checkOf(reportOf('Q1').build(), { at: atTime(day, '23:59') });

const tenTargets = aPlan().withManyTargets(10).build();
/** A report of Q2 whose first `same` of ten figures are those of Q1. */
function copying(same: number): Case[1] {
  const figures = (more: number): readonly TargetFigure[] => tenTargets.targets.map(({ id }, index) => ({ target: id, numerator: 993 + more * (index < same ? 0 : 1), denominator: 1007 }));
  const report = (quarter: 'Q1' | 'Q2', more: number): ReturnType<typeof aReport> => aReport({ plan: tenTargets, quarter }).having({ targets: figures(more) });
  return aCheckOf(report('Q2', 1).build(), { plan: tenTargets, history: { previousReport: report('Q1', 0).build() } });
}
/** Twenty figures, `round` of which end in 0. */
function rounded(round: number): Case[1] {
  const targets = tenTargets.targets.map(({ id }, index) => ({ target: id, numerator: 2 * index < round ? 980 : 981, denominator: 2 * index + 1 < round ? 1000 : 1001 }));
  return aCheckOf(aReport({ plan: tenTargets }).having({ targets }).build(), { plan: tenTargets });
}

export const reportDocumentSituations = [
  ...ofRule('other-period', {
    found: [['the report of Q1 in the round of Q2', checkOf(reportOf('Q2').having({ period: '2022-Q1' }).build(), { at: atTime('2022-06-17', '09:00'), period: { quarter: 'Q2', from: '2022-03-15', to: '2022-06-14', due: '2022-06-20', id: '2022-Q2' } }), { at: '/period' }]],
    fine: [['the report of Q2 in the round of Q2', checkOf(reportOf('Q2').build())]],
  }),
  ...ofRule('figures-date-missing', { found: [['no date', upTo(null), { at: '/figuresTo' }]], fine: [['a date', upTo('2022-03-14')]] }),
  ...ofRule('figures-beyond-period', { found: [['a day beyond the period', upTo('2022-03-15'), { at: '/figuresTo' }]], fine: [['up to its last day', upTo('2022-03-14')]] }),
  ...ofRule('figures-too-old', { found: [['a day short of the cut-off', upTo('2022-03-13'), { at: '/figuresTo' }]], fine: [['up to the cut-off', upTo('2022-03-14')]] }),
  ...ofRule('figures-from-future', {
    found: [['figures to the 14th, submitted on the 13th', submittedOn('2022-03-13'), { at: '/figuresTo' }]],
    fine: [['figures to the 14th, submitted on the 14th', submittedOn('2022-03-14')]],
  }),
  ...ofRule('report-late', {
    found: [['the second working day after a due date on a Sunday', submittedOn('2022-03-22')]],
    fine: [['a minute before midnight of the due date', submittedOn('2022-03-20')], ['the Monday after a due date on a Sunday', submittedOn('2022-03-21')]],
  }),
  ...ofRule('copies-last-report', { found: [['nine of ten figures are last quarter’s', copying(9), { at: '/targets' }]], fine: [['eight of ten', copying(8)]] }),
  ...ofRule('round-numbers', { found: [['14 of 20 figures end in 0', rounded(14), { at: '/targets' }]], fine: [['13 of 20', rounded(13)]] }),
];
