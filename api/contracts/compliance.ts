import { z } from 'zod';
import type { DirectiveStanding } from '../../domain/compliance/directives.ts';
import { directiveStates } from '../../domain/directive.ts';
import { unitLevels } from '../../domain/unit.ts';
import { standings, type Standing } from '../../domain/verdict.ts';
import { cycleId, day, instant, quarter } from './common.ts';
import { dutyState } from './duty.ts';

const counts = z.strictObject(Object.fromEntries(standings.map((standing) => [standing, z.int()])) as Record<Standing, z.ZodInt>);
const number = z.number().nullable();

const cell = z.strictObject({
  unit: z.string(), target: z.string(), standing: z.enum(standings), numerator: number, denominator: number, value: number, threshold: z.number(), gap: number, submission: z.string().nullable(), late: z.boolean(),
});
const target = z.strictObject({ target: z.string(), name: z.string(), clause: z.string(), unit: z.string(), threshold: z.number(), bound: z.int(), counts });
const ranked = z.strictObject({
  unit: z.string(), name: z.string(), level: z.enum(unitLevels), counts, state: dutyState.nullable(), late: z.boolean(), scored: z.number(), points: z.number(), score: number, rank: z.int().nullable(),
});
const movement = z.strictObject({
  since: quarter, improved: z.int(), worsened: z.int(),
  units: z.array(z.strictObject({ unit: z.string(), scoreBefore: number, rankBefore: z.int().nullable(), improved: z.int(), worsened: z.int() })),
  targets: z.array(z.strictObject({ target: z.string(), metBefore: z.int(), met: z.int() })),
});

const standingDirective = z.strictObject({
  id: z.string(), number: z.int(), text: z.string(), unit: z.string(), due: day, state: z.enum(directiveStates), doneAt: instant.nullable(), evidence: z.string().nullable(), overdue: z.boolean(),
} satisfies Record<keyof DirectiveStanding, z.ZodType>);

export const compliance = z.strictObject({
  cycle: cycleId, title: z.string(), plan: z.string(), year: z.int(), quarter, rehearsal: z.boolean(), targets: z.array(target), cells: z.array(cell), ranking: z.array(ranked),
  late: z.array(z.strictObject({ unit: z.string(), due: day, submittedAt: instant, days: z.int() })),
  missing: z.array(z.strictObject({ unit: z.string(), due: day.nullable(), state: dutyState.nullable() })),
  movement: movement.nullable(), totals: z.strictObject({ units: z.int(), due: z.int(), onTime: z.int(), late: z.int(), missing: z.int(), counts }),
  directives: z.array(standingDirective).exactOptional().meta({ description: 'Directives as they stood when it was frozen' }),
}).meta({ id: 'ComplianceReport' });
