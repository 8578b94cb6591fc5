import type { PlainDate } from '../../domain/date.ts';
import type { LaunchDraft } from '../../domain/launch-draft.ts';
import { planDue } from '../../domain/opening.ts';
import { dateOf, startOfDay } from '../../domain/plain-date.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { unreachedBy, type Unreached } from '../../domain/unreached.ts';
import type { Days } from '../../domain/view/office-hours.ts';
import { ladderOf } from '../../domain/view/ladder.ts';
import type { Desk } from './desk.ts';
import { requestOf } from './launch-drafts.ts';
import { paceOf } from './launch-clock.ts';
import { prepareLaunch } from './launching.ts';
import { nowIn } from './place.ts';

export interface LaunchPreview {
  readonly units: number;
  readonly targets: number;
  /** The plan's newest version has this year and title. */
  readonly year: number;
  readonly planTitle: string;
  /** When plans are due if the guidance is published on its date, or today where that has passed. */
  readonly plansDue: PlainDate | undefined;
  /** The first reminder of the plans' ladder from then on. */
  readonly firstReminder: PlainDate | undefined;
  /** Of a rehearsal: how long the year takes, and a day of it near a deadline and far from all. */
  readonly rehearsal: { readonly minutes: number; readonly slowDaySeconds: number; readonly fastDaySeconds: number } | undefined;
  /** Rungs that would reach nobody, as the register stands: they keep nothing from being launched. */
  readonly unreached: readonly Unreached[];
  /** What still keeps it from being launched; empty when nothing does. */
  readonly errors: readonly FieldError[];
}

/** What a launch would set going, and what is still wrong with it. */
export async function previewLaunch(desk: Desk, draft: LaunchDraft): Promise<LaunchPreview> {
  const { content } = draft;
  const found = await desk.record.read.planDocuments.latest(content.planId);
  const head = { units: content.units.length, targets: found?.plan.targets.length ?? 0, year: found?.plan.year ?? 0, planTitle: found?.plan.title ?? content.planId };
  const unreached = await unreachedOf(desk, draft);
  try {
    const [{ cycle }, calendar] = await Promise.all([prepareLaunch(desk, requestOf(draft)), desk.registers.calendar()]);
    const today = dateOf(nowIn(desk, cycle));
    const opens = content.calendar.guidance > today ? content.calendar.guidance : today;
    const due = planDue(cycle, calendar, opens);
    const first = ladderOf({ ladder: 'plan', round: 1, unit: '', due }, content, calendar).find(({ at }) => at >= startOfDay(opens));
    const isTaken = (await desk.record.read.cycles.find(cycle.id)) !== undefined;
    return { ...head, unreached, plansDue: due, firstReminder: first && dateOf(first.at), rehearsal: rehearsalOf(desk, draft, calendar), errors: isTaken ? [{ pointer: '/key', code: 'key-in-use', value: content.key }] : [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...head, unreached, plansDue: undefined, firstReminder: undefined, rehearsal: undefined, errors: error.errors };
  }
}

/** A rehearsal's mails reach nobody anyway. */
async function unreachedOf({ record: { read }, registers }: Desk, { content }: LaunchDraft): Promise<readonly Unreached[]> {
  if (content.rehearsal) return [];
  const [accounts, contacts, units] = await Promise.all([read.accounts.list(), read.contacts.list(), registers.units()]);
  return unreachedBy(content, { accounts, contacts }, (unit) => units.get(unit)?.parent ?? null);
}

function rehearsalOf(desk: Desk, { content: { rehearsal, calendar: dates } }: LaunchDraft, days: Days): LaunchPreview['rehearsal'] {
  if (!rehearsal) return undefined;
  const { slowDayMs, fastDayMs } = paceOf(rehearsal.minutes, { dates, days, now: desk.now() });
  return { minutes: rehearsal.minutes, slowDaySeconds: Math.round(slowDayMs / 100) / 10, fastDaySeconds: Math.round(fastDayMs / 100) / 10 };
}
