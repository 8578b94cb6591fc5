import { z } from 'zod';
import { directiveFilters, directiveNoteKinds, directiveStates, type Directive, type DirectiveNote } from '../../domain/directive.ts';
import { cycleId, day, inCycle, instant, prose, quarter, reason, unitCode } from './common.ts';

const target = z.string().max(120);

export const directive = z.strictObject({
  id: z.string(), cycle: cycleId, number: z.int(), version: z.int(), text: z.string(), unit: unitCode, due: day, quarter: quarter.nullable(), target: target.nullable(), state: z.enum(directiveStates),
  decidedAt: instant, decidedBy: z.string(), doneAt: instant.nullable(), evidence: z.string().nullable(),
} satisfies Record<keyof Directive, z.ZodType>).meta({ id: 'Directive', description: 'What the steering committee decided, with the unit that answers for it and the date' });

const note = z.strictObject({ directive: z.string(), kind: z.enum(directiveNoteKinds), text: z.string(), at: instant, by: z.string() } satisfies Record<keyof DirectiveNote, z.ZodType>);

export const listed = z.strictObject({ ...directive.shape, overdue: z.boolean() });
export const directiveView = z.strictObject({ ...listed.shape, notes: z.array(note) }).meta({ id: 'DirectiveView' });
export const directivesQuery = z.strictObject({ show: z.enum(directiveFilters).exactOptional(), quarter: quarter.exactOptional() });
export const inDirective = z.strictObject({ ...inCycle.shape, id: z.string().max(120).meta({ description: 'Id of the directive', example: '2022-tinh-1' }) });

export const decideDirective = z.strictObject({ text: prose(4000).min(1), unit: unitCode, due: day, quarter: quarter.exactOptional(), target: target.exactOptional() });
export const noteProgress = z.strictObject({ text: prose(4000).min(1) });
export const completeDirective = z.strictObject({ evidence: prose(4000).min(1) });
export const reviseDirective = z.strictObject({ unit: unitCode.exactOptional(), due: day.exactOptional(), reason }).refine(({ unit, due }) => unit !== undefined || due !== undefined, { error: 'nothing-changed', path: ['due'] });
export const directiveAnswer = z.strictObject({ directive });
