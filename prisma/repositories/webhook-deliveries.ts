import type { WebhookDeliveries } from '../../domain/ports/webhooks.ts';
import type { DeliveryState, WebhookDelivery } from '../../domain/webhook.ts';
import type { Prisma, WebhookDelivery as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { limitOf, pageOf, positionOf } from './paging.ts';

const toDelivery = (row: Row): WebhookDelivery => ({
  ...row, type: row.type as WebhookDelivery['type'], state: row.state as DeliveryState, nextAt: toInstant(row.nextAt), createdAt: toInstant(row.createdAt), deliveredAt: toInstantOrNull(row.deliveredAt),
});

export function createWebhookDeliveries({ db }: Context): WebhookDeliveries {
  return {
    async list(where, page) {
      const from = positionOf(page)?.[0];
      const limit = limitOf(page);
      const rows = await db.webhookDelivery.findMany({ where: { AND: [where, from === undefined ? {} : { id: { lt: Number(from) } }] }, orderBy: { id: 'desc' }, take: limit + 1 });
      return pageOf(rows, limit, await db.webhookDelivery.count({ where }), toDelivery, ({ id }) => [id, id]);
    },
    async countByState(endpoint) {
      const groups = await db.webhookDelivery.groupBy({ by: ['state'], where: { endpoint }, _count: { _all: true } });
      const counts = Object.fromEntries(groups.map(({ state, _count }) => [state, _count._all]));
      return { waiting: counts['waiting'] ?? 0, delivered: counts['delivered'] ?? 0, dead: counts['dead'] ?? 0 };
    },
    async insertMissing(deliveries) {
      await insertRows(db, 'WebhookDelivery', deliveries.map(({ nextAt, createdAt, ...rest }) => ({ ...rest, nextAt: fromInstant(nextAt), createdAt: fromInstant(createdAt) })), 'ignore');
    },
    async dueEndpoints(now) {
      const due: Prisma.WebhookDeliveryWhereInput = { state: 'waiting', nextAt: { lte: fromInstant(now) }, ofEndpoint: { state: 'on' } };
      return (await db.webhookDelivery.findMany({ where: due, distinct: ['endpoint'], select: { endpoint: true } })).map(({ endpoint }) => endpoint);
    },
    async claimNext(endpoint, now, until) {
      const row = await db.webhookDelivery.findFirst({ where: { endpoint, state: 'waiting', nextAt: { lte: fromInstant(now) } }, orderBy: { id: 'asc' } });
      if (!row) return undefined;
      const attempts = row.attempts + 1;
      await db.webhookDelivery.updateMany({ where: { id: row.id }, data: { attempts, nextAt: fromInstant(until) } });
      return toDelivery({ ...row, attempts });
    },
    async settle(id, { nextAt, deliveredAt, ...changes }) {
      const times = { ...(nextAt === undefined ? {} : { nextAt: fromInstant(nextAt) }), ...(deliveredAt === undefined ? {} : { deliveredAt: fromInstantOrNull(deliveredAt) }) };
      await db.webhookDelivery.updateMany({ where: { id, state: { not: 'delivered' } }, data: { ...changes, ...times } });
    },
    async backlog(now) {
      const waiting: Prisma.WebhookDeliveryWhereInput = { state: 'waiting', ofEndpoint: { state: 'on' } };
      const [{ _count, _min }, failing, dead] = await Promise.all([
        db.webhookDelivery.aggregate({ where: waiting, _count: { _all: true }, _min: { createdAt: true, nextAt: true } }),
        db.webhookDelivery.count({ where: { ...waiting, OR: [{ lastError: { not: null } }, { lastStatus: { not: null } }] } }),
        db.webhookDelivery.count({ where: { state: 'dead' } }),
      ]);
      const since = (at: bigint | null): number => (at === null ? 0 : Math.max(0, now - toInstant(at)));
      return { waiting: _count._all, oldestMs: since(_min.createdAt), failing, overdueMs: since(_min.nextAt), dead };
    },
    async removeDelivered(before) {
      return (await db.webhookDelivery.deleteMany({ where: { state: 'delivered', deliveredAt: { lt: fromInstant(before) } } })).count;
    },
    async giveUp(endpoint, lastError) {
      return (await db.webhookDelivery.updateMany({ where: { endpoint, state: 'waiting' }, data: { state: 'dead', lastError } })).count;
    },
    async replay(endpoint, at, id) {
      return (await db.webhookDelivery.updateMany({ where: { endpoint, state: 'dead', ...(id === undefined ? {} : { id }) }, data: { state: 'waiting', attempts: 0, nextAt: fromInstant(at) } })).count;
    },
  };
}
