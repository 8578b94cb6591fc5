import { ColumnTypeEnum, type ArgType, type ColumnType } from '@prisma/driver-adapter-utils';

/** Declared SQLite types that our migrations (and Prisma's own table) use. */
const declared: Readonly<Record<string, ColumnType>> = {
  TEXT: ColumnTypeEnum.Text,
  INTEGER: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  BOOLEAN: ColumnTypeEnum.Boolean,
  REAL: ColumnTypeEnum.Double,
  BLOB: ColumnTypeEnum.Bytes,
  DATETIME: ColumnTypeEnum.DateTime,
};

function inferred(value: unknown): ColumnType {
  if (typeof value === 'string') return ColumnTypeEnum.Text;
  if (typeof value === 'bigint') return ColumnTypeEnum.Int64;
  if (value instanceof Uint8Array) return ColumnTypeEnum.Bytes;
  return typeof value === 'number' && !Number.isInteger(value) ? ColumnTypeEnum.Double : ColumnTypeEnum.UnknownNumber;
}

/** Types of a result's columns: as declared, else (for expressions) from the first value that is not null. */
export function columnTypes(declaredTypes: readonly (string | null)[], rows: readonly (readonly unknown[])[]): ColumnType[] {
  return declaredTypes.map((type, column) => {
    const known = type === null ? undefined : declared[type.toUpperCase()];
    if (known !== undefined) return known;
    const sample = rows.find((row) => row[column] !== null)?.[column];
    return sample === undefined ? ColumnTypeEnum.Int32 : inferred(sample);
  });
}

/** Instants written as numbers in DATETIME columns are read as ISO text, as Prisma expects; everything else passes. */
export function columnValue(value: unknown, type: ColumnType): unknown {
  return type === ColumnTypeEnum.DateTime && typeof value === 'number' ? new Date(value).toISOString() : value;
}

function fromText(text: string, type: ArgType['scalarType']): unknown {
  if (type === 'int' || type === 'bigint') return BigInt(text);
  if (type === 'float' || type === 'decimal') return Number(text);
  if (type === 'bytes') return Buffer.from(text, 'base64');
  if (type === 'datetime') return new Date(text).toISOString().replace('Z', '+00:00');
  return text;
}

/** An argument as better-sqlite3 binds it. */
export function boundValue(value: unknown, type: ArgType | undefined): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00');
  return typeof value === 'string' && type !== undefined ? fromText(value, type.scalarType) : value;
}
