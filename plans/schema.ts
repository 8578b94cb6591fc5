import { z } from 'zod';
import { unitLevels } from '../domain/unit.ts';
import type { Plan } from '../domain/plan.ts';
import type { Unit } from '../domain/unit.ts';
import { calendarSchema, rolesSchema } from './schema/running.ts';
import { tableSchema } from './schema/table.ts';
import { targetSchema } from './schema/target.ts';
import { day, slug, text, year } from './schema/words.ts';
import { coverageSchema, legalGroundSchema, responsibilitySchema, resultSchema, taskSchema } from './schema/work.ts';

/** A plan as its file gives it: the plan, and the id of the register that its unit codes come from. */
export interface PlanFile extends Plan {
  readonly register: string;
}

/** A file of units: `units-<id>.yaml`. */
export interface UnitRegisterFile {
  readonly id: string;
  readonly name: string;
  readonly units: readonly Unit[];
}

/** Refuses unknown fields. What binds two fields to each other is checked in `checks/`. */
export const planSchema = z.strictObject({
  id: slug,
  register: slug,
  title: text,
  titleEn: text,
  year,
  issuer: slug,
  issuerName: text,
  symbol: text.exactOptional(),
  issuedOn: day.exactOptional(),
  level: z.enum(unitLevels),
  roles: rolesSchema,
  units: z.array(slug).min(1),
  calendar: calendarSchema,
  targets: z.array(targetSchema),
  tasks: z.array(taskSchema),
  results: z.array(resultSchema),
  responsibilities: z.array(responsibilitySchema),
  legalGrounds: z.array(legalGroundSchema),
  tables: z.array(tableSchema),
  coverage: z.array(coverageSchema).exactOptional(),
} satisfies Record<keyof PlanFile, z.ZodType>) satisfies z.ZodType<PlanFile>;

const unitSchema = z.strictObject({
  code: slug,
  name: text,
  level: z.enum(unitLevels),
  group: slug.exactOptional(),
  parent: slug.exactOptional(),
  validFrom: day,
  validTo: day.exactOptional(),
  successors: z.array(slug).min(1).exactOptional(),
} satisfies Record<keyof Unit, z.ZodType>) satisfies z.ZodType<Unit>;

export const unitRegisterSchema = z.strictObject({
  id: slug,
  name: text,
  units: z.array(unitSchema).min(1),
} satisfies Record<keyof UnitRegisterFile, z.ZodType>) satisfies z.ZodType<UnitRegisterFile>;
