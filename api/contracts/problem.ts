import { z } from 'zod';
import { refusals, type RefusalCode } from '../../domain/refusals.ts';
import { bilingual } from './common.ts';

const codes = Object.keys(refusals) as [RefusalCode, ...RefusalCode[]];

export const fieldError = z.strictObject({
  pointer: z.string(), code: z.string(), value: z.unknown().optional(), accepted: z.string().exactOptional(), rule: z.string().exactOptional(), message: bilingual.exactOptional(), fix: bilingual.exactOptional(),
}).meta({ id: 'FieldError', description: 'One field that is wrong: where (of a submission: within its content), why, and what would be accepted' });

/** RFC 9457. */
export const problem = z.strictObject({
  type: z.string(), title: z.string(), status: z.int(), detail: z.string(), instance: z.string(), code: z.enum(codes), retry: z.boolean().meta({ description: 'Whether the same request may succeed later' }),
  possible: z.array(z.string()).exactOptional().meta({ description: 'Acts that are possible now' }), figures: z.record(z.string(), z.unknown()), errors: z.array(fieldError), current: z.unknown().optional(),
}).meta({ id: 'Problem' });
