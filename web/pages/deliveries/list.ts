import { listDeliveries } from '../../../api/use-cases/deliveries.ts';
import { listResendable } from '../../../api/use-cases/resendable.ts';
import { countUnaddressed } from '../../../api/use-cases/unaddressed.ts';
import { deliveryChannels, deliveryStates } from '../../../domain/delivery.ts';
import { noticeKinds } from '../../../domain/notice.ts';
import type { DeliveryOrder } from '../../../domain/ports/deliveries.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { choice } from '../../view/fields.ts';
import { faultRows } from './fault-rows.ts';
import { cursorOf, filterOf, logQuery, type LogQuery } from './query.ts';
import { wordsOf } from './words.ts';

const perPage = 100;

async function show(visit: Visit<unknown, LogQuery>): Promise<View> {
  const { desk, caller, t, query: wanted } = visit;
  const { record: { read: { deliveries, cycles } }, registers, now } = desk;
  const [{ items, next, total }, backlog, unaddressed, addressFaults, units, years, again] = await Promise.all([
    listDeliveries(desk, filterOf(wanted), { limit: perPage, ...cursorOf(wanted.cursor) }, wanted.order), deliveries.backlog(now()), countUnaddressed(desk), faultRows(desk, isAllowed(caller.actor, 'account.write')), registers.units(), cycles.list(), listResendable(desk),
  ]);
  const { waiting, failed, uncertain } = backlog;
  return {
    template: 'deliveries/list.njk', title: t('deliveries.title'), help: 'deliveries.help', wide: true,
    lead: [
      uncertain > 0 ? t('deliveries.leadUncertain', { count: uncertain }) : t('deliveries.lead', { waiting, failed }),
      ...deliveryChannels.flatMap((channel) => (unaddressed[channel] > 0 ? [t(`deliveries.unaddressed.${channel}`, { count: unaddressed[channel] })] : [])),
    ].join(' '),
    model: {
      wanted, addressFaults, total, uncertain: uncertain > 0 && wanted.state !== 'uncertain' ? paths.deliveries({ state: 'uncertain' }) : undefined, again: again.length, unaddressed: deliveryChannels.some((channel) => unaddressed[channel] > 0) && wanted.state !== 'no-address' ? paths.deliveries({ state: 'no-address' }) : undefined, sorts: sortsOf(wanted),
      selects: [
        { name: 'state', options: choice(deliveryStates, (state) => t(`deliveries.state.${state}`), t('deliveries.any')) }, { name: 'kind', options: choice(noticeKinds, (kind) => t(`deliveries.kind.${kind}`), t('deliveries.any')) },
        { name: 'channel', options: choice(deliveryChannels, (channel) => t(`deliveries.channel.${channel}`), t('deliveries.any')) },
        { name: 'cycle', options: [{ value: '', text: t('deliveries.any') }, ...years.map(({ id, title }) => ({ value: id, text: `${title} (${id})` }))] },
      ],
      units: [...units.values()].map(({ code, name }) => ({ value: code, text: name })),
      rows: items.map((each) => ({ ...each, href: paths.delivery(each.id), unitName: units.get(each.unit)?.name ?? each.unit, ...wordsOf(each, t) })),
      next: next === undefined ? undefined : paths.deliveries({ ...wanted, cursor: next }), csv: paths.deliveriesCsv({ ...wanted, cursor: undefined }),
    },
  };
}

/** Where the heads of the table lead; the time turns round. */
function sortsOf(wanted: LogQuery): Readonly<Record<string, { readonly sort: string; readonly link: string }>> {
  const { order = 'newest' } = wanted;
  const to = (by: DeliveryOrder): string => paths.deliveries({ ...wanted, order: by, cursor: undefined });
  const by = (name: 'name' | 'unit' | 'due' | 'state') => ({ sort: order === name ? name : '', link: to(name) });
  return { name: by('name'), unit: by('unit'), due: by('due'), state: by('state'), when: { sort: order === 'newest' ? '-when' : order === 'oldest' ? 'when' : '', link: to(order === 'newest' ? 'oldest' : 'newest') } };
}

export const deliveriesPage = page({ name: 'deliveries', path: '/admin/deliveries', action: 'delivery.read', query: logQuery, show });
/** The page once more, for what was refused on it. */
export const showLog = (visit: Visit): Promise<View> => show({ ...visit, query: logQuery.parse({}) });
