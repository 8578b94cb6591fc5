import type { PlanTable, PlanTableColumn, PlanTableRow } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { bodiesOf } from '../read/bodies.ts';
import { appraisalColumn, coordinatingColumn, leadColumn, rowLabel } from '../read/columns.ts';
import { childrenOf } from '../read/sums.ts';

/** Rows that are work: no headings, nothing below them. */
function items(table: PlanTable): readonly PlanTableRow[] {
  return table.rows.filter(({ id, role = 'item' }) => role === 'item' && childrenOf(table, id).length === 0);
}

/** Work in a table with a column for the lead unit, and none named. */
export const leadMissing: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => {
    const lead = leadColumn(table);
    if (!lead) return [];
    return items(table).filter((row) => (row.cells[lead.key] ?? null) === null)
      .map((row): Found => ({ where: { table: table.id, row: row.id, column: lead.key, label: rowLabel(table, row) }, stated: null, computed: null, words: { column: lead.label } }));
  });

/** Bodies that lead and stand again in another column of the same row: all of those that lead, or at least one. */
const leadStandsAgain = (columnOf: (table: PlanTable) => PlanTableColumn | undefined, isSame: (leads: readonly string[], others: readonly string[]) => boolean): Finder => ({ plan }) =>
  plan.tables.flatMap((table) => {
    const [lead, other] = [leadColumn(table), columnOf(table)];
    if (!lead || !other) return [];
    return items(table).flatMap((row): Found[] => {
      const leads = bodiesOf(row.cells[lead.key]);
      if (leads.length === 0 || !isSame(leads, bodiesOf(row.cells[other.key]))) return [];
      return [{ where: { table: table.id, row: row.id, column: other.key, label: rowLabel(table, row) }, stated: String(row.cells[other.key]), computed: null, words: { lead: String(row.cells[lead.key]) } }];
    });
  });

/** Every body that leads is also named to coordinate with itself. */
export const leadCoordinatesItself = leadStandsAgain(coordinatingColumn, (leads, others) => leads.every((body) => others.includes(body)));
/** A body that leads is also named to appraise its own work. */
export const leadAppraisesItself = leadStandsAgain(appraisalColumn, (leads, others) => leads.some((body) => others.includes(body)));
