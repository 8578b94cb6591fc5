import type { CalendarDays } from '../../domain/ports/registers.ts';
import type { CalendarDay, CalendarDayKind } from '../../domain/working-calendar.ts';
import type { CalendarDay as Row } from '../generated/client.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

function toDay(row: Row): CalendarDay {
  return { ...row, kind: row.kind as CalendarDayKind };
}

export function createCalendarDays({ db }: Context): CalendarDays {
  return {
    async list() {
      return (await db.calendarDay.findMany({ orderBy: { date: 'asc' } })).map(toDay);
    },
    async upsertMany(days) {
      await insertRows(db, 'CalendarDay', days.map(({ date, kind, name, nameEn, source }): Row => ({ date, kind, name, nameEn, source })), { replace: 'date' });
    },
    async remove(date) {
      return (await db.calendarDay.deleteMany({ where: { date } })).count > 0;
    },
    count: () => db.calendarDay.count(),
  };
}
