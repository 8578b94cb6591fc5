import type { CycleClock } from '../cycle-clock.ts';
import { isEscalation, type CycleSettings, type LadderKind, type Rung } from '../cycle.ts';
import type { Instant, PlainDate } from '../date.ts';
import type { Reminder } from '../duty.ts';
import type { Aspect } from '../plan.ts';
import type { RungView } from '../views.ts';
import { morningOf, type Days } from './office-hours.ts';
import { isPunctual } from './punctuality.ts';

/** Something that one unit is waited for. */
export interface Awaited {
  readonly ladder: LadderKind;
  readonly round: number;
  readonly aspect?: Aspect;
  readonly unit: string;
  readonly due: PlainDate;
}

/** A later due date begins a ladder of its own: the key names it. */
function ladderKey({ ladder, round, aspect, due }: Awaited): string {
  return [ladder, `r${round}`, ...(aspect ? [aspect] : []), due].join('/');
}

const keyOf = (awaited: Awaited, { days }: Rung): string => `${ladderKey(awaited)}/${days > 0 ? `+${days}` : String(days)}`;

/** Whether a rung's key belongs to the ladder of what is awaited: it does not after a submission, an extension or a return. */
export const isRungOf = (rung: string, awaited: Awaited): boolean => rung.startsWith(`${ladderKey(awaited)}/`);

/** Settings as far as they say which rungs stand. */
export type LadderSettings = Pick<CycleSettings, 'ladder' | 'earlierLadders'>;

/** A rung and its instant. */
export interface StandingRung {
  readonly rung: Rung;
  readonly at: Instant;
}

/**
 * The rungs of a ladder. Where it was changed in a running year, those before the change are of the ladder that held then, and those after it of the new one: a rung that the change added in the
 * past never stood, and one that it took away there still speaks for those before it.
 */
export function standingRungs({ ladder: kind, due }: Pick<Awaited, 'ladder' | 'due'>, { ladder, earlierLadders = [] }: LadderSettings, calendar: Days): readonly StandingRung[] {
  const base = calendar.dueOn(due);
  const eras = [...earlierLadders.flatMap(({ until, ladder: { [kind]: rungs } }) => (rungs ? [{ until, rungs }] : [])), { until: Infinity, rungs: ladder[kind] }];
  const standing = eras.flatMap(({ until, rungs }, index) => rungs.map((rung): StandingRung => ({ rung, at: morningOf(calendar.addWorkingDays(base, rung.days)) }))
    .filter(({ at }) => at < until && at >= (eras[index - 1]?.until ?? -Infinity)));
  return standing.toSorted((a, b) => a.at - b.at);
}

/** The whole ladder, soonest first. */
export function ladderOf(awaited: Awaited, settings: LadderSettings, calendar: Days): readonly RungView[] {
  return standingRungs(awaited, settings, calendar).map(({ rung, at }): RungView => ({
    key: keyOf(awaited, rung), to: rung.to, at, isEscalation: isEscalation(rung.to), unit: awaited.unit, due: awaited.due,
    ...(rung.channels ? { channels: rung.channels } : {}), ...(rung.mayOptOut ? { mayOptOut: true } : {}), ...(rung.text === undefined ? {} : { text: rung.text }),
  }));
}

/** What a ladder is looked at with. */
export interface LadderNow {
  readonly sent: readonly Pick<Reminder, 'rung' | 'to'>[];
  /** When the wait began: rungs before that are nobody's. */
  readonly since: Instant;
  readonly now: Instant;
  readonly clock: CycleClock;
}

/**
 * What of one ladder is still to be sent. Rungs missed while no worker was there are made up for by the latest of them
 * alone: after days without one nobody gets a pile.
 */
export function rungsAhead(ladder: readonly RungView[], { sent, since, now, clock }: LadderNow): readonly RungView[] {
  const latest = ladder.findLast((rung) => rung.at <= now)?.at ?? -Infinity;
  return ladder.filter((rung) => {
    const isSent = sent.some((reminder) => reminder.rung === rung.key && reminder.to === rung.to);
    return !isSent && rung.at >= since && (rung.at >= latest || isPunctual(clock, rung.at, now));
  });
}
