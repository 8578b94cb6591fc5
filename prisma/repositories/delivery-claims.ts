import { bundleKeyOf } from '../../domain/bundle.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Deliveries } from '../../domain/ports/deliveries.ts';
import { Prisma, type Delivery as Row } from '../generated/client.ts';
import { fromInstant } from './columns.ts';
import type { Context } from './context.ts';
import { asleep, kindsWhere } from './quiet.ts';

export const free = { leaseOwner: null, leaseUntil: null, begunAt: null } as const;
/** Rows of one claim, however many wait for its people. */
const mostRows = 1_000;
/** For how many times its rest may what waits for one mailbox be put off by news for the same. */
const mostRests = 15;

const dueAt = (now: number): Prisma.Sql => Prisma.sql`("notBefore" IS NULL OR "notBefore" <= ${fromInstant(now)})`;
const leftAt = (now: number): Prisma.DeliveryWhereInput => ({ state: 'claimed', leaseUntil: { lte: fromInstant(now) } });
/** From when a row could have gone: what rested over night counts from the morning. */
const ready = Prisma.sql`CASE WHEN "attempts" = 0 AND "notBefore" > "createdAt" THEN "notBefore" ELSE "createdAt" END`;

/** Who takes what to send it. What waits for one mailbox goes together, when nothing has come for it for a while. */
export function createClaims(context: Context, toDelivery: (row: Row) => Delivery): Pick<Deliveries, 'claimable' | 'claim'> {
  const { db } = context;

  /** What waits and may go out at this hour. */
  async function awakeAt(now: number, rest: number): Promise<Prisma.Sql> {
    const cycles = (await db.delivery.groupBy({ by: ['cycle'], where: { state: 'waiting' } })).map(({ cycle }) => cycle);
    return Prisma.sql`"state" = 'waiting' AND "address" IS NOT NULL AND NOT ${await asleep(context, cycles, now, rest)}`;
  }

  /** What a dead sender left. */
  async function settleLeft(now: number): Promise<void> {
    const left = leftAt(now);
    await db.delivery.updateMany({ where: { ...left, begunAt: { not: null }, kind: { notIn: [...kindsWhere(true)] } }, data: { state: 'uncertain', leaseUntil: null, lastError: 'crash', endedAt: fromInstant(now) } });
    await db.delivery.updateMany({ where: left, data: { ...free, state: 'waiting' } });
  }

  return {
    async claimable(now, settled) {
      const left = await db.delivery.count({ where: leftAt(now) });
      if ((await db.delivery.count({ where: { state: 'waiting', createdAt: { lte: fromInstant(settled) }, OR: [{ notBefore: null }, { notBefore: { lte: fromInstant(now) } }] } })) === 0) return left;
      const [found] = await db.$queryRaw<{ count: bigint }[]>`SELECT COUNT(*) AS "count" FROM "Delivery" WHERE ${await awakeAt(now, now - settled)} AND ${dueAt(now)} AND "createdAt" <= ${fromInstant(settled)}`;
      return left + Number(found?.count ?? 0);
    },
    async claim(owner, people, { now, until, settled }) {
      await settleLeft(now);
      const awake = await awakeAt(now, now - settled);
      const boxes = await db.$queryRaw<{ box: string }[]>`SELECT lower("address") AS "box" FROM "Delivery" WHERE ${awake} AND ${dueAt(now)} GROUP BY lower("address")
        HAVING MAX("createdAt") <= ${fromInstant(settled)} OR MIN(${ready}) <= ${fromInstant(now - mostRests * (now - settled))} ORDER BY MIN("id") LIMIT ${people}`;
      if (boxes.length === 0) return [];
      const ids = await db.$queryRaw<{ id: number | bigint }[]>`SELECT "id" FROM "Delivery" WHERE ${awake} AND lower("address") IN (${Prisma.join(boxes.map(({ box }) => box))}) ORDER BY "id" LIMIT ${mostRows}`;
      const waiting = (await db.delivery.findMany({ where: { id: { in: ids.map(({ id }) => Number(id)) } }, orderBy: { id: 'asc' } })).map((row) => toDelivery({ ...row, state: 'claimed' }));
      const due = new Set(waiting.filter(({ notBefore }) => notBefore === null || notBefore <= now).map(bundleKeyOf));
      // what is to be tried again later goes with the mail that its person gets now
      const rows = waiting.filter((each) => due.has(bundleKeyOf(each)));
      await db.delivery.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { state: 'claimed', leaseOwner: owner, leaseUntil: fromInstant(until), begunAt: null } });
      return rows;
    },
  };
}
