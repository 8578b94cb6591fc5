import { Refused } from '../domain/refusals.ts';

/** SQLite's names for a storage that cannot take or give data now; the message of a Prisma error carries no code, its adapter error does. */
const unavailable = /^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM)/;

/** SQLite's code of an error, however deep Prisma has wrapped it. */
export function sqliteCode(error: unknown): string | undefined {
  for (let each: unknown = error, depth = 0; typeof each === 'object' && each !== null && depth < 6; depth += 1) {
    const { code, originalCode, cause, meta } = each as { code?: unknown; originalCode?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } };
    const found = [originalCode, code].find((value) => typeof value === 'string' && value.startsWith('SQLITE_'));
    if (typeof found === 'string') return found;
    each = meta?.driverAdapterError ?? cause;
  }
  return undefined;
}

export function isStorageFailure(error: unknown): boolean {
  return (error instanceof Refused && error.code === 'storage-unavailable') || unavailable.test(sqliteCode(error) ?? '');
}

/** An error of the storage as the refusal that people see; a duplicate key as `already-exists`; anything else unchanged. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refused) return error;
  const code = sqliteCode(error);
  if (code !== undefined && unavailable.test(code)) return new Refused('storage-unavailable', { figures: { storage: code }, cause: error });
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return new Refused('already-exists', { cause: error });
  return error;
}
