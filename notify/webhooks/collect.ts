import type { Instant } from '../../domain/date.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { webhookEventOf, webhookMessageOf, type NewWebhookDelivery } from '../../domain/webhook.ts';

const slice = 500;

/**
 * Writes a delivery for each committed fact that an endpoint wants to be told of, and moves its cursor in the same transaction: nothing is
 * passed over and nothing is told twice, whatever crashes. Rehearsals are nobody else's business. Answers whether there may be more.
 */
export async function collectDeliveries(record: RecordStore, now: Instant): Promise<boolean> {
  const listening = (await record.read.webhookEndpoints.list()).filter(({ state }) => state === 'on');
  if (listening.length === 0) return false;
  const after = Math.min(...listening.map(({ cursor }) => cursor));
  if ((await record.read.audit.lastId()) <= after) return false;
  const { items } = await record.read.audit.list({ after }, { limit: slice });
  const last = items.at(-1);
  if (!last) return false;
  const rehearsals = new Set((await record.read.cycles.list()).filter(({ rehearsal }) => rehearsal).map(({ id }) => id));
  const messages = items.flatMap((row) => {
    const type = webhookEventOf(row);
    return type === undefined || (row.cycle !== null && rehearsals.has(row.cycle)) ? [] : [{ row: row.id, type, message: webhookMessageOf(row, type) }];
  });
  await record.write(async (tx) => {
    const endpoints = (await tx.webhookEndpoints.list()).filter(({ state, cursor }) => state === 'on' && cursor < last.id);
    const deliveries = endpoints.flatMap(({ id, cursor, events }) => messages
      .filter(({ row, type }) => row > cursor && events.includes(type))
      .map(({ message }): NewWebhookDelivery => ({ ...message, endpoint: id, nextAt: now, createdAt: now })));
    await tx.webhookDeliveries.insertMissing(deliveries);
    for (const { id } of endpoints) await tx.webhookEndpoints.update(id, { cursor: last.id });
  });
  return items.length === slice;
}
