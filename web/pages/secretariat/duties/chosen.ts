import { z } from 'zod';
import { quarter, unitCode } from '../../../../api/contracts/common.ts';
import { listDutyTable, type DutyRow } from '../../../../api/use-cases/duty-table.ts';
import { dutyIdOf } from '../../../../api/use-cases/place.ts';
import { many } from '../../../http/form.ts';
import type { Visit } from '../../../http/page.ts';

/** A ticked row: `plan.so-nv`, `Q1.so-nv`. */
const tick = z.string().regex(/^(plan|Q[1-4])\.[a-z0-9-]{1,80}$/);

/** Ticked rows as an address carries them: one or several. What cannot be read is passed over. */
export const chosenQuery = z.object({ d: z.union([z.string(), z.array(z.string())]).optional().transform((value) => [value ?? []].flat().filter((each) => tick.safeParse(each).success)) });
export type ChosenQuery = z.output<typeof chosenQuery>;

export const ticks = z.array(tick).min(1, { error: 'empty' }).max(5000);

export function dutyIdOfTick(cycle: string, ticked: string): string {
  const [what = '', unit = ''] = ticked.split('.');
  return dutyIdOf({ cycle, unit: unitCode.parse(unit), ...(what === 'plan' ? {} : { quarter: quarter.parse(what) }) });
}

/** The rows that were ticked: by the form when it is shown again, else by the address. */
export async function chosenRows({ desk, caller, params, query, filled }: Visit<{ cycle: string }, ChosenQuery>): Promise<{ readonly ticked: readonly string[]; readonly rows: readonly DutyRow[] }> {
  const typed = many(filled.values, 'd').filter((each) => tick.safeParse(each).success);
  const ticked = [...new Set(typed.length > 0 ? typed : query.d ?? [])];
  const wanted = new Set(ticked.map((each) => dutyIdOfTick(params.cycle, each)));
  const { rows } = await listDutyTable(desk, caller, params.cycle, {});
  return { ticked, rows: rows.filter(({ id }) => wanted.has(id)) };
}
