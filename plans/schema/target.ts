import { z } from 'zod';
import { comparators, measures, quarters } from '../../domain/plan.ts';
import { unitLevels } from '../../domain/unit.ts';
import type { AppliesTo, Target } from '../../domain/plan.ts';
import { quote, slug, text, year } from './words.ts';

export const appliesToSchema = z.strictObject({
  levels: z.array(z.enum(unitLevels)).min(1).exactOptional(),
  groups: z.array(slug).min(1).exactOptional(),
  units: z.array(slug).min(1).exactOptional(),
  unitThresholds: z.record(slug, z.number()).exactOptional(),
} satisfies Record<keyof AppliesTo, z.ZodType>) satisfies z.ZodType<AppliesTo>;

export const targetSchema = z.strictObject({
  id: slug,
  code: slug,
  clause: text,
  quote,
  name: text,
  nameEn: text.exactOptional(),
  measure: z.enum(measures),
  numerator: text.exactOptional(),
  denominator: text.exactOptional(),
  exclusions: text.exactOptional(),
  comparator: z.enum(comparators),
  threshold: z.number(),
  unit: text,
  appliesTo: appliesToSchema,
  reportedBy: slug,
  dueYear: year,
  milestones: z.partialRecord(z.enum(quarters), z.number()).exactOptional(),
  note: text.exactOptional(),
} satisfies Record<keyof Target, z.ZodType>) satisfies z.ZodType<Target>;
