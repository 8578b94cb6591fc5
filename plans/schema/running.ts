import { z } from 'zod';
import { quarters } from '../../domain/plan.ts';
import type { Aspect, PlanCalendar, PlanPeriod, PlanRoles } from '../../domain/plan.ts';
import { day, slug, text } from './words.ts';

export const rolesSchema = z.strictObject({
  secretariat: slug,
  committee: slug,
  approver: slug,
  leadAppraiser: slug,
  appraisers: z.strictObject({ technical: slug, investment: slug, recurrent: slug, security: slug } satisfies Record<Aspect, z.ZodType>),
} satisfies Record<keyof PlanRoles, z.ZodType>) satisfies z.ZodType<PlanRoles>;

const periodSchema = z.strictObject({
  quarter: z.enum(quarters),
  from: day,
  to: day,
  due: day,
} satisfies Record<keyof PlanPeriod, z.ZodType>) satisfies z.ZodType<PlanPeriod>;

export const calendarSchema = z.strictObject({
  guidance: day,
  draftsDue: day,
  appraisalDue: day,
  approvalDue: day,
  periods: z.array(periodSchema).min(1).max(quarters.length),
  closing: day,
  note: text.exactOptional(),
} satisfies Record<keyof PlanCalendar, z.ZodType>) satisfies z.ZodType<PlanCalendar>;
