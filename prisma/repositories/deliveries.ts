import type { Delivery } from '../../domain/delivery.ts';
import type { NoticeKind } from '../../domain/notice.ts';
import type { Deliveries, DeliveryEnd, DeliveryFilter, DeliveryOrder } from '../../domain/ports/deliveries.ts';
import { Prisma, type Delivery as Row } from '../generated/client.ts';
import { fromInstant, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { createBounces } from './delivery-bounces.ts';
import { createClaims, free } from './delivery-claims.ts';
import { insertRows } from './insert.ts';
import { limitOf, pageOf, positionOf } from './paging.ts';

function toDelivery({ leaseOwner: _, leaseUntil: __, begunAt: ___, ...row }: Row): Delivery {
  return {
    ...row, channel: row.channel as Delivery['channel'], kind: row.kind as NoticeKind, state: row.state as Delivery['state'], language: row.language as Delivery['language'], bouncedAt: toInstantOrNull(row.bouncedAt),
    at: toInstant(row.at), createdAt: toInstant(row.createdAt), notBefore: toInstantOrNull(row.notBefore), endedAt: toInstantOrNull(row.endedAt),
  };
}

function toWhere({ person, from, before, ...equal }: DeliveryFilter): Prisma.DeliveryWhereInput {
  const written = { ...(from === undefined ? {} : { gte: fromInstant(from) }), ...(before === undefined ? {} : { lt: fromInstant(before) }) };
  return { ...equal, createdAt: written, ...(person === undefined ? {} : { OR: [{ name: { contains: person } }, { address: { contains: person } }] }) };
}

/** Rows of one value by their number; where a value is missing it comes last. */
const orders: Readonly<Record<Exclude<DeliveryOrder, 'newest' | 'oldest'>, Prisma.DeliveryOrderByWithRelationInput>> = {
  due: { due: { sort: 'asc', nulls: 'last' } }, unit: { unit: 'asc' }, name: { name: 'asc' }, state: { state: 'asc' },
};

function toData(end: DeliveryEnd, now: number): Prisma.DeliveryUpdateManyMutationInput {
  const ended = { endedAt: fromInstant(now), leaseUntil: null };
  switch (end.state) {
    case 'waiting':
      return { ...free, state: 'waiting', attempts: { increment: 1 }, lastError: end.error.slice(0, 1_000), notBefore: fromInstant(end.notBefore) };
    case 'failed':
    case 'uncertain':
      return { ...ended, state: end.state, attempts: { increment: 1 }, lastError: end.error.slice(0, 1_000) };
    case 'sent':
    case 'filed':
      return { ...ended, state: end.state, attempts: { increment: 1 }, lastError: null };
    case 'withdrawn':
      return { ...ended, state: 'withdrawn' };
  }
}

export function createDeliveries(context: Context): Deliveries {
  const { db } = context;
  return {
    async find(id) {
      const row = await db.delivery.findFirst({ where: { id } });
      return row ? toDelivery(row) : undefined;
    },
    async list(filter, page, order = 'newest') {
      const where = toWhere(filter);
      const from = positionOf(page);
      const limit = limitOf(page);
      const total = await db.delivery.count({ where });
      if (order === 'newest' || order === 'oldest') {
        const after = from === undefined ? {} : { id: order === 'newest' ? { lt: Number(from[0]) } : { gt: Number(from[0]) } };
        const rows = await db.delivery.findMany({ where: { AND: [where, after] }, orderBy: { id: order === 'newest' ? 'desc' : 'asc' }, take: limit + 1 });
        return pageOf(rows, limit, total, toDelivery, ({ id }) => [id, id]);
      }
      const skip = Number(from?.[0] ?? 0);
      const rows = await db.delivery.findMany({ where, orderBy: [orders[order], { id: 'desc' }], skip, take: limit + 1 });
      return pageOf(rows, limit, total, toDelivery, () => [skip + limit, 0]);
    },
    async begin(owner, ids, mail, now, until) {
      const held = Prisma.sql`"id" IN (${Prisma.join([...ids])}) AND "state" = 'claimed' AND "leaseOwner" = ${owner} AND "leaseUntil" > ${fromInstant(now)}`;
      const begun = await db.$executeRaw`UPDATE "Delivery" SET "begunAt" = ${fromInstant(now)}, "leaseUntil" = ${fromInstant(until)}, "mail" = ${mail.id}
        WHERE ${held} AND (SELECT COUNT(*) FROM "Delivery" WHERE ${held}) = ${ids.length}`; // all or none, in one statement: as many of these as mails wait behind a person who submits
      if (begun < ids.length) return false;
      await insertRows(db, 'Mail', [{ id: mail.id, at: fromInstant(now), raw: mail.raw }], { replace: 'id' });
      return true;
    },
    async end(owner, ids, end, now) {
      await db.delivery.updateMany({ where: { id: { in: [...ids] }, leaseOwner: owner, state: { in: ['claimed', 'uncertain'] } }, data: toData(end, now) });
    },
    async settle(id, to, now) {
      const data = to === 'waiting' ? { ...free, state: to, notBefore: null, endedAt: null } : { state: to, endedAt: fromInstant(now) };
      return (await db.delivery.updateMany({ where: { id, state: 'uncertain' }, data })).count > 0;
    },
    async findMail(id) {
      const row = await db.mail.findFirst({ where: { id } });
      return row ? { id: row.id, raw: row.raw } : undefined;
    },
    async unaddressed(cycles) {
      const rows = await db.delivery.findMany({ where: { state: 'no-address', cycle: { in: [...cycles] } }, distinct: ['channel', 'unit', 'person'], select: { channel: true, unit: true, person: true } });
      return rows.map((row) => ({ ...row, channel: row.channel as Delivery['channel'] }));
    },
    async countByChannel() {
      const groups = await db.delivery.groupBy({ by: ['channel', 'state'], _count: { _all: true } });
      return groups.map(({ channel, state, _count }) => ({ channel: channel as Delivery['channel'], state: state as Delivery['state'], count: _count._all }));
    },
    async backlog(now) {
      const unsent = { state: { in: ['waiting', 'claimed'] } };
      // what rests for office hours is not late before they begin
      const rested = { attempts: 0, notBefore: { not: null } };
      const { _count } = await db.delivery.aggregate({ where: unsent, _count: { _all: true } });
      const tried = await db.delivery.aggregate({ where: { ...unsent, NOT: rested }, _min: { createdAt: true } });
      const due = await db.delivery.aggregate({ where: { AND: [unsent, rested, { notBefore: { lte: fromInstant(now) } }] }, _min: { notBefore: true } });
      const oldest = [tried._min.createdAt, due._min.notBefore].flatMap((each) => (each === null ? [] : [toInstant(each)]));
      const [failed, uncertain] = [await db.delivery.count({ where: { state: 'failed' } }), await db.delivery.count({ where: { state: 'uncertain' } })];
      return { waiting: _count._all, oldestMs: oldest.length === 0 ? 0 : Math.max(0, now - Math.min(...oldest)), failed, uncertain };
    },
    ...createClaims(context, toDelivery),
    ...createBounces(db, toDelivery),
  };
}
