import { decimalToNumber, subtractDecimals, type Order } from '../domain/decimal.ts';
import type { Comparator } from '../domain/plan.ts';
import { compareRatio, numeratorNeededFor, percentBeside, type Ratio } from '../domain/ratio.ts';

/*
 * Fast ways through domain/ratio.ts for whole numbers whose products a double holds exactly. Everything else, and
 * every doubt, goes to the exact decimals there; a property test holds the two together.
 */

const maxExact = Number.MAX_SAFE_INTEGER;
/** Above this, a quotient may round up to a whole number that it does not reach. */
const maxDivisible = 2 ** 50;

/** numerator × 100 against percent × denominator, exactly; undefined without data (denominator zero or less). */
export function orderOfRatio(ratio: Ratio, percent: number): Order | undefined {
  const { numerator, denominator } = ratio;
  if (!(denominator > 0) || !Number.isFinite(numerator) || !Number.isFinite(percent)) return undefined;
  const [left, right] = [numerator * 100, percent * denominator];
  const isExact = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && Number.isSafeInteger(percent);
  if (!isExact || Math.abs(left) > maxExact || Math.abs(right) > maxExact) return compareRatio(ratio, percent);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The percentage to two decimals, more where it would otherwise look equal to a threshold that it differs from. */
export function percentShown(ratio: Ratio, threshold?: number): number | undefined {
  const { numerator, denominator } = ratio;
  if (!(denominator > 0)) return undefined;
  const scaled = numerator * 20_000 + denominator;
  const isExact = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator >= 0 && scaled < maxDivisible;
  const shown = isExact ? Math.floor(scaled / (2 * denominator)) / 100 : undefined;
  if (shown !== undefined && (threshold === undefined || Math.sign(shown - threshold) === orderOfRatio(ratio, threshold))) return shown;
  const beside = percentBeside(ratio, threshold ?? 0);
  return beside === undefined ? undefined : Number(beside);
}

/** How far two figures are apart, exactly: hundredths by whole numbers, finer ones by decimals. */
export function difference(a: number, b: number): number {
  const [x, y] = [Math.round(a * 100), Math.round(b * 100)];
  const areHundredths = x / 100 === a && y / 100 === b && Math.abs(x) < maxDivisible && Math.abs(y) < maxDivisible;
  return areHundredths ? Math.abs(x - y) / 100 : Math.abs(decimalToNumber(subtractDecimals(a, b)));
}

/** As `numeratorNeededFor` of the domain. */
export function numeratorNeeded(denominator: number, percent: number, comparator: Comparator): number | undefined {
  const bound = percent * denominator;
  const isEasy = comparator === 'at-least' && denominator > 0 && percent >= 0 && Number.isSafeInteger(denominator) && Number.isSafeInteger(percent) && bound < maxDivisible;
  if (!isEasy) return numeratorNeededFor(denominator, percent, comparator);
  const rest = bound % 100;
  return (bound - rest) / 100 + (rest > 0 ? 1 : 0);
}
