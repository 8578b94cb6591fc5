import type { Neighbour } from '../../../domain/check.ts';
import { atTime } from '../../../domain/plain-date.ts';
import type { Plan, Target } from '../../../domain/plan.ts';
import type { TargetFigure } from '../../../domain/submission.ts';
import { aPlan, aPlanTask, aTarget, everyMeasure } from '../../support/builders/plan.ts';
import { aReport } from '../../support/builders/report.ts';
import { aTask, aUnitPlan } from '../../support/builders/unit-plan.ts';
import { afterReport, approvedPlan, checkOf, ofRule, provincePlan, reportOf, unitPlan, type Case } from './situation.ts';

const target = { also: ['target-figure'] };
const unreported = (...periods: readonly string[]): Case[1] => checkOf(reportOf('Q3').build(), { history: { unreported: periods } });
const like = (same: number, compared: number): Case[1] => checkOf(reportOf().build(), { history: { neighbour: { unit: 'so-b', same, compared } satisfies Neighbour } });

/** `used` services of 100 had records, `records` of 5.000 came online. */
function services(used: number, records: number, more: readonly Target[] = []): Case[1] {
  const over: readonly Target[] = [
    aTarget({ id: 'ct-01', code: 'services-used', threshold: 0, numerator: 'số dịch vụ có hồ sơ', denominator: 'số dịch vụ' }),
    aTarget({ id: 'ct-02', code: 'files-online', threshold: 0, numerator: 'số hồ sơ trực tuyến', denominator: 'số hồ sơ' }), ...more,
  ];
  const plan = aPlan().withTargets(...over).build();
  const targets = [{ target: 'ct-01', numerator: used, denominator: 103 }, { target: 'ct-02', numerator: records, denominator: 5003 }];
  return checkOf(aReport({ plan, approved: approvedPlan, quarter: 'Q2' }).having({ targets }).build(), { plan });
}

const twoOverOne = (over: Partial<Target> = {}): Plan => aPlan().withTasks(aPlanTask()).withTargets(...everyMeasure, aTarget({ id: 'ct-06', code: 'documents-signed', name: 'Văn bản được ký số', ...over })).build();
function counting(denominator: number, more: Partial<TargetFigure> = {}, plan = twoOverOne()): Case[1] {
  return checkOf(aReport({ plan, approved: approvedPlan, quarter: 'Q2' }).having({ targets: [...reportOf().build().targets, { target: 'ct-06', numerator: 991, denominator, ...more }] }).build(), { plan });
}

const count = (value: number, more: Partial<TargetFigure> = {}): TargetFigure => ({ target: 'ct-02', value, ...more });
const then = (before: TargetFigure, now: TargetFigure): Case[1] => afterReport(reportOf('Q1').reporting(before).build(), reportOf().reporting(now).build());
const claiming = (figure: Omit<TargetFigure, 'target'>): Case[1] => checkOf(reportOf().reporting({ target: 'ct-01', ...figure }).build());

const levels: Plan = aPlan().withTasks(aPlanTask()).withTargets(
  ...everyMeasure, aTarget({ id: 'ct-06', code: 'files', appliesTo: { levels: ['department'] }, threshold: 97 }), aTarget({ id: 'ct-07', code: 'files', appliesTo: { levels: ['district'] }, threshold: 85 })).build();
const committing = (value: number): Case[1] => checkOf(aUnitPlan({ plan: levels }).committing({ target: 'ct-06', value }).build(), { plan: levels });

const citing = (solutions: string, day = '2021-10-20'): Case[1] => checkOf(unitPlan().having({ sections: { purpose: 'a', organisation: 'b', solutions } }).build(), { at: atTime(day, '09:00') });
const ranked = (value: number, day = '2025-07-01'): Case[1] => checkOf(reportOf().reporting({ target: 'ct-04', value }).build(), { at: atTime(day, '09:00') });
const late = { also: ['report-late', 'target-figure'] };

