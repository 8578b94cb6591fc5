import { z } from 'zod';
import { listResendable } from '../../../api/use-cases/resendable.ts';
import { resend, resendAll } from '../../../api/use-cases/resending.ts';
import { act } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { showLog } from './list.ts';
import { byId, showDelivery } from './one.ts';
import { wordsOf } from './words.ts';

/** Rows that are shown before all are sent. */
const shown = 100;

export const resendAllAct = act({
  name: 'resendDeliveries', path: '/admin/deliveries/resending', action: 'delivery.settle', once: true, form: z.object({}),
  async ask({ desk, t }) {
    const [all, units] = await Promise.all([listResendable(desk), desk.registers.units()]);
    return {
      template: 'components/ask.njk', title: t('deliveries.resendAll', { count: all.length }), crumbs: [{ text: t('deliveries.title'), href: paths.deliveries() }, { text: t('deliveries.again') }], wide: true,
      model: {
        will: [t('deliveries.willResend', { count: all.length }), t('deliveries.willWithdraw')], action: paths.resendDeliveries(), back: paths.deliveries(), button: t('deliveries.resendAll', { count: all.length }), isStopped: all.length === 0,
        heads: ['name', 'address', 'unit', 'what', 'state'].map((column) => t(`deliveries.column.${column}`)),
        rows: all.slice(0, shown).map(({ delivery, to }) => { const { kindName, what } = wordsOf(delivery, t); return [to.name, to.address, units.get(delivery.unit)?.name ?? delivery.unit, `${kindName}: ${what}`, t(`deliveries.state.${delivery.state}`)]; }),
      },
    };
  },
  run: ({ desk, caller }) => resendAll(desk, caller),
  then: ({ resent }) => ({ to: paths.deliveries({ state: 'waiting' }), notice: 'deliveries.resentAll', figures: { count: resent } }),
  again: showLog,
});

export const resendOneAct = act({
  name: 'resendDelivery', path: '/admin/deliveries/:id/again', action: 'delivery.settle', params: byId, once: true,
  run: ({ desk, caller, params }) => resend(desk, caller, params.id),
  then: ({ name }, { params }) => ({ to: paths.delivery(params.id), notice: 'deliveries.resending', figures: { name } }),
  fieldOf: () => '',
  again: showDelivery,
});
