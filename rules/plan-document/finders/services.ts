import type { PlanTableRow } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import type { Figure, Found } from '../finding.ts';
import { rowLabel } from '../read/columns.ts';
import { serviceColumns } from '../read/services.ts';
import { figureOf } from '../read/sums.ts';

interface Counts {
  readonly services: number;
  readonly used: number;
  readonly records: number;
}

interface Wrong {
  readonly column: keyof Counts;
  readonly stated: Figure;
  readonly computed: Figure;
}

const servicesWhere = (wrong: (counts: Counts) => Wrong | undefined): Finder => ({ plan }) =>
  plan.tables.flatMap((table) => serviceColumns(table).flatMap((columns) => table.rows.flatMap((row): Found[] => {
    const counts = countsOf(row, columns.services.key, columns.used.key, columns.records.key);
    const found = counts && wrong(counts);
    if (!counts || !found) return [];
    return [{ where: { table: table.id, row: row.id, column: columns[found.column].key, label: rowLabel(table, row) }, stated: found.stated, computed: found.computed, words: { ...counts, heading: columns.used.label } }];
  })));

function countsOf(row: PlanTableRow, ...keys: readonly [string, string, string]): Counts | undefined {
  const [services, used, records] = keys.map((key) => figureOf(row, key));
  return services == null || used == null || records == null ? undefined : { services, used, records };
}

/** Records came in, yet no service is said to have had any. */
export const recordsWithoutServices = servicesWhere(({ used, records }) => (records > 0 && used === 0 ? { column: 'used', stated: used, computed: records } : undefined));

/** More services with records than there are services. */
export const usedAboveServices = servicesWhere(({ services, used }) => (used > services ? { column: 'used', stated: used, computed: services } : undefined));

/** Each service with records has at least one. */
export const recordsBelowUsed = servicesWhere(({ used, records }) => (records < used ? { column: 'records', stated: records, computed: used } : undefined));
