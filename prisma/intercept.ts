import type { Repositories } from '../domain/ports/record.ts';

type Method = (...args: unknown[]) => unknown;

/** The same repositories with `around` about every call; it decides whether and how the call is made. */
export function intercept(repositories: Repositories, around: (call: () => unknown) => unknown): Repositories {
  const ready = new Map<PropertyKey, unknown>();
  const aroundMethods = (repository: object): unknown =>
    new Proxy(repository, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return typeof method === 'function' ? (...args: unknown[]) => around(() => (method as Method).apply(target, args)) : method;
      },
    });
  return new Proxy(repositories, {
    get: (target, name) => {
      if (!ready.has(name)) ready.set(name, aroundMethods(Reflect.get(target, name) as object));
      return ready.get(name);
    },
  });
}

/** Whether a call answers later. Prisma's own promises are thenables that begin when they are awaited. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}
