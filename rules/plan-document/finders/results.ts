import { compareDecimals, decimalToNumber, decimalToString, divideDown, multiplyDecimals } from '../../../domain/decimal.ts';
import type { Result } from '../../../domain/plan.ts';
import { percentOf } from '../../../domain/ratio.ts';
import type { Finder } from '../document.ts';
import { elsewhere, type Found } from '../finding.ts';
import { breakdownOf } from '../read/breakdown.ts';

const placeOf = ({ clause, name }: Result): Found['where'] => elsewhere(`${clause}: ${name}`);

/** A percentage against its own numerator and denominator: rounded or cut off to as many decimals as it is printed with. */
export const percentageContradicts: Finder = ({ plan }) =>
  plan.results.flatMap((result): Found[] => {
    const { value, numerator, denominator, unit } = result;
    if (unit !== '%' || value === undefined || numerator === undefined || denominator === undefined || denominator <= 0) return [];
    const places = decimalToString(value).split('.')[1]?.length ?? 0;
    const computed = percentOf({ numerator, denominator }, places) ?? '0';
    const cut = divideDown(multiplyDecimals(numerator, 100 * 10 ** places), denominator);
    if (compareDecimals(value, computed) === 0 || compareDecimals(multiplyDecimals(value, 10 ** places), cut) === 0) return [];
    return [{ where: placeOf(result), stated: value, computed: decimalToNumber(computed), words: { numerator, denominator } }];
  });

/** A part that is larger than its whole. */
export const resultNumeratorAboveDenominator: Finder = ({ plan }) =>
  plan.results.flatMap((result): Found[] => {
    const { numerator, denominator } = result;
    return numerator === undefined || denominator === undefined || numerator <= denominator ? [] : [{ where: placeOf(result), stated: numerator, computed: denominator }];
  });

/** A count against the list that follows it in the same sentence: `35 cơ quan, gồm: …`. */
export const breakdownDiffers: Finder = ({ plan }) =>
  plan.results.flatMap((result): Found[] => {
    const { value, quote, unit } = result;
    const parts = value === undefined || unit === '%' || quote === undefined ? undefined : breakdownOf(quote, value);
    if (value === undefined || parts === undefined) return [];
    const computed = parts.reduce((sum, part) => sum + part, 0);
    return computed === value ? [] : [{ where: placeOf(result), stated: value, computed, words: { parts: parts.join(' + ') } }];
  });

/** One result stated twice with different figures. */
export const resultStatedTwice: Finder = ({ plan }) =>
  plan.results.flatMap((result, index): Found[] => {
    const before = plan.results.slice(0, index).find(({ name, unit, value }) => name === result.name && unit === result.unit && value !== result.value);
    if (before?.value === undefined || result.value === undefined) return [];
    return [{ where: placeOf(result), stated: result.value, computed: before.value, words: { before: before.clause } }];
  });
