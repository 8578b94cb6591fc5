import { parseNumber } from '../../../domain/numbers.ts';
import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { printedFigures } from '../read/printed.ts';

/** Points and commas that no Vietnamese number has together so: `201,519.636`. */
export const figureMixedMarks: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => printedFigures(table).flatMap(({ where, unit, value, printed }): Found[] => {
    if (!('problem' in parseNumber(printed, { writtenIn: 'vi' }))) return [];
    const otherwise = parseNumber(printed, { writtenIn: 'en' });
    return [{ where, stated: 'problem' in otherwise ? printed : otherwise.value, computed: value, words: { unit, printed } }];
  }));

/** A figure whose marks, read as Vietnamese writes them, say another number than its table: `1.374.306` for 1.374,306. */
export const figureReadsOtherwise: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => printedFigures(table).flatMap(({ where, unit, value, printed }): Found[] => {
    const read = parseNumber(printed, { writtenIn: 'vi' });
    return 'problem' in read || read.value === value ? [] : [{ where, stated: read.value, computed: value, words: { unit, printed } }];
  }));
