import { parseMoneyUnit } from '../../../domain/money.ts';
import type { Finder } from '../document.ts';
import { elsewhere, type Found } from '../finding.ts';
import { headingLines } from '../read/lines.ts';

/** Money columns of one table in different units. */
export const moneyUnitsMixed: Finder = ({ plan }) =>
  plan.tables.flatMap(({ id, columns, clause }): Found[] => {
    const money = columns.filter(({ kind, unit }) => kind === 'money' && unit !== undefined);
    const other = money.find(({ unit }) => unit !== money[0]?.unit);
    if (!other) return [];
    return [{ where: { table: id, row: null, column: other.key, label: clause }, stated: other.unit ?? null, computed: money[0]?.unit ?? null, words: { column: other.label } }];
  });

/** A heading `ĐVT: Triệu đồng` in the source or among the quotes, with no table that has money in that unit. */
export const moneyHeadingWithoutColumn: Finder = (document) => {
  const { plan } = document;
  const used = new Set(plan.tables.flatMap(({ columns }) => columns.flatMap(({ kind, unit }) => (kind === 'money' && unit !== undefined ? [unit] : []))));
  return [...headingLines(document).matchAll(/(?:ĐVT|Đơn vị tính)\s*:\s*([^\n)]{2,20})/giu)].flatMap(([heading, words = '']): Found[] => {
    const unit = parseMoneyUnit(words);
    return unit === undefined || used.has(unit) ? [] : [{ where: elsewhere(heading.trim()), stated: unit, computed: null }];
  });
};
