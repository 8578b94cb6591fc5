import type { Repositories } from '../domain/ports/record.ts';
import { intercept, isThenable } from './intercept.ts';
import { asRefusal, sqliteCode } from './storage.ts';

function readingError(error: unknown): unknown {
  if (sqliteCode(error) === 'SQLITE_READONLY') return new Error('`record.read` cannot write: do it inside `record.write`.', { cause: error });
  return asRefusal(error);
}

/** Repositories of the reading connection, whose errors are the product's. */
export function readingRepositories(repositories: Repositories): Repositories {
  return intercept(repositories, (call) => {
    const result = call();
    if (!isThenable(result)) return result;
    return Promise.resolve(result).catch((error: unknown) => {
      throw readingError(error);
    });
  });
}
