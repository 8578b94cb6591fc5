import { z } from 'zod';
import { cycleId, quarter, unitCode } from '../../../api/contracts/common.ts';
import { listQuarters } from '../../../api/use-cases/compliance.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import type { QuarterRound } from '../../../domain/duty.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { quarters, type Plan, type Quarter } from '../../../domain/plan.ts';
import type { Crumb, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

export const inCycle = z.object({ cycle: cycleId });
export const ofQuarter = inCycle.extend({ quarter });
export const ofUnit = inCycle.extend({ unit: unitCode });
export const ofTarget = inCycle.extend({ target: z.string().max(120) });
export const cellPlace = ofQuarter.extend({ unit: unitCode, target: z.string().max(120) });
export const asksQuarter = z.object({ quarter: quarter.optional().catch(undefined) });

export type Round = Omit<QuarterRound, 'frozen'>;

/** The cycle a committee's page is about, with the plan it is judged by and its rounds so far. */
export interface Setting {
  readonly cycle: Cycle;
  readonly plan: Plan;
  readonly rounds: readonly Round[];
  readonly crumbs: readonly Crumb[];
}

export async function settingOf({ desk }: Visit, id: string): Promise<Setting> {
  const cycle = await desk.registers.cycle(id);
  const [plan, rounds] = await Promise.all([desk.registers.plan(cycle.planHash), listQuarters(desk, id)]);
  return { cycle, plan, rounds, crumbs: [{ text: cycle.title, href: paths.cycle(id) }] };
}

/** The round asked for; without, the latest that has begun. */
export function roundOf(rounds: readonly Round[], asked: Quarter | undefined): Round | undefined {
  return asked ? rounds.find(({ quarter: each }) => each === asked) : rounds.toSorted((a, b) => quarters.indexOf(a.quarter) - quarters.indexOf(b.quarter)).at(-1);
}

/** When the first figures come: the due date of the first report of the plan. */
export const firstDue = (plan: Plan): string | undefined => plan.calendar.periods[0]?.due;

/** The quarters to choose from, with what became of each. */
export function quarterChoices(rounds: readonly Round[], t: Visit['t'], date: (day: string) => string): readonly { readonly value: Quarter; readonly text: string }[] {
  return rounds.map(({ quarter: value, frozenAt }) => ({ value, text: frozenAt === null ? t('committee.quarterOpen', { quarter: t(`committee.quarter.${value}`) }) : t('committee.quarterFrozen', { quarter: t(`committee.quarter.${value}`), date: date(dateOf(frozenAt)) }) }));
}
