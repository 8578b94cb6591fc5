import { aPlan, aPlanTask, aTarget, everyMeasure } from '../../support/builders/plan.ts';
import { aUnitPlan } from '../../support/builders/unit-plan.ts';
import { checkOf, ofRule, unitPlan, type Case } from './situation.ts';

const committing = (value: number): Case[1] => checkOf(unitPlan().committing({ target: 'ct-01', value }).build());
const saying = (notApplicable: string, value: number | null = null): Case[1] => checkOf(unitPlan().committing({ target: 'ct-01', value, notApplicable }).build());

const withDistrictTarget = aPlan().withTasks(aPlanTask()).withTargets(...everyMeasure, aTarget({ id: 'ct-06', code: 'district', appliesTo: { levels: ['district'] } })).build();
const districtOnly = aUnitPlan({ plan: withDistrictTarget }).committing({ target: 'ct-06', value: 97 }).build();
const first = unitPlan().build().targets[0];

export const planTargetSituations = [
  ...ofRule('commitment-unknown-target', {
    found: [['a target that no plan has', checkOf(unitPlan().committing({ target: 'ct-99', value: 1 }).build()), { at: '/targets/0/target' }]],
    fine: [['a target of the plan', checkOf(unitPlan().build())]],
  }),
  ...ofRule('commitment-not-assigned', {
    found: [['a department that commits to a target of districts', checkOf(districtOnly, { plan: withDistrictTarget }), { at: '/targets/0/target' }]],
    fine: [['its own target', checkOf(unitPlan().build())]],
  }),
  ...ofRule('commitment-repeated', {
    found: [['the first target entered again at the end', checkOf(unitPlan().having({ targets: [...unitPlan().build().targets, ...(first ? [first] : [])] }).build()), { at: '/targets/5/target' }]],
    fine: [['each once', checkOf(unitPlan().build())]],
  }),
  ...ofRule('commitment-negative', {
    found: [['-1 %', committing(-1), { at: '/targets/0/value', also: ['target-commitment'] }]],
    fine: [['0 outages', checkOf(unitPlan().committing({ target: 'ct-05', value: 0 }).build())]],
  }),
  ...ofRule('commitment-above-hundred', {
    found: [['100,01 %', committing(100.01), { at: '/targets/0/value' }]],
    fine: [['100 %', committing(100)], ['140 people of at least 40', checkOf(unitPlan().committing({ target: 'ct-02', value: 140 }).build())]],
  }),
  ...ofRule('commitment-not-applicable-without-reason', {
    found: [['a blank reason', saying('  '), { at: '/targets/0/notApplicable', also: ['target-commitment'] }], ['a dot', saying('.'), { at: '/targets/0/notApplicable', also: ['target-commitment'] }]],
    fine: [['a reason', saying('Đơn vị không phát hành văn bản')]],
  }),
  ...ofRule('commitment-both-ways', {
    found: [['97 % and a reason', saying('Không có văn bản', 97), { at: '/targets/0/value' }]],
    fine: [['a reason alone', saying('Không có văn bản')]],
  }),
];
