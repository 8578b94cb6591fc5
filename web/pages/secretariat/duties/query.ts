import { z } from 'zod';
import { quarter, slug } from '../../../../api/contracts/common.ts';
import { dutyKind, dutyState } from '../../../../api/contracts/duty.ts';
import { dutyNeeds, dutySorts, type DutyTableFilter } from '../../../../api/use-cases/duty-table.ts';
import { unitLevels } from '../../../../domain/unit.ts';
import type { Wanted } from '../../../paths.ts';

const sort = z.enum([...dutySorts, ...dutySorts.map((each) => `-${each}` as const)]);

/** What the table of duties is asked for. What cannot be read counts as not asked. */
export const dutiesQuery = z.object({
  kind: dutyKind.optional().catch(undefined), quarter: quarter.optional().catch(undefined), state: dutyState.optional().catch(undefined), need: z.enum(dutyNeeds).optional().catch(undefined),
  level: z.enum(unitLevels).optional().catch(undefined), group: slug.optional().catch(undefined), q: z.string().max(100).optional().catch(undefined), sort: sort.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});

export type DutiesQuery = z.output<typeof dutiesQuery>;

/** As the use-case takes it: what is absent is not there. */
export function filterOf({ q, page: _, ...rest }: DutiesQuery): DutyTableFilter {
  return Object.fromEntries(Object.entries({ ...rest, search: q }).filter(([, value]) => value !== undefined));
}

/** The same table once more, with something changed; another order or filter begins at the first page. */
export function wantedOf({ page: _, ...query }: DutiesQuery, changes: Wanted = {}): Wanted {
  return { ...query, ...changes };
}
