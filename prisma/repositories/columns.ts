import type { Instant } from '../../domain/date.ts';

/** Instants are BIGINT columns (epoch ms is beyond 32 bits) and numbers in the domain. */
export const toInstant = (value: bigint): Instant => Number(value);
export const toInstantOrNull = (value: bigint | null): Instant | null => (value === null ? null : Number(value));
export const fromInstant = (value: Instant): bigint => BigInt(Math.trunc(value));
export const fromInstantOrNull = (value: Instant | null): bigint | null => (value === null ? null : fromInstant(value));

/** Leaves out columns that are null: they are absent properties in the domain. */
export function present<Row extends object>(row: Row): { [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key] } & { [Key in keyof Row as null extends Row[Key] ? Key : never]?: NonNullable<Row[Key]> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;
}
