import type { RequestHandler } from 'express';
import { readReadiness } from '../use-cases/readiness.ts';
import type { Services } from './services.ts';

/** Alive. */
export const healthz: RequestHandler = (_request, response) => {
  response.json({ status: 'alive' });
};

/** Whether people can work (200), even while the process behind waits (200, `degraded`); 503 only without a database. */
export function readyz({ desk, probe }: Services): RequestHandler {
  return async (_request, response) => {
    const readiness = await readReadiness(desk, probe);
    response.status(readiness.status === 'unavailable' ? 503 : 200).json(readiness);
  };
}
