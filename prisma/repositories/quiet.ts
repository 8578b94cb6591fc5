import type { QuietHours } from '../../domain/cycle.ts';
import { mayRepeat } from '../../domain/delivery.ts';
import type { NoticeKind } from '../../domain/notice.ts';
import { permittedFrom } from '../../domain/quiet-hours.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import type { Prisma } from '../generated/client.ts';
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
    const from = hours && (hours.all || !mayRepeat[kind]) ? permittedFrom(hours, calendar, now) : now;
    return from === now ? null : from;
  };
}

/** Mails of these cycles that may go out at `now`: what an outage has kept until the evening waits for the morning too. */
export async function awake(context: Context, cycles: readonly string[], now: number): Promise<Prisma.DeliveryWhereInput> {
  const quiet = await quietOf(context, cycles);
  if (quiet.size === 0) return {};
  const calendar = workingCalendar(await createCalendarDays(context).list());
  const asleep = [...quiet].filter(([, hours]) => permittedFrom(hours, calendar, now) !== now);
  const repeatable = Object.entries(mayRepeat).filter(([, may]) => may).map(([kind]) => kind);
  return { NOT: asleep.map(([cycle, { all }]): Prisma.DeliveryWhereInput => ({ cycle, ...(all ? {} : { kind: { notIn: repeatable } }) })) };
}
