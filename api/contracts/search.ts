import { z } from 'zod';
import type { SearchResult } from '../use-cases/searching.ts';
import { cycleId, unitCode } from './common.ts';

export const searchQuery = z.strictObject({ q: z.string().max(200).meta({ description: 'Words, with or without marks; all of them must be found', example: 'noi vu' }) });

const cycleName = z.strictObject({ id: cycleId, title: z.string(), rehearsal: z.boolean() });
const hits = <Hit extends z.ZodType>(hit: Hit) => z.strictObject({ items: z.array(hit), total: z.int().meta({ description: 'With those that are not listed' }) });

export const searchResult = z.strictObject({
  units: hits(z.strictObject({ unit: unitCode, name: z.string(), cycles: z.array(cycleName).meta({ description: 'Open cycles in which the caller may read its story' }) })),
  targets: hits(z.strictObject({ target: z.string(), code: z.string(), name: z.string(), plan: z.string(), cycle: cycleName })),
  cycles: hits(cycleName),
  plans: hits(z.strictObject({ id: z.string(), title: z.string(), year: z.int() })),
} satisfies Record<keyof SearchResult, z.ZodType>).meta({ id: 'SearchResult' });
