import { z } from 'zod';
import { mailTextSpecs } from '../../domain/mail-texts.ts';
import type { MailTextView } from '../use-cases/mail-texts.ts';
import { cycleId, instant, unitCode } from './common.ts';

export const byMailText = z.strictObject({ key: z.string().max(60).meta({ description: 'Key of a text', example: [...mailTextSpecs.keys()][0] ?? '' }) });

/** What is wrong with a text is said in its own words, so its form is not asked here beyond a limit. */
const words = z.string().normalize('NFC').max(5_000);
const inBoth = <Item extends z.ZodType>(item: Item) => z.strictObject({ vi: item, en: item });

export const mailText = z.strictObject({
  key: z.string(), figures: z.array(z.string()), needed: z.array(z.string()), most: z.int(), version: z.int(), savedAt: instant.nullable(), savedBy: z.string().nullable(),
  words: inBoth(z.strictObject({ text: z.string(), original: z.string(), isChanged: z.boolean() })),
} satisfies Record<keyof MailTextView, z.ZodType>).meta({ id: 'MailText' });

export const newWords = inBoth(words.nullable()).meta({ description: 'Words in both languages; null for the original ones' });

export const mailTextWithHistory = mailText.extend({ history: z.array(z.strictObject({ version: z.int(), savedAt: instant, savedBy: z.string(), words: inBoth(z.string().nullable()) })) });

export const previewRequest = z.strictObject({ words: z.strictObject({ vi: words.exactOptional(), en: words.exactOptional() }).exactOptional(), cycle: cycleId.exactOptional(), unit: unitCode.exactOptional() });

const letter = z.strictObject({ subject: z.string(), text: z.string(), html: z.string() });
export const preview = z.strictObject({ cycle: z.string(), unit: z.string(), letters: inBoth(letter) }).nullable().meta({ description: 'Null while there is no cycle' });
