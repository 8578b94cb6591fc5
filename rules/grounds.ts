import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readDataFile } from '../plans/read.ts';
import { day, slug, text } from '../plans/schema/words.ts';
import { yamlFile } from './load/files.ts';
import type { Ground } from './rule.ts';

export const groundsSchema = z.array(z.strictObject({
  id: slug,
  symbol: text,
  name: text,
  inForceFrom: day.exactOptional(),
  inForceTo: day.exactOptional(),
  supersededBy: slug.exactOptional(),
} satisfies Record<keyof Ground, z.ZodType>)) satisfies z.ZodType<readonly Ground[]>;

/** The grounds of a file, by id. Throws `PlanFileError` with everything wrong in it. */
export function readGrounds(path: string): ReadonlyMap<string, Ground> {
  return new Map(readDataFile({ ...yamlFile(path), schema: groundsSchema }).map((ground) => [ground.id, ground]));
}

export const shippedGroundsFile = fileURLToPath(new URL('grounds.yaml', import.meta.url));

let shipped: ReadonlyMap<string, Ground> | undefined;

/** The grounds that come with the product, read once. */
export function shippedGrounds(): ReadonlyMap<string, Ground> {
  shipped ??= readGrounds(shippedGroundsFile);
  return shipped;
}
