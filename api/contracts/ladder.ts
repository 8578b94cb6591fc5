import { z } from 'zod';
import { ladderKinds } from '../../domain/cycle.ts';
import type { RungChange } from '../../domain/ladder-change.ts';
import type { LadderPreview } from '../use-cases/ladder.ts';
import { day, reason } from './common.ts';
import { rung, someLadders } from './cycle.ts';

const ladder = someLadders.meta({ description: 'New rungs, by kind of duty; kinds that are not named stay' });

export const ladderToPreview = z.strictObject({ ladder });
export const newLadder = z.strictObject({ ladder, reason });

const change = z.strictObject({
  change: z.enum(['added', 'dropped', 'altered']), kind: z.enum(ladderKinds), rung, on: day, matters: z.int().meta({ description: 'Plans, reports or directives that it concerns' }),
} satisfies Record<keyof RungChange, z.ZodType>);

export const ladderPreview = z.strictObject({
  changed: z.array(z.enum(ladderKinds)), open: z.strictObject({ duties: z.int(), directives: z.int() }), rungs: z.array(change).meta({ description: 'Of the next ten working days' }),
  conclusions: z.strictObject({ moved: z.int(), atOnce: z.int() }).meta({ description: 'Appraisals whose conclusion is asked for on another day, and those of them where it is asked for at once' }),
} satisfies Record<keyof LadderPreview, z.ZodType>).meta({ id: 'LadderPreview' });
