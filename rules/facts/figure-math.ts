import { decimal, decimalToNumber, multiplyDecimals, subtractDecimals, type Decimal } from '../../domain/decimal.ts';
import { ratioOf, type Ratio } from '../../domain/ratio.ts';
import type { TargetFigure } from '../../domain/submission.ts';

/*
 * Shares and changes as ratios that keep their parts: exact until someone shows them. Products go through exact
 * decimals and come back as numbers, which whole figures of any real report fit.
 */

export function isGiven(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Numerator to denominator; undefined without data. */
export function shareOf({ numerator, denominator }: Pick<TargetFigure, 'numerator' | 'denominator'>): Ratio | undefined {
  return ratioOf(numerator, denominator);
}

const product = (a: number, b: number): Decimal => multiplyDecimals(a, b);

function absolute(value: Decimal): Decimal {
  return { units: value.units < 0n ? -value.units : value.units, scale: value.scale };
}

/**
 * How far the stated percentage is from the figures, as a share of one unit of its last digit: 100 % and more cannot be
 * rounding. 96,6 stated for 483/500 is 0 %; 97 stated for it is 40 %; 96,7 is 100 %.
 */
export function statedError({ value, ...parts }: TargetFigure): Ratio | undefined {
  const share = shareOf(parts);
  if (!share || !isGiven(value)) return undefined;
  const difference = absolute(subtractDecimals(product(value, share.denominator), product(share.numerator, 100)));
  const lastDigit = 10 ** decimal(value).scale;
  return { numerator: decimalToNumber(multiplyDecimals(difference, lastDigit)), denominator: share.denominator };
}

/** How much a share rose, in percentage points, as a ratio: n/d − n₀/d₀ = (n·d₀ − n₀·d)/(d·d₀). Negative when it fell. */
export function riseOf(now: Ratio, before: Ratio): Ratio {
  const numerator = subtractDecimals(product(now.numerator, before.denominator), product(before.numerator, now.denominator));
  return { numerator: decimalToNumber(numerator), denominator: decimalToNumber(product(now.denominator, before.denominator)) };
}
