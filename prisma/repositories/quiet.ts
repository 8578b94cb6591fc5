import type { QuietHours } from '../../domain/cycle.ts';
import { mayRepeat } from '../../domain/delivery.ts';
import type { NoticeKind } from '../../domain/notice.ts';
import { permittedFrom, remindersFrom } from '../../domain/quiet-hours.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { Prisma } from '../generated/client.ts';
import { createCalendarDays } from './calendar-days.ts';
import type { Context } from './context.ts';
import { createCycles } from './cycles.ts';

/** Quiet hours of the cycles that have any. Mails of a rehearsal reach nobody and disturb nobody. */
async function quietOf(context: Context, cycles: readonly string[]): Promise<ReadonlyMap<string, QuietHours>> {
  const quiet = new Map<string, QuietHours>();
  for (const id of new Set(cycles)) {
    const cycle = await createCycles(context).find(id);
    if (cycle && !cycle.rehearsal && cycle.settings.quietHours) quiet.set(id, cycle.settings.quietHours);
  }
  return quiet;
}

interface Owed {
  readonly cycle: string;
  readonly kind: NoticeKind;
}

/** Until when a mail of these cycles that is written now waits for the office to open; null: not at all. */
export async function resting(context: Context, cycles: readonly string[]): Promise<(owed: Owed) => number | null> {
  const quiet = await quietOf(context, cycles);
  if (quiet.size === 0) return () => null;
  const [now, calendar] = [context.now(), workingCalendar(await createCalendarDays(context).list())];
  return ({ cycle, kind }) => {
    const hours = quiet.get(cycle);
    if (!hours || (mayRepeat[kind] && !hours.all)) return null;
    const from = mayRepeat[kind] ? permittedFrom(hours, calendar, now) : remindersFrom(hours, calendar, now);
    return from === now ? null : from;
  };
}

/**
 * Of these cycles what may not go out at `now`, as SQL: what an outage has kept until the evening waits for the morning too. Reminders wait for `rest` ms more, so that those of
 * the morning are there.
 */
export async function asleep(context: Context, cycles: readonly string[], now: number, rest: number): Promise<Prisma.Sql> {
  const quiet = await quietOf(context, cycles);
  const calendar = quiet.size === 0 ? undefined : workingCalendar(await createCalendarDays(context).list());
  const sleeping = [...quiet].flatMap(([cycle, hours]) => {
    if (!calendar) return [];
    const areRemindersAsleep = [now - rest, now].some((at) => remindersFrom(hours, calendar, at) !== at);
    const areOthersAsleep = hours.all && permittedFrom(hours, calendar, now) !== now;
    return [...(areRemindersAsleep ? [Prisma.sql`("cycle" = ${cycle} AND "kind" IN (${Prisma.join(kindsWhere(false))}))`] : []), ...(areOthersAsleep ? [Prisma.sql`("cycle" = ${cycle} AND "kind" IN (${Prisma.join(kindsWhere(true))}))`] : [])];
  });
  return sleeping.length === 0 ? Prisma.sql`FALSE` : Prisma.join(sleeping, ' OR ', '(', ')');
}

/** Kinds of mails that may, or may not, be sent again. */
export const kindsWhere = (repeatable: boolean): readonly string[] => Object.entries(mayRepeat).filter(([, may]) => may === repeatable).map(([kind]) => kind);
