import { listDeliveries } from '../../../api/use-cases/deliveries.ts';
import type { Delivery } from '../../../domain/delivery.ts';
import { page, type Download, type Visit } from '../../http/page.ts';
import { csvFile } from '../../view/csv.ts';
import { formats } from '../../view/formats.ts';
import { cursorOf, filterOf, logQuery, type LogQuery } from './query.ts';
import { wordsOf } from './words.ts';

/** As many rows as a spreadsheet still opens at once. */
const exported = 20_000;
const columns = ['id', 'createdAt', 'name', 'address', 'cycle', 'unit', 'kind', 'what', 'rung', 'text', 'due', 'channel', 'language', 'state', 'endedAt', 'bouncedAt', 'attempts', 'lastError', 'mail'] as const;

async function download({ desk, t, language, query: wanted }: Visit<unknown, LogQuery>): Promise<Download> {
  const rows: Delivery[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await listDeliveries(desk, filterOf(wanted), { limit: 500, ...cursorOf(cursor) }, wanted.order);
    rows.push(...items);
    cursor = next;
  } while (cursor !== undefined && rows.length < exported);
  const { instant, date } = formats(language);
  const time = (at: number | null): string | null => (at === null ? null : instant(at));
  return csvFile(t('deliveries.file'), [columns.map((column) => t(`deliveries.column.${column}`)), ...rows.map((each) => {
    const { what, kindName, rungName } = wordsOf(each, t);
    const cells = {
      ...each, what, kind: kindName, rung: rungName, createdAt: time(each.createdAt), endedAt: time(each.endedAt), bouncedAt: time(each.bouncedAt), due: each.due === null ? null : date(each.due),
      channel: t(`deliveries.channel.${each.channel}`), language: t(`self.mails.in.${each.language}`), state: t(`deliveries.state.${each.state}`),
    };
    return columns.map((column) => cells[column]);
  })]);
}

export const deliveriesCsv = page({ name: 'deliveriesCsv', path: '/admin/deliveries.csv', action: 'delivery.read', query: logQuery, show: download });
