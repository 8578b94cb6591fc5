import { withReason } from '../../../api/contracts/duty.ts';
import { withdraw } from '../../../api/use-cases/withdrawing.ts';
import type { Duty } from '../../../domain/duty.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { crumbsOf, readHere } from '../duty/here.ts';
import { actOfDuty, pageOfDuty, type DutyParams } from '../duty/on-both.ts';

async function show(visit: Visit<DutyParams>): Promise<View> {
  const { t, params } = visit;
  const here = await readHere(visit);
  const canWithdraw = here.view.possible.includes('withdraw');
  return { template: 'agency/withdraw.njk', title: t('agency.withdraw.title', { name: here.name }), lead: t(canWithdraw ? 'agency.withdraw.lead' : 'agency.withdraw.over'), cycle: here.cycle, crumbs: crumbsOf(here, visit, { text: t('duty.agency.withdraw') }), model: { place: params, canWithdraw } };
}

export const withdrawPages = pageOfDuty({ name: 'withdraw', rest: '/withdraw', action: 'plan.withdraw', scope: 'unit', show });

export const withdrawActs = actOfDuty<unknown, typeof withReason, { duty: Duty }>({
  name: 'withdraw', rest: '/withdraw', action: 'plan.withdraw', scope: 'unit', form: withReason, once: true,
  read: (fields) => ({ reason: fields['reason'] ?? '' }),
  run: ({ desk, caller, params }, { reason }) => withdraw(desk, caller, { place: params, reason }),
  then: (_, { params }) => ({ to: paths.duty(params), notice: 'agency.withdraw.done' }),
  again: show,
});
