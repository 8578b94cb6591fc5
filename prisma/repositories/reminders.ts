import type { DueReminder, Reminder } from '../../domain/duty.ts';
import { channelsOf, type RungAudience } from '../../domain/cycle.ts';
import type { Matter } from '../../domain/delivery.ts';
import { noticeOfReminder } from '../../domain/notice.ts';
import type { Reminders } from '../../domain/ports/duties.ts';
import type { Prisma, Reminder as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertDeliveries, parentsOf } from './delivery-rows.ts';
import { insertRows } from './insert.ts';
import { insertNotices } from './notices.ts';
import { limitOf, pageOf, positionOf } from './paging.ts';

function toReminder(row: Row): Reminder {
  return { ...row, dueAt: toInstant(row.dueAt), sentAt: toInstant(row.sentAt) };
}

function toRow({ channels: _, mayOptOut: __, text: ___, ...reminder }: DueReminder): Row {
  return { ...reminder, directive: reminder.directive ?? null, dueAt: fromInstant(reminder.dueAt), sentAt: fromInstant(reminder.sentAt) };
}

export function createReminders(context: Context): Reminders {
  const { db } = context;
  return {
    async insertMissing(reminders) {
      const fresh: DueReminder[] = [];
      for (const reminder of reminders) if ((await insertRows(db, 'Reminder', [toRow(reminder)], 'ignore')) > 0) fresh.push(reminder);
      const parents = await parentsOf(context, fresh.map(({ unit }) => unit));
      const told = fresh.map((reminder): Matter => {
        const { unit, rung, to, mayOptOut = false, escalation, text } = reminder;
        return { notice: noticeOfReminder(reminder, parents.get(unit) ?? null), unit, rung, to: to as RungAudience, channels: channelsOf(reminder), mayOptOut: mayOptOut && !escalation, ...(text === undefined ? {} : { text }) };
      });
      await insertNotices(db, told.map(({ notice }) => notice));
      await insertDeliveries(context, told);
      return fresh;
    },
    async listOf(subject) {
      return (await db.reminder.findMany({ where: { OR: [{ duty: subject }, { directive: subject }] }, orderBy: [{ sentAt: 'asc' }, { id: 'asc' }] })).map(toReminder);
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
