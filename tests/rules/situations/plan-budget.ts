import type { BudgetLine } from '../../../domain/submission.ts';
import { aBudgetLine } from '../../support/builders/unit-plan.ts';
import { checkOf, ofRule, unitPlan, type Case } from './situation.ts';

const withLine = (over: Partial<BudgetLine>): Case[1] => checkOf(unitPlan().withBudget(aBudgetLine(over)).build());
const stating = (budgetTotal: number | null): Case[1] => checkOf(unitPlan().without('budgetTotalInWords').having({ budgetTotal }).build());
const inWords = (budgetTotalInWords: string): Case[1] => checkOf(unitPlan().having({ budgetTotalInWords }).build());
const sources = (recurrent: number, other: number): Case[1] => withLine({ amounts: { 'local-recurrent': recurrent, other }, total: 120_000_000 });
const at = (field: string): { at: string } => ({ at: `/budget/0/${field}` });

const withoutTask = (): BudgetLine => {
  const { task: _, ...rest } = aBudgetLine();
  return rest;
};

export const planBudgetSituations = [
  ...ofRule('budget-total-mismatch', {
    found: [['one đồng above the lines', stating(120_000_001), { at: '/budgetTotal' }], ['one đồng below', stating(119_999_999)]],
    fine: [['exactly the lines', stating(120_000_000)]],
  }),
  ...ofRule('budget-total-missing', {
    found: [['lines without a total', stating(null), { at: '/budgetTotal' }]],
    fine: [['a total', stating(120_000_000)], ['no lines and no total', checkOf(unitPlan().withBudget().build())]],
  }),
  ...ofRule('budget-total-without-lines', {
    found: [['a total without lines', checkOf(unitPlan().withBudget().having({ budgetTotal: 1 }).build()), { at: '/budgetTotal' }]],
    fine: [['a total of 0 without lines', checkOf(unitPlan().withBudget().having({ budgetTotal: 0 }).build())]],
  }),
  ...ofRule('budget-words-mismatch', {
    found: [['a hundred and two for a hundred and twenty million', inWords('Một trăm lẻ hai triệu đồng'), { at: '/budgetTotalInWords' }], ['thousands for millions', inWords('Một trăm hai mươi nghìn đồng')]],
    fine: [['the usual ending', inWords('Một trăm hai mươi triệu đồng chẵn./.')], ['capitals', inWords('MỘT TRĂM HAI MƯƠI TRIỆU ĐỒNG')], ['no words', stating(120_000_000)]],
  }),
  ...ofRule('budget-line-sources-mismatch', {
    found: [['sources one đồng above the total', sources(100_000_001, 20_000_000), at('total')], ['one đồng below', sources(119_999_999, 0)]],
    fine: [['two sources that add up', sources(100_000_000, 20_000_000)]],
  }),
  ...ofRule('budget-line-without-total', {
    found: [['no total', checkOf(unitPlan().withBudget(aBudgetLine({ total: null })).having({ budgetTotal: null }).build()), { ...at('total'), also: ['budget-total-missing'] }]],
    fine: [['a total', withLine({})]],
  }),
  ...ofRule('budget-line-without-source', { found: [['no source', withLine({ amounts: {} }), at('amounts')], ['a source left empty', withLine({ amounts: { central: null } })]], fine: [['a source', withLine({})]] }),
  ...ofRule('budget-line-zero', { found: [['0 đồng', withLine({ amounts: { other: 0 }, total: 0 }), at('total')]], fine: [['100.000 đồng', withLine({ amounts: { other: 100_000 }, total: 100_000 })]] }),
  ...ofRule('budget-line-negative', {
    found: [['one source below zero', sources(120_000_001, -1), at('amounts')]],
    fine: [['a source of 0', sources(120_000_000, 0)]],
  }),
  ...ofRule('budget-line-not-whole', {
    found: [['half a đồng', withLine({ amounts: { 'local-recurrent': 120_000_000.5 }, total: 120_000_000.5 }), at('total')]],
    fine: [['whole đồng', withLine({})]],
  }),
  ...ofRule('budget-line-unit-doubtful', {
    found: [['120 đồng, most likely millions', withLine({ amounts: { other: 120 }, total: 120 }), at('total')], ['99.999 đồng', withLine({ amounts: { other: 99_999 }, total: 99_999 })]],
    fine: [['100.000 đồng', withLine({ amounts: { other: 100_000 }, total: 100_000 })]],
  }),
  ...ofRule('budget-line-without-name', { found: [['a blank name', withLine({ name: ' ' }), at('name')]], fine: [['a name', withLine({})]] }),
  ...ofRule('budget-line-without-task', { found: [['no task', checkOf(unitPlan().withBudget(withoutTask()).build()), at('task')]], fine: [['a task', withLine({})]] }),
  ...ofRule('budget-line-task-unknown', { found: [['a task that the plan lacks', withLine({ task: 'r-99' }), at('task')]], fine: [['a task of the plan', withLine({ task: 'nv-01' })]] }),
  ...ofRule('budget-line-repeated', {
    found: [['two lines under one id', checkOf(unitPlan().withBudget(aBudgetLine(), aBudgetLine()).build()), { at: '/budget/1/id' }]],
    fine: [['two lines under two', checkOf(unitPlan().withBudget(aBudgetLine(), aBudgetLine({ id: 'kp-02' })).build())]],
  }),
  ...ofRule('budget-line-foreign-source', {
    found: [['running costs from investment money', withLine({ amounts: { 'local-investment': 120_000_000 } }), at('amounts')], ['investment from recurrent money', withLine({ aspect: 'investment' })]],
    fine: [['investment from investment money', withLine({ aspect: 'investment', amounts: { 'local-investment': 120_000_000, 'local-recurrent': 0 } })], ['either from central money', withLine({ amounts: { central: 120_000_000 } })]],
  }),
];
