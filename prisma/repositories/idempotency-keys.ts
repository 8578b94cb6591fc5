import type { IdempotencyKeys } from '../../domain/ports/messages.ts';
import { Refused } from '../../domain/refusals.ts';
import { fromInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

export function createIdempotencyKeys({ db }: Context): IdempotencyKeys {
  return {
    async find(account, key) {
      return (await db.idempotencyKey.findFirst({ where: { account, key }, select: { requestHash: true, status: true, body: true } })) ?? undefined;
    },
    async insert(account, key, { requestHash, status, body }, at) {
      const row = { account, key, requestHash, status, body, createdAt: fromInstant(at) };
      if ((await insertRows(db, 'IdempotencyKey', [row], 'ignore')) === 0) throw new Refused('idempotency-running');
    },
    async removeOlder(at) {
      return (await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: fromInstant(at) } } })).count;
    },
  };
}
