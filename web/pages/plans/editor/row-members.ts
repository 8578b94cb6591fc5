import type { PlanTable } from '../../../../domain/plan.ts';
import { choice, line, optional, type Member } from './describe.ts';
import { headName, heads } from './grid-order.ts';
import { storedRows } from './grid-rows.ts';

/** What a row of a table asks: its place among the rows that others may stand below, then a cell for each column. */
export function rowMembers(table: PlanTable, row: string): readonly Member[] {
  const { columns } = table;
  const texts = Object.fromEntries(heads(storedRows(table)).filter(({ id }) => id !== row).map((each) => [each.id, headName(each, table)]));
  const parent: Member = { path: 'parent', as: 'choice', values: Object.keys(texts), texts };
  const cells = columns.map(({ key, kind }): Member => optional({ path: `cells.${key}`, as: kind === 'text' ? 'long' : 'number' }));
  return [line('id'), optional(line('number')), optional(choice('role', ['item', 'group', 'subtotal'], 'plans.rowRoles')), ...(parent.values?.length ? [optional(parent)] : []), ...cells, optional(line('unit'))];
}
