import type { Reminder } from '../../domain/duty.ts';
import { noticeOfReminder } from '../../domain/notice.ts';
import type { Reminders } from '../../domain/ports/duties.ts';
import type { Prisma, Reminder as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertDeliveries } from './delivery-rows.ts';
import { insertRows } from './insert.ts';
import { insertNotices } from './notices.ts';
import { limitOf, pageOf, positionOf } from './paging.ts';

function toReminder(row: Row): Reminder {
  return { ...row, dueAt: toInstant(row.dueAt), sentAt: toInstant(row.sentAt) };
}

function toRow(reminder: Reminder): Row {
  return { ...reminder, dueAt: fromInstant(reminder.dueAt), sentAt: fromInstant(reminder.sentAt) };
}

export function createReminders(context: Context): Reminders {
  const { db } = context;
  return {
    async insertMissing(reminders) {
      const fresh: Reminder[] = [];
      for (const reminder of reminders) if ((await insertRows(db, 'Reminder', [toRow(reminder)], 'ignore')) > 0) fresh.push(reminder);
      const told = fresh.map((reminder) => ({ notice: noticeOfReminder(reminder), unit: reminder.unit, rung: reminder.rung, toLeader: reminder.to === 'leader' }));
      await insertNotices(db, told.map(({ notice }) => notice));
      await insertDeliveries(context, told);
      return fresh;
    },
    async listOf(duty) {
      return (await db.reminder.findMany({ where: { duty }, orderBy: [{ sentAt: 'asc' }, { id: 'asc' }] })).map(toReminder);
    },
    async list(filter, page) {
      const after = positionOf(page);
      const rest: Prisma.ReminderWhereInput = after ? { OR: [{ sentAt: { lt: BigInt(after[0]) } }, { sentAt: BigInt(after[0]), id: { gt: String(after[1]) } }] } : {};
      const limit = limitOf(page);
      const rows = await db.reminder.findMany({ where: { AND: [{ ...filter }, rest] }, orderBy: [{ sentAt: 'desc' }, { id: 'asc' }], take: limit + 1 });
      return pageOf(rows, limit, await db.reminder.count({ where: { ...filter } }), toReminder, (row) => [Number(row.sentAt), row.id]);
    },
    count: (filter) => db.reminder.count({ where: { ...filter } }),
  };
}
