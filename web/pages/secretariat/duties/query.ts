import { z } from 'zod';
import { quarter, slug } from '../../../../api/contracts/common.ts';
import { dutyKind, dutyState } from '../../../../api/contracts/duty.ts';
import { dutyNeeds, dutySorts, type DutyTableFilter } from '../../../../api/use-cases/duty-table.ts';
import { unitLevels } from '../../../../domain/unit.ts';
import type { Wanted } from '../../../paths.ts';
import { pageAsked } from '../../../view/pager.ts';

const sort = z.enum([...dutySorts, ...dutySorts.map((each) => `-${each}` as const)]);

/** What the table of duties is asked for. What cannot be read counts as not asked. */
export const dutiesQuery = z.object({
  kind: dutyKind.optional().catch(undefined), quarter: quarter.optional().catch(undefined), state: dutyState.optional().catch(undefined), need: z.enum(dutyNeeds).optional().catch(undefined),
  level: z.enum(unitLevels).optional().catch(undefined), group: slug.optional().catch(undefined), q: z.string().max(100).optional().catch(undefined), sort: sort.optional().catch(undefined),
  page: pageAsked,
});

export type DutiesQuery = z.output<typeof dutiesQuery>;

/** As the use-case takes it: what is absent is not there. */
export function filterOf({ q, page: _, ...rest }: Partial<DutiesQuery>): DutyTableFilter {
  return Object.fromEntries(Object.entries({ ...rest, search: q }).filter(([, value]) => value !== undefined));
}

/** What is filtered by, for a form that is about every row of the filter. */
export const filterFields = ({ page: _, sort: __, ...filter }: DutiesQuery) => Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));

/** The same table once more, with something changed; another order or filter begins at the first page. */
export function wantedOf({ page: _, ...query }: DutiesQuery, changes: Wanted = {}): Wanted {
  return { ...query, ...changes };
}
