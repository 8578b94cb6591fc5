import { z } from 'zod';
import { quarter, unitCode } from '../../../../api/contracts/common.ts';
import { listDutyTable, type DutyRow } from '../../../../api/use-cases/duty-table.ts';
import { dutyIdOf } from '../../../../api/use-cases/place.ts';
import { many } from '../../../http/form.ts';
import type { Visit } from '../../../http/page.ts';
import { dutiesQuery, filterOf } from './query.ts';
import { canBeSteered } from './rows.ts';

/** A ticked row: `plan.so-nv`, `Q1.so-nv`. */
const tick = z.string().regex(/^(plan|Q[1-4])\.[a-z0-9-]{1,80}$/);

/** Ticked rows as an address carries them: one or several, or `all` that a filter finds. What cannot be read is passed over. */
export const chosenQuery = dutiesQuery.omit({ page: true, sort: true }).extend({
  d: z.union([z.string(), z.array(z.string())]).optional().transform((value) => [value ?? []].flat().filter((each) => tick.safeParse(each).success)), all: z.literal('1').optional().catch(undefined),
});
export type ChosenQuery = z.output<typeof chosenQuery>;

export const ticks = z.array(tick).min(1, { error: 'empty' }).max(5000);

export function dutyIdOfTick(cycle: string, ticked: string): string {
  const [what = '', unit = ''] = ticked.split('.');
  return dutyIdOf({ cycle, unit: unitCode.parse(unit), ...(what === 'plan' ? {} : { quarter: quarter.parse(what) }) });
}

/** The rows that were ticked: by the form when it is shown again, else by the address; of all rows of a filter those that can still be steered. */
export async function chosenRows({ desk, caller, params, query, filled }: Visit<{ cycle: string }, ChosenQuery>): Promise<{ readonly ticked: readonly string[]; readonly rows: readonly DutyRow[] }> {
  const { d = [], all, ...filter } = query;
  const typed = many(filled.values, 'd').filter((each) => tick.safeParse(each).success);
  if (all && typed.length === 0) {
    const found = (await listDutyTable(desk, caller, params.cycle, filterOf(filter))).rows.filter(canBeSteered);
    return { ticked: found.map((row) => `${row.quarter ?? 'plan'}.${row.unit}`), rows: found };
  }
  const ticked = [...new Set(typed.length > 0 ? typed : d)];
  const wanted = new Set(ticked.map((each) => dutyIdOfTick(params.cycle, each)));
  const { rows } = await listDutyTable(desk, caller, params.cycle, {});
  return { ticked, rows: rows.filter(({ id }) => wanted.has(id)) };
}
