import type { PlanTable, PlanTableRow } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { bodiesOf } from '../read/bodies.ts';
import { coordinatingColumn, leadColumn, rowLabel } from '../read/columns.ts';
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

/** Every body that leads is also named to coordinate with itself. */
export const leadCoordinatesItself: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => {
    const [lead, coordinating] = [leadColumn(table), coordinatingColumn(table)];
    if (!lead || !coordinating) return [];
    return items(table).flatMap((row): Found[] => {
      const [leads, partners] = [bodiesOf(row.cells[lead.key]), bodiesOf(row.cells[coordinating.key])];
      if (leads.length === 0 || !leads.every((body) => partners.includes(body))) return [];
      return [{ where: { table: table.id, row: row.id, column: coordinating.key, label: rowLabel(table, row) }, stated: String(row.cells[coordinating.key]), computed: null, words: { lead: String(row.cells[lead.key]) } }];
    });
  });
