import type { Plan, PlanTable } from '../../../domain/plan.ts';
import type { BudgetLine } from '../../../domain/submission.ts';
import { aPlan, aPlanTask } from '../../support/builders/plan.ts';
import { aBudgetLine } from '../../support/builders/unit-plan.ts';
import { checkOf, ofRule, unitPlan, type Case } from './situation.ts';

/** The province announces 200 million for so-a and, unless left open, 300 million for huyen-c. */
const announced = (own: string | number | null = 200, others: number | null = 300): PlanTable => ({
  id: 'pl04', kind: 'budget', title: 'Danh mục', clause: 'Phụ lục 04', year: 2022,
  columns: [{ key: 'name', label: 'Tên', kind: 'text' }, { key: 'amount', label: 'Kinh phí', kind: 'money', unit: 'triệu đồng' }],
  rows: [
    { id: 'i', role: 'group', cells: { name: 'Sở A', amount: null } },
    { id: '1', parent: 'i', unit: 'so-a', cells: { name: 'Thuê dịch vụ số hóa hồ sơ', amount: own } },
    { id: '2', unit: 'huyen-c', cells: { name: 'Đường truyền', amount: others } },
  ],
});
const announcing = (table: PlanTable): Plan => aPlan().withTasks(aPlanTask()).having({ tables: [table] }).build();
const line = (million: number, over: Partial<BudgetLine> = {}): BudgetLine => aBudgetLine({ amounts: { 'local-recurrent': million * 1_000_000 }, total: million * 1_000_000, ...over });
const asking = (million: number, table = announced()): Case[1] => checkOf(unitPlan().withBudget(line(million)).build(), { plan: announcing(table) });
const named = (name: string, table = announced()): Case[1] => checkOf(unitPlan().withBudget(line(120, { name })).build(), { plan: announcing(table) });

const three = (total: number): Case[1] => checkOf(unitPlan().withBudget(line(120), line(300, { id: 'kp-02' }), line(total / 1_000_000, { id: 'kp-03' })).build());
const selfAppraised = aPlan().withTasks(aPlanTask()).build();
const appraisedBy = (recurrent: string, investment: string): Plan => ({ ...selfAppraised, roles: { ...selfAppraised.roles, appraisers: { ...selfAppraised.roles.appraisers, recurrent, investment } } });

/** A unit's budget beside what the province's plan announces. */
export const announcedBudgetSituations = [
  ...ofRule('budget-above-envelope', {
    found: [['200.000.001 đồng where the plan announces 200 million', asking(200.000001), { at: '/budget' }]],
    fine: [['200 million', asking(200)], ['a plan that leaves the amount open', asking(400, announced(null))], ['last year’s table', asking(400, { ...announced(), year: 2021 })], ['a plan without tables', checkOf(unitPlan().withBudget(line(400)).build())]],
  }),
  ...ofRule('budget-above-all', {
    found: [['501 million of 500 million for everyone', asking(501), { at: '/budget', also: ['budget-above-envelope'] }]],
    fine: [['500 million', asking(500), { also: ['budget-above-envelope'] }], ['more, where one amount is left open', asking(501, announced(200, null)), { also: ['budget-above-envelope'] }]],
  }),
  ...ofRule('budget-line-unannounced', {
    found: [['a line of another kind', named('Mua máy chủ lưu trữ'), { at: '/budget/0/name' }]],
    fine: [['the name that the plan gives', named('Thuê dịch vụ số hóa hồ sơ')], ['a longer one', named('Thuê dịch vụ số hóa hồ sơ đất đai năm 2022')], ['a plan that names no line for the unit', named('Mua máy chủ', { ...announced(), rows: [] })]],
  }),
  ...ofRule('budget-lines-units-mixed', {
    found: [['120.000 beside 120 and 300 million', three(120_000), { at: '/budget/2/total' }], ['239.999 beside 120 and 300 million', three(239_999)]],
    fine: [['240.000: small, but possible', three(240_000)], ['two lines, too few to tell', checkOf(unitPlan().withBudget(line(120), line(0.12, { id: 'kp-02' })).build())]],
  }),
  ...ofRule('budget-line-self-appraised', {
    found: [['recurrent money, which so-a appraises', checkOf(unitPlan().build(), { plan: appraisedBy('so-a', 'so-b') }), { at: '/budget/0/aspect' }]],
    fine: [['investment, which so-a appraises, beside a recurrent line', checkOf(unitPlan().build(), { plan: appraisedBy('so-b', 'so-a') })]],
  }),
];
