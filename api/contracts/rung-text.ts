import { z } from 'zod';
import { ladderKinds } from '../../domain/cycle.ts';
import type { RungText, RungWords, TextUse } from '../../domain/rung-texts.ts';
import type { RungTextView } from '../use-cases/rung-texts.ts';
import { cycleId, instant, line, slug, unitCode } from './common.ts';

export const rungTextKey = slug.max(40).meta({ description: 'Key of one of the secretariat\'s own texts', example: 'khan' });
export const byRungText = z.strictObject({ key: rungTextKey });

/** What is wrong with words is said in their own words, so their form is not asked here beyond a limit. */
const words = z.string().normalize('NFC').trim().max(5_000);
const inOne = z.strictObject({ subject: words, body: words } satisfies Record<keyof RungWords, z.ZodType>).meta({ description: 'The sentence that is the subject as well, and what follows it' });
const inBoth = z.strictObject({ vi: inOne, en: inOne });

const uses = z.array(z.strictObject({ id: z.string(), title: z.string(), kinds: z.array(z.enum(ladderKinds)) } satisfies Record<keyof TextUse, z.ZodType>));
const shape = { key: z.string(), version: z.int(), name: z.string(), isRetired: z.boolean(), words: inBoth, savedAt: instant, savedBy: z.string() } satisfies Record<keyof RungText, z.ZodType>;

export const savedRungText = z.strictObject(shape);
export const rungText = z.strictObject({
  ...shape, uses: uses.meta({ description: 'Running years whose ladders name it' }), drafts: uses.meta({ description: 'Launches in preparation that name it' }),
} satisfies Record<keyof RungTextView, z.ZodType>).meta({ id: 'RungText' });
export const rungTextWithHistory = rungText.extend({ history: z.array(savedRungText) });

export const newRungText = z.strictObject({ name: line(100), words: inBoth });
export const retirement = z.strictObject({ isRetired: z.boolean() });
export const rungTextPreview = z.strictObject({ words: inBoth.exactOptional(), cycle: cycleId.exactOptional(), unit: unitCode.exactOptional() });
