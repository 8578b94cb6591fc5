import { z } from 'zod';
import { isDateWithinReach, isInstantWithinReach, reachInWords } from '../../domain/date-reach.ts';
import { isPlainDate } from '../../domain/plain-date.ts';
import { aspects, quarters } from '../../domain/plan.ts';
import { roles } from '../../domain/roles.ts';
import { languages, saysSomething } from '../../domain/text.ts';

/** Text in NFC without blanks at its ends. */
const text = (max: number) => z.string().normalize('NFC').trim().max(max);

export const line = (max = 300) => text(max).min(1).refine((value) => !/[\r\n]/.test(value), { error: 'line-break' });
export const prose = (max = 4000) => text(max);
export const reason = text(4000).min(1, { abort: true }).refine(saysSomething, { error: 'reason-required' }).meta({ description: 'Why, in words for those concerned' });

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(80);
export const unitCode = slug.meta({ description: 'Code of the unit register', example: 'so-tai-chinh' });
export const cycleId = z.string().regex(/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*$/).max(90).meta({ description: 'Cycle id: year and key', example: '2022-tinh' });
export const quarter = z.enum(quarters);
export const aspect = z.enum(aspects);
export const role = z.enum(roles);
export const language = z.enum(languages).meta({ description: 'In which mails to this person are written' });

/** A real calendar day. */
export const day = z.string().refine(isPlainDate, { error: 'date', abort: true, params: { accepted: 'YYYY-MM-DD' } }).refine(isDateWithinReach, { error: 'date-out-of-reach', params: { accepted: reachInWords } }).meta({ format: 'date', description: 'Day in Asia/Ho_Chi_Minh', example: '2022-03-20' });
/** Epoch milliseconds. */
export const instant = z.int().meta({ description: 'Epoch milliseconds on the cycle\'s calendar (in service: real time)' });
/** One that somebody asks for. */
export const instantAsked = instant.refine(isInstantWithinReach, { error: 'date-out-of-reach', params: { accepted: reachInWords } });
export const hash = z.string().regex(/^[0-9a-f]{64}$/).meta({ description: 'SHA-256 of the canonical JSON of the content' });
export const pointer = z.string().max(300).regex(/^(\/.*)?$/).meta({ description: 'JSON pointer into the submission\'s content' });
export const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
export const counts = z.record(z.string(), z.number());

export const pageQuery = {
  cursor: z.string().max(500).exactOptional(),
  limit: z.coerce.number().int().min(1).max(500).exactOptional(),
};

export const pageOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), next: z.string().exactOptional(), total: z.number() });
export const listOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item) });

export const none = z.strictObject({});
/** Path parameters of a duty. */
export const planPlace = z.strictObject({ cycle: cycleId, unit: unitCode });
export const reportPlace = z.strictObject({ cycle: cycleId, quarter, unit: unitCode });
export const inCycle = z.strictObject({ cycle: cycleId });
