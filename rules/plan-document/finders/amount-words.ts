import { compareDecimals, decimalToNumber, multiplyDecimals } from '../../../domain/decimal.ts';
import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { totalPlace, unitOfColumn } from '../read/totals.ts';
import { amountOfWords, unitSize } from '../read/words-to-number.ts';

/** A total in words against its figure, in whole đồng. */
export const wordsDifferFromFigure: Finder = ({ plan }) =>
  plan.tables.flatMap((table) => (table.statedTotals ?? []).flatMap((total): Found[] => {
    const unit = unitOfColumn(table, total.column);
    const size = unitSize(unit);
    const amount = total.words === undefined ? undefined : amountOfWords(total.words);
    if (size === undefined || amount === undefined || compareDecimals(multiplyDecimals(total.value, size), amount) === 0) return [];
    return [{ where: totalPlace(table, total), stated: total.value, computed: amountIn(amount, size), words: { unit, words: total.words ?? '' } }];
  }));

function amountIn(dong: number, size: number): number {
  return decimalToNumber(multiplyDecimals(dong, String(1 / size)));
}
