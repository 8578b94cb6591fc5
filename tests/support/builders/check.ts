import type { CheckInput } from '../../../domain/check.ts';
import { parsePeriodId } from '../../../domain/period.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import { beforeDue, duringDrafting } from './clock.ts';
import { aPlan } from './plan.ts';
import { register } from './unit.ts';

/** What a check of the content looks at: its unit out of `someUnits`, its period, in time, with no history unless given. */
export function aCheckOf(content: SubmissionContent, over: Partial<Omit<CheckInput, 'content'>> = {}): CheckInput {
  const plan = over.plan ?? aPlan().build();
  const units = over.units ?? register();
  const unit = over.unit ?? units.get(content.unit);
  if (!unit) throw new Error(`The register has no ${content.unit}`);
  return { content, plan, unit, units, cycleUnits: new Set(plan.units), ...timeOf(content, plan), history: {}, waivers: [], ...over };
}

function timeOf(content: SubmissionContent, plan: Plan): Pick<CheckInput, 'at' | 'period'> {
  if (content.kind === 'plan') return { at: duringDrafting };
  const quarter = parsePeriodId(content.period)?.quarter ?? 'Q1';
  const period = plan.calendar.periods.find((each) => each.quarter === quarter);
  return { at: beforeDue[quarter], ...(period ? { period: { ...period, id: `${plan.year}-${quarter}` } } : {}) };
}