/** What shows only beside other figures, other levels, other units, other quarters or the law. */
export const beyondTheDocumentSituations = [
  ...ofRule('earlier-quarter-missing', {
    found: [['Q3 without Q2', unreported('2022-Q2'), { at: '/period' }], ['Q3 without Q1 and Q2', unreported('2022-Q1', '2022-Q2')]],
    fine: [['all were submitted', unreported()], ['not known: a file checked by itself', checkOf(reportOf('Q3').build())]],
  }),
  ...ofRule('copies-neighbour', {
    found: [['nine of ten figures are Sở B’s', like(9, 10), { at: '/targets' }], ['five of five', like(5, 5)]],
    fine: [['eight of ten', like(8, 10)], ['four of four: too few to tell', like(4, 4)], ['no unit is like it', checkOf(reportOf().build())]],
  }),
  ...ofRule('records-without-services', {
    found: [['12 records of no service', services(0, 12), { at: '/targets' }]],
    fine: [['12 records of one service', services(1, 12)], ['no records', services(0, 0)], ['a plan without these targets', checkOf(reportOf().build())]],
  }),
  ...ofRule('services-above-records', {
    found: [['13 services with records, 12 records', services(13, 12), { at: '/targets' }]],
    fine: [['12 services, 12 records', services(12, 12)], ['two targets under one code: not known which', services(13, 12, [aTarget({ id: 'ct-03', code: 'files-online', threshold: 0, appliesTo: { levels: ['department'] }, denominator: 'khác' })]), target]],
  }),
  ...ofRule('figure-same-denominator', {
    found: [['1.006 documents here, 1.007 there', counting(1006), { at: '/targets/5/denominator' }]],
    fine: [['1.007 in both', counting(1007)], ['1.006 with a comment', counting(1006, { comment: 'Trừ văn bản trả lại' })], ['other exclusions', counting(1006, {}, twoOverOne({ exclusions: 'văn bản mật' }))], ['other words', counting(1006, {}, twoOverOne({ denominator: 'tổng số văn bản đi' }))]],
  }),
  ...ofRule('figure-thousandfold', {
    found: [
      ['1.234 after 1,234 million', then(count(1.234), count(1234)), { at: '/targets/0/value' }], ['2.468 after 1,234', then(count(1.234), count(2468))],
      ['1,234 after 1.234', then(count(1234), count(1.234)), { also: ['figure-cumulative-falls', 'target-figure'] }],
      ['97.123 % stated for 97,123 %', checkOf(reportOf().reporting({ target: 'ct-01', numerator: 97_123, denominator: 100_000, value: 97_123 }).build()), { also: ['figure-percentage-contradicts'] }],
    ],
    fine: [['2.469 after 1,234: more than twice a thousand times', then(count(1.234), count(2469))], ['999 after 1: began this quarter', then(count(1), count(999)), target], ['with a comment', then(count(1.234), count(1234, { comment: 'Đúng' }))], ['1.234 after 1.230', then(count(1230), count(1234))]],
  }),
  ...ofRule('figure-without-measure', {
    found: [['a comment alone', claiming({ comment: 'Đã hoàn thành tốt' }), { at: '/targets/0/numerator', ...target }], ['evidence alone', claiming({ evidence: ['12/QĐ'] }), target]],
    fine: [['a figure with a comment', claiming({ numerator: 993, denominator: 1007, comment: 'Tốt' })], ['a reason why it does not apply, with a comment', claiming({ notApplicable: 'Không có', comment: 'Xem 12/CV' })], ['nothing at all', claiming({}), target]],
  }),
  ...ofRule('commitment-by-laxer-level', {
    found: [['85 %, the bar of districts, by a department', committing(85), { at: '/targets/0/value', also: ['target-commitment'] }], ['96,9 %', committing(96.9), { also: ['target-commitment'] }]],
    fine: [['97 %', committing(97)], ['84,9 %: not even that', committing(84.9), { also: ['target-commitment'] }]],
  }),
  ...ofRule('given-task-lead-changed', {
    found: [['so-b for a task given to so-a', checkOf(unitPlan().withTasks(aTask({ id: 'nv-01', origin: 'plan', lead: 'so-b', coordinating: [] })).build()), { at: '/tasks/0/lead' }]],
    fine: [['one of two leads', checkOf(unitPlan().withTasks(aTask({ id: 'nv-01', origin: 'plan', lead: 'so-b', coordinating: [] })).build(), { plan: { ...provincePlan, tasks: [aPlanTask({ lead: ['so-a', 'so-b'] })] } })]],
  }),
  ...ofRule('ground-out-of-force', {
    found: [
      ['Decree 102/2009 in 2021', citing('Theo Nghị định số 102/2009/NĐ-CP của Chính phủ'), { at: '/sections/solutions' }],
      ['the day after its last', citing('Theo Nghị định số 102/2009/NĐ-CP', '2020-01-01')], ['decomposed Unicode', citing('Nghị định 110/2004/NĐ-CP'.normalize('NFD'))],
      ['in the words of a task', checkOf(unitPlan().withTasks(aTask({ id: 'nv-01', origin: 'plan', words: 'Lập dự án theo 102/2009/NĐ-CP' })).build()), { at: '/tasks/0/words' }],
    ],
    fine: [['its last day', citing('Theo Nghị định số 102/2009/NĐ-CP', '2019-12-31')], ['the one in its place', citing('Theo Nghị định 73/2019/NĐ-CP')], ['as the one that was replaced', citing('Nghị định 73/2019/NĐ-CP thay thế Nghị định 102/2009/NĐ-CP')], ['a longer number', citing('Công văn 1102/2009/NĐ-CP')]],
  }),
  ...ofRule('rank-outside-field-2025', {
    found: [['rank 35 from 1/7/2025', ranked(35), { at: '/targets/0/value', ...late }]],
    fine: [['rank 34', ranked(34), late], ['rank 35 the day before', ranked(35, '2025-06-30'), late]],
  }),
];
