import type { OutboxMessage, WorkflowType } from '../../domain/outbox.ts';
import type { Outbox } from '../../domain/ports/messages.ts';
import type { OutboxMessage as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

function toMessage({ id, workflowId, workflowType, act, version, createdAt, attempts }: Row): OutboxMessage {
  return { id, workflowId, workflowType: workflowType as WorkflowType, act, version, createdAt: toInstant(createdAt), attempts };
}

/** A message may go when nothing holds it, and nothing holds an earlier one of its workflow. */
function ready(db: Context['db'], limit: number, now: bigint): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT m.* FROM "OutboxMessage" m
    WHERE m."deliveredAt" IS NULL
      AND (m."leaseUntil" IS NULL OR m."leaseUntil" <= ${now})
      AND (m."notBefore" IS NULL OR m."notBefore" <= ${now})
      AND NOT EXISTS (
        SELECT 1 FROM "OutboxMessage" e
        WHERE e."workflowId" = m."workflowId" AND e."deliveredAt" IS NULL AND e."id" < m."id"
          AND (e."leaseUntil" > ${now} OR e."notBefore" > ${now}))
    ORDER BY m."id" LIMIT ${limit}`;
}

export function createOutbox({ db, now: realTime }: Context): Outbox {
  return {
    async append(messages, at) {
      const times = { createdAt: fromInstant(at), writtenAt: fromInstant(realTime()) };
      await insertRows(db, 'OutboxMessage', messages.map(({ workflowId, workflowType, act, version }) => ({ workflowId, workflowType, act, version, ...times })));
    },
    async lease(owner, limit, now, until) {
      const rows = await ready(db, limit, fromInstant(now));
      if (rows.length > 0) await db.outboxMessage.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { leaseOwner: owner, leaseUntil: fromInstant(until) } });
      return rows.map(toMessage);
    },
    async delivered(ids, at) {
      await db.outboxMessage.updateMany({ where: { id: { in: [...ids] } }, data: { deliveredAt: fromInstant(at), leaseOwner: null, leaseUntil: null, lastError: null } });
    },
    async failed(ids, error, notBefore) {
      const data = { leaseOwner: null, leaseUntil: null, attempts: { increment: 1 }, lastError: error.slice(0, 2_000), notBefore: fromInstant(notBefore) };
      await db.outboxMessage.updateMany({ where: { id: { in: [...ids] }, deliveredAt: null }, data });
    },
    async backlog(now) {
      const { _count, _min } = await db.outboxMessage.aggregate({ where: { deliveredAt: null }, _count: { _all: true }, _min: { writtenAt: true } });
      return { count: _count._all, oldestMs: _min.writtenAt === null ? 0 : Math.max(0, now - toInstant(_min.writtenAt)) };
    },
    async removeDelivered(before) {
      return (await db.outboxMessage.deleteMany({ where: { deliveredAt: { lt: fromInstant(before) } } })).count;
    },
  };
}
