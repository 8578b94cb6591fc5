import type { TargetFigure } from '../../../domain/submission.ts';
import { aPlan, aPlanTask, aTarget, everyMeasure } from '../../support/builders/plan.ts';
import { aReport } from '../../support/builders/report.ts';
import { afterReport, approvedPlan, checkOf, ofRule, reportOf, type Case } from './situation.ts';

const ratio = (numerator: number, denominator: number, more: Partial<TargetFigure> = {}): TargetFigure => ({ target: 'ct-01', numerator, denominator, ...more });
const reporting = (figure: TargetFigure): Case[1] => checkOf(reportOf().reporting(figure).build());
/** The figure of Q1, then that of Q2. */
const then = (before: TargetFigure, now: TargetFigure): Case[1] => afterReport(reportOf('Q1').reporting(before).build(), reportOf().reporting(now).build());
const at = (field: string): { at: string } => ({ at: `/targets/0/${field}` });
const target = { also: ['target-figure'] };

const withDistrictTarget = aPlan().withTasks(aPlanTask()).withTargets(...everyMeasure, aTarget({ id: 'ct-06', code: 'district', appliesTo: { levels: ['district'] } })).build();

export const reportFigureSituations = [
  ...ofRule('figure-unknown-target', { found: [['a target that no plan has', reporting({ target: 'ct-99', value: 1 }), at('target')]], fine: [['a target of the plan', checkOf(reportOf().build())]] }),
  ...ofRule('figure-not-assigned', {
    found: [['a department that reports a target of districts', checkOf(aReport({ plan: withDistrictTarget, approved: approvedPlan }).reporting({ target: 'ct-06', numerator: 98, denominator: 99 }).build(), { plan: withDistrictTarget }), at('target')]],
    fine: [['its own target', checkOf(reportOf().build())]],
  }),
  ...ofRule('figure-repeated', {
    found: [['a target entered twice', checkOf(reportOf().having({ targets: [...reportOf().build().targets, ratio(993, 1007)] }).build()), { at: '/targets/5/target' }]],
    fine: [['each once', checkOf(reportOf().build())]],
  }),
  ...ofRule('figure-numerator-above-denominator', { found: [['101 of 100', reporting(ratio(101, 100)), at('numerator')]], fine: [['100 of 100', reporting(ratio(100, 100))]] }),
  ...ofRule('figure-negative', {
    found: [['-1 of 100', reporting(ratio(-1, 100)), { ...at('numerator'), ...target }], ['-1 people', reporting({ target: 'ct-02', value: -1 }), target]],
    fine: [['0 people', reporting({ target: 'ct-02', value: 0 }), target]],
  }),
  ...ofRule('figure-not-whole', { found: [['97,5 of 100', reporting(ratio(97.5, 100)), at('numerator')]], fine: [['97 of 100', reporting(ratio(97, 100))], ['2,5 outages: no ratio', reporting({ target: 'ct-05', value: 2.5 })]] }),
  ...ofRule('figure-percentage-contradicts', {
    found: [['98 % stated for 97 of 100', reporting(ratio(97, 100, { value: 98 })), at('value')], ['96,7 % stated for 966 of 1.000', reporting(ratio(966, 1000, { value: 96.7 }))], ['0,97 stated for 97 of 100', reporting(ratio(97, 100, { value: 0.97 }))]],
    fine: [['97 % stated for 97 of 100', reporting(ratio(97, 100, { value: 97 }))], ['97 % stated for 966 of 1.000, rounded', reporting(ratio(966, 1000, { value: 97 }))], ['96 % stated for 966 of 1.000, cut off', reporting(ratio(966, 1000, { value: 96 }))], ['33,33 % stated for 1 of 3', reporting(ratio(1, 3, { value: 33.33 })), target]],
  }),
  ...ofRule('figure-not-applicable-without-reason', {
    found: ['', '\u200b', '.', ' – '].map((reason) => [`${JSON.stringify(reason)} as a reason`, reporting({ target: 'ct-01', notApplicable: reason }), { ...at('notApplicable'), ...target }] as const),
    fine: [['a reason', reporting({ target: 'ct-01', notApplicable: 'Không phát hành văn bản' })]],
  }),
  ...ofRule('figure-both-ways', { found: [['97 of 100 and a reason', reporting(ratio(97, 100, { notApplicable: 'Không có' })), at('numerator')]], fine: [['a reason alone', reporting({ target: 'ct-01', notApplicable: 'Không có' })]] }),
  ...ofRule('figure-cumulative-falls', {
    found: [['979 after 980', then(ratio(980, 1000), ratio(979, 1005)), at('numerator')], ['41 people after 42', then({ target: 'ct-02', value: 42 }, { target: 'ct-02', value: 41 })]],
    fine: [['980 after 980', then(ratio(980, 1000), ratio(980, 1005))], ['979 after 980 with a comment', then(ratio(980, 1000), ratio(979, 1005, { comment: 'Rà soát lại' }))], ['rank 20 after 25', then({ target: 'ct-04', value: 25 }, { target: 'ct-04', value: 20 })]],
  }),
  ...ofRule('figure-denominator-falls', {
    found: [['899 after 1.000', then(ratio(890, 1000), ratio(890, 899)), at('denominator')]],
    fine: [['900 after 1.000', then(ratio(890, 1000), ratio(890, 900))], ['9 after 19: too few to tell', then(ratio(9, 19), ratio(9, 9))]],
  }),
  ...ofRule('figure-denominator-leaps', {
    found: [['401 after 100', then(ratio(100, 100), ratio(401, 401)), at('denominator')]],
    fine: [['400 after 100', then(ratio(100, 100), ratio(400, 400))], ['401 after 100 with a comment', then(ratio(100, 100), ratio(401, 401, { comment: 'Thêm các xã' }))]],
  }),
  ...ofRule('figure-jumps', {
    found: [['from 60 % to 90 %', then(ratio(60, 100), ratio(90, 100)), at('numerator')]],
    fine: [['from 60 % to 89 %', then(ratio(60, 100), ratio(89, 100))], ['from 60 % to 90 % with a comment', then(ratio(60, 100), ratio(90, 100, { comment: 'Triển khai phần mềm mới' }))], ['from 1 of 5 to 5 of 5: too few to tell', then(ratio(1, 5), ratio(5, 5))]],
  }),
  ...ofRule('figure-answer-withdrawn', {
    found: [['yes, then no', then({ target: 'ct-03', answer: true }, { target: 'ct-03', answer: false }), at('answer')]],
    fine: [['no, then no', then({ target: 'ct-03', answer: false }, { target: 'ct-03', answer: false })], ['yes, then no, with a comment', then({ target: 'ct-03', answer: true }, { target: 'ct-03', answer: false, comment: 'Hỏng' })]],
  }),
  ...ofRule('figure-yes-without-evidence', {
    found: [['yes with blank evidence', reporting({ target: 'ct-03', answer: true, evidence: [' '] }), at('evidence')]],
    fine: [['yes with one', reporting({ target: 'ct-03', answer: true, evidence: ['12/QĐ'] })], ['no without any', reporting({ target: 'ct-03', answer: false })]],
  }),
  ...ofRule('rank-outside-field', {
    found: [['rank 64', reporting({ target: 'ct-04', value: 64 }), { ...at('value'), ...target }], ['rank 0', reporting({ target: 'ct-04', value: 0 })]],
    fine: [['rank 63', reporting({ target: 'ct-04', value: 63 }), target], ['rank 1', reporting({ target: 'ct-04', value: 1 })]],
  }),
];
