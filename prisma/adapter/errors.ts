import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils';
import Sqlite from 'better-sqlite3';

function columnsOf(message: string): string[] {
  return (message.split('constraint failed: ')[1] ?? '').split(', ').map((column) => column.split('.').at(-1) ?? column);
}

function mapped(error: InstanceType<typeof Sqlite.SqliteError>): MappedError {
  const { code, message } = error;
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return { kind: 'UniqueConstraintViolation', constraint: { fields: columnsOf(message) } };
  if (code === 'SQLITE_CONSTRAINT_NOTNULL') return { kind: 'NullConstraintViolation', constraint: { fields: columnsOf(message) } };
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } };
  if (message.startsWith('no such table')) return { kind: 'TableDoesNotExist', table: message.split(': ')[1] ?? '' };
  return { kind: 'sqlite', extendedCode: 1, message };
}

/** SQLite's error as Prisma understands it; `originalCode` keeps SQLite's name of it. Anything else passes unchanged. */
export function driverError(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  return new DriverAdapterError({ ...mapped(error), originalCode: error.code, originalMessage: error.message });
}
