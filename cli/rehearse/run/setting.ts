import { defaultAllowances, defaultLadder, defaultQuietHours, type CycleSettings } from '../../../domain/cycle.ts';
import type { CycleClock } from '../../../domain/cycle-clock.ts';
import type { Instant } from '../../../domain/date.ts';
import { startOfDay } from '../../../domain/plain-date.ts';
import { quarters, type Plan } from '../../../domain/plan.ts';
import { rehearsalClock } from '../../../domain/rehearsal-clock.ts';
import { morningOf } from '../../../domain/view/office-hours.ts';
import type { WorkingCalendar } from '../../../domain/working-calendar.ts';
import { castOf, type Character } from '../cast.ts';
import { momentsOf, type Moment } from '../script/moments.ts';
import { paceOf } from '../script/pace.ts';
import { planScript, type ScriptDates } from '../script/plan-script.ts';
import { reportScript } from '../script/report-script.ts';

/** Who plays what, when, and how fast: everything about a rehearsal that is known before it starts. */
export interface Setting {
  readonly cast: readonly Character[];
  readonly dates: ScriptDates;
  readonly moments: readonly Moment[];
  readonly clock: CycleClock;
  readonly from: Instant;
  readonly to: Instant;
  readonly totalRealMs: number;
  /** Below 1 the year is hurried more than its moments need. */
  readonly ease: number;
}

export interface SettingRequest {
  readonly plan: Plan;
  readonly units: readonly string[];
  readonly calendar: WorkingCalendar;
  readonly seed: number;
  readonly minutes?: number;
  readonly startReal: Instant;
  /** Time for what is not in the script. */
  readonly extra?: readonly Moment[];
}

/** More time than the moments need, so that a busy machine does not change the counts. */
const comfort = 1.6;
const hourMs = 3_600_000;

export function settingOf({ plan, units, calendar, seed, minutes, startReal, extra }: SettingRequest): Setting {
  const settings: CycleSettings = { roles: plan.roles, calendar: plan.calendar, ladder: defaultLadder, allowances: defaultAllowances, quietHours: defaultQuietHours, shardSize: 200 };
  const dates: ScriptDates = { settings, calendar, seed };
  const cast = castOf(units, seed);
  const steps = cast.flatMap((character) => [...planScript(character, dates), ...quarters.flatMap((quarter) => reportScript(character, quarter, dates))]);
  const moments = momentsOf(steps, dates, units.length, extra);
  const from = startOfDay(plan.calendar.guidance);
  const to = morningOf(plan.calendar.closing) + hourMs;
  const natural = paceOf({ moments, from, to, startReal });
  const pace = paceOf({ moments, from, to, startReal, totalRealMs: minutes === undefined ? Math.ceil(natural.totalRealMs * comfort) : Math.ceil(minutes * 60_000) });
  return { cast, dates, moments, clock: rehearsalClock(pace), from, to, totalRealMs: pace.totalRealMs, ease: pace.ease };
}
