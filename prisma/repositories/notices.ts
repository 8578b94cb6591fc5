import { isRehearsed, rehearsedAddress, type NewNotice, type Notice, type NoticeKind } from '../../domain/notice.ts';
import type { Notices } from '../../domain/ports/notices.ts';
import { Prisma, type Notice as Row, type PrismaClient } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertDeliveries } from './delivery-rows.ts';
import { insertRows } from './insert.ts';
import { limitOf, pageOf, positionOf } from './paging.ts';

/** Writes notices; those of a rehearsed cycle go to an address of their own, where they wait for nobody. */
export async function insertNotices(db: PrismaClient, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const cycles = await db.cycle.findMany({ where: { id: { in: [...new Set(notices.map(({ cycle }) => cycle))] }, rehearsal: true }, select: { id: true } });
  const rehearsed = new Set(cycles.map(({ id }) => id));
  await insertRows(db, 'Notice', notices.map((notice) => ({ ...notice, to: rehearsed.has(notice.cycle) ? rehearsedAddress(notice.to) : notice.to, at: fromInstant(notice.at) })));
}

const toNotice = (row: Row, isRead: boolean): Notice => ({ ...row, kind: row.kind as NoticeKind, at: toInstant(row.at), isRead });

export function createNotices(context: Context): Notices {
  const { db } = context;
  const upToOf = async (account: string): Promise<number> => (await db.noticeSeen.findFirst({ where: { account } }))?.upTo ?? 0;

  async function withRead(account: string, rows: readonly Row[]): Promise<readonly Notice[]> {
    const [upTo, read] = await Promise.all([upToOf(account), db.noticeRead.findMany({ where: { account, notice: { in: rows.map(({ id }) => id) } } })]);
    const ids = new Set(read.map(({ notice }) => notice));
    return rows.map((row) => toNotice(row, isRehearsed(row) || row.id <= upTo || ids.has(row.id)));
  }

  return {
    async tell(matters) {
      await insertNotices(db, matters.map(({ notice }) => notice));
      await insertDeliveries(context, matters);
    },
    async list(account, addresses, page) {
      const where = { to: { in: [...addresses] } };
      const from = positionOf(page)?.[0];
      const limit = limitOf(page);
      const rows = await db.notice.findMany({ where: { AND: [where, from === undefined ? {} : { id: { lt: Number(from) } }] }, orderBy: { id: 'desc' }, take: limit + 1 });
      const known = new Map((await withRead(account, rows)).map((notice) => [notice.id, notice]));
      return pageOf(rows, limit, await db.notice.count({ where }), (row) => known.get(row.id) ?? toNotice(row, false), ({ id }) => [id, id]);
    },
    async find(account, addresses, id) {
      const row = await db.notice.findFirst({ where: { id, to: { in: [...addresses] } } });
      return row ? (await withRead(account, [row]))[0] : undefined;
    },
    async countUnread(account, addresses, limit) {
      if (addresses.length === 0) return 0;
      const [found] = await db.$queryRaw<{ unread: number | bigint }[]>`
        SELECT COUNT(*) AS "unread" FROM (
          SELECT 1 FROM "Notice" n
          WHERE n."to" IN (${Prisma.join([...addresses])}) AND n."id" > COALESCE((SELECT s."upTo" FROM "NoticeSeen" s WHERE s."account" = ${account}), 0)
            AND NOT EXISTS (SELECT 1 FROM "NoticeRead" r WHERE r."account" = ${account} AND r."notice" = n."id")
          LIMIT ${limit}) unread`;
      return Number(found?.unread ?? 0);
    },
    async markRead(account, id) {
      await insertRows(db, 'NoticeRead', [{ account, notice: id }], 'ignore');
    },
    async markReadUpTo(account, id) {
      const upTo = Math.max(id, await upToOf(account));
      await insertRows(db, 'NoticeSeen', [{ account, upTo }], { replace: 'account' });
      await db.noticeRead.deleteMany({ where: { account, notice: { lte: upTo } } });
    },
  };
}
