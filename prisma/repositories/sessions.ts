import type { Session } from '../../domain/account.ts';
import type { Sessions } from '../../domain/ports/accounts.ts';
import type { Session as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { findRow } from './one-row.ts';

function toSession(row: Row): Session {
  return { ...row, createdAt: toInstant(row.createdAt), lastSeenAt: toInstant(row.lastSeenAt), expiresAt: toInstant(row.expiresAt) };
}

function toRow(session: Session): Row {
  return { ...session, createdAt: fromInstant(session.createdAt), lastSeenAt: fromInstant(session.lastSeenAt), expiresAt: fromInstant(session.expiresAt) };
}

export function createSessions({ db }: Context): Sessions {
  return {
    async find(id) {
      const row = await findRow<Row>(db, 'Session', { id });
      return row ? toSession(row) : undefined;
    },
    async listOf(account) {
      return (await db.session.findMany({ where: { account }, orderBy: { createdAt: 'desc' } })).map(toSession);
    },
    async insert(session) {
      await insertRows(db, 'Session', [toRow(session)]);
    },
    async touch(id, at) {
      await db.session.updateMany({ where: { id }, data: { lastSeenAt: fromInstant(at) } });
    },
    async remove(id) {
      return (await db.session.deleteMany({ where: { id } })).count > 0;
    },
    async removeAllOf(account, except) {
      return (await db.session.deleteMany({ where: { account, ...(except === undefined ? {} : { id: { not: except } }) } })).count;
    },
    async removeExpired(at) {
      return (await db.session.deleteMany({ where: { expiresAt: { lte: fromInstant(at) } } })).count;
    },
  };
}
