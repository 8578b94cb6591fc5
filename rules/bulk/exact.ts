import { decimal } from '../../domain/decimal.ts';
import { compareRatio, type Ratio } from '../../domain/ratio.ts';

/** -1 below, 0 equal, 1 above; NaN without data, which passes no comparison. */
export type OrderOf = (ratio: Ratio) => number;

const noOrder: OrderOf = () => Number.NaN;

/**
 * Where ratios stand to one percentage, exactly: numerator × 100 against percent × denominator. The percentage is made whole
 * once (97.5 % is 40 × numerator against 39 × denominator). Whole figures whose products a double holds compare as they are;
 * all others go to the exact decimals of domain/ratio.ts.
 */
export function orderAgainst(percent: number): OrderOf {
  if (!Number.isFinite(percent)) return noOrder;
  const { units, scale } = decimal(percent);
  const hundred = 100n * 10n ** BigInt(scale);
  const common = greatestDivisor(hundred, units);
  const [byNumerator, byDenominator] = [Number(hundred / common), Number(units / common)];
  const slow: OrderOf = (ratio) => compareRatio(ratio, percent) ?? Number.NaN;
  if (!Number.isSafeInteger(byNumerator) || !Number.isSafeInteger(byDenominator)) return slow;
  const mostNumerator = Math.floor(Number.MAX_SAFE_INTEGER / byNumerator);
  const mostDenominator = Math.floor(Number.MAX_SAFE_INTEGER / Math.max(1, Math.abs(byDenominator)));
  return (ratio) => {
    const { numerator, denominator } = ratio;
    const isExact = Number.isInteger(numerator) && Number.isInteger(denominator) && denominator > 0
      && numerator <= mostNumerator && numerator >= -mostNumerator && denominator <= mostDenominator;
    if (!isExact) return slow(ratio);
    const [left, right] = [numerator * byNumerator, denominator * byDenominator];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
