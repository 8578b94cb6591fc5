import { z } from 'zod';
import type { Delivery } from '../../../domain/delivery.ts';
import { deliveryStates } from '../../../domain/delivery.ts';
import type { DeliveryFilter } from '../../../domain/ports/deliveries.ts';
import { page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { csvFile } from '../../view/csv.ts';
import { choice } from '../../view/fields.ts';
import { formats } from '../../view/formats.ts';
import { wordsOf } from './words.ts';

const text = z.string().trim().max(200).optional().transform((value) => value || undefined);
const query = z.object({ state: z.enum(deliveryStates).optional().catch(undefined), cycle: text, unit: text, person: text, cursor: text });
type Query = z.output<typeof query>;

const perPage = 100;
/** As many rows as a spreadsheet still opens at once. */
const exported = 20_000;

const filterOf = ({ cursor: _, ...filter }: Query): DeliveryFilter => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
const cursorOf = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

async function show(visit: Visit<unknown, Query>): Promise<View> {
  const { desk: { record, registers, now }, t, query: wanted } = visit;
  const { deliveries } = record.read;
  const filter = filterOf(wanted);
  const [{ items, next, total }, backlog, faults, units] = await Promise.all([deliveries.list(filter, { limit: perPage, ...cursorOf(wanted.cursor) }), deliveries.backlog(now()), deliveries.faults(), registers.units()]);
  const { waiting, failed, uncertain } = backlog;
  return {
    template: 'deliveries/list.njk', title: t('deliveries.title'), help: 'deliveries.help', wide: true,
    lead: uncertain > 0 ? t('deliveries.leadUncertain', { count: uncertain }) : t('deliveries.lead', { waiting, failed }),
    model: {
      wanted, faults, total, uncertain: uncertain > 0 && wanted.state !== 'uncertain' ? paths.deliveries({ state: 'uncertain' }) : undefined,
      states: choice(deliveryStates, (state) => t(`deliveries.state.${state}`), t('deliveries.any')),
      rows: items.map((each) => ({ ...each, href: paths.delivery(each.id), unitName: units.get(each.unit)?.name ?? each.unit, ...wordsOf(each, t) })),
      next: next === undefined ? undefined : paths.deliveries({ ...wanted, cursor: next }), csv: paths.deliveriesCsv({ ...wanted, cursor: undefined }),
    },
  };
}

const columns = ['id', 'createdAt', 'name', 'address', 'unit', 'what', 'rung', 'due', 'state', 'endedAt', 'attempts', 'lastError', 'mail'] as const;

async function download({ desk, t, language, query: wanted }: Visit<unknown, Query>): Promise<Download> {
  const rows: Delivery[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await desk.record.read.deliveries.list(filterOf(wanted), { limit: 500, ...cursorOf(cursor) });
    rows.push(...items);
    cursor = next;
  } while (cursor !== undefined && rows.length < exported);
  const { instant, date } = formats(language);
  return csvFile(t('deliveries.file'), [columns.map((column) => t(`deliveries.column.${column}`)), ...rows.map((each) => {
    const cells = { ...each, ...wordsOf(each, t), createdAt: instant(each.createdAt), endedAt: each.endedAt === null ? null : instant(each.endedAt), due: each.due === null ? null : date(each.due), state: t(`deliveries.state.${each.state}`) };
    return columns.map((column) => cells[column]);
  })]);
}

export const deliveriesPage = page({ name: 'deliveries', path: '/admin/deliveries', action: 'delivery.read', query, show });
export const deliveriesCsv = page({ name: 'deliveriesCsv', path: '/admin/deliveries.csv', action: 'delivery.read', query, show: download });
