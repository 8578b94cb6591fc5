/*
 * Exact decimals, for comparisons that must not be a matter of binary floating point. A number means what it prints:
 * 0.1 is one tenth. BigInt does not pass through JSON, so decimals live inside functions, not in the record.
 */

/** units × 10^-scale; scale ≥ 0. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export type DecimalLike = Decimal | number | bigint | string;

/** Digits that a text may have, before and after the point together; more than any figure of a plan needs. */
export const maxDigits = 30;

/** Reads `-12.50`, `1e-7`; the point is decimal, there is no grouping. Undefined when it is no such number or too long. */
export function parseDecimal(text: string): Decimal | undefined {
  return readDecimal(text, maxDigits);
}

function readDecimal(text: string, limit: number): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = (whole + fraction).padEnd(whole.length + fraction.length + Math.max(0, -scale), '0');
  if (Math.max(digits.length, scale) > limit) return undefined;
  const magnitude = BigInt(digits);
  return normalise({ units: sign === '-' ? -magnitude : magnitude, scale: Math.max(0, scale) });
}

/** Takes every finite number. Throws RangeError for NaN, infinities, and text that `parseDecimal` does not read. */
export function decimal(value: DecimalLike): Decimal {
  if (typeof value === 'object') return value;
  if (typeof value === 'bigint') return { units: value, scale: 0 };
  const parsed = readDecimal(String(value), typeof value === 'number' ? Infinity : maxDigits);
  if (!parsed) throw new RangeError(`Not a decimal: ${JSON.stringify(String(value))}`);
  return parsed;
}

function normalise({ units, scale }: Decimal): Decimal {
  let reduced = units;
  let places = scale;
  while (places > 0 && reduced % 10n === 0n) {
    reduced /= 10n;
    places -= 1;
  }
  return { units: reduced, scale: places };
}

function aligned(a: DecimalLike, b: DecimalLike): { readonly left: bigint; readonly right: bigint; readonly scale: number } {
  const [x, y] = [decimal(a), decimal(b)];
  const scale = Math.max(x.scale, y.scale);
  return { left: x.units * 10n ** BigInt(scale - x.scale), right: y.units * 10n ** BigInt(scale - y.scale), scale };
}

export type Order = -1 | 0 | 1;

/** -1 when a < b, 0 when equal, 1 when a > b. */
export function compareDecimals(a: DecimalLike, b: DecimalLike): Order {
  const { left, right } = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function addDecimals(a: DecimalLike, b: DecimalLike): Decimal {
  const { left, right, scale } = aligned(a, b);
  return normalise({ units: left + right, scale });
}

export function subtractDecimals(a: DecimalLike, b: DecimalLike): Decimal {
  const { left, right, scale } = aligned(a, b);
  return normalise({ units: left - right, scale });
}

export function multiplyDecimals(a: DecimalLike, b: DecimalLike): Decimal {
  const [x, y] = [decimal(a), decimal(b)];
  return normalise({ units: x.units * y.units, scale: x.scale + y.scale });
}

export function sumDecimals(values: Iterable<DecimalLike>): Decimal {
  let sum: Decimal = { units: 0n, scale: 0 };
  for (const value of values) sum = addDecimals(sum, value);
  return sum;
}

/** The largest integer ≤ a ÷ b. Throws RangeError when b is zero. */
export function divideDown(a: DecimalLike, b: DecimalLike): bigint {
  const { left, right } = aligned(a, b);
  const quotient = left / right;
  const isAboveExact = left % right !== 0n && (left < 0n) !== (right < 0n);
  return isAboveExact ? quotient - 1n : quotient;
}

/** The smallest integer ≥ a ÷ b. Throws RangeError when b is zero. */
export function divideUp(a: DecimalLike, b: DecimalLike): bigint {
  return -divideDown(multiplyDecimals(a, -1), b);
}

/** a ÷ b to `places` decimals, halves away from zero. Throws RangeError when b is zero. */
export function divideRounded(a: DecimalLike, b: DecimalLike, places: number): Decimal {
  const { left, right } = aligned(a, b);
  const isNegative = (left < 0n) !== (right < 0n);
  const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
  const rounded = (magnitude(left) * 10n ** BigInt(places) * 2n + magnitude(right)) / (magnitude(right) * 2n);
  return normalise({ units: isNegative ? -rounded : rounded, scale: places });
}

export function isWhole(value: DecimalLike): boolean {
  return normalise(decimal(value)).scale === 0;
}

/** `-12.5`; with `places`, zeros are added to at least so many decimals: `-12.50`. */
export function decimalToString(value: DecimalLike, places = 0): string {
  const { units, scale } = normalise(decimal(value));
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).padEnd(places, '0');
  return `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** The nearest binary number: for display and JSON, not for comparing. */
export function decimalToNumber(value: DecimalLike): number {
  return Number(decimalToString(value));
}
