import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { isAllowed } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Desk } from '../use-cases/desk.ts';
import { authenticate } from './admit.ts';
import { watchBacklogs } from './backlogs.ts';

export interface Metrics {
  readonly measure: RequestHandler;
  readonly show: RequestHandler;
}

/** Times by route (never by address), the process with its event-loop delay, and what waits to be sent. */
export function createMetrics(desk: Desk): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'chutrinh_' });
  const seconds = new Histogram({ name: 'chutrinh_http_request_seconds', help: 'Time to answer', labelNames: ['method', 'route', 'status'], buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5], registers: [register] });
  const readBacklogs = watchBacklogs(register, desk);

  const measure: RequestHandler = (request, response, next) => {
    const began = performance.now();
    response.on('finish', () => {
      const route = response.locals['route'] as unknown;
      seconds.observe({ method: request.method, route: typeof route === 'string' ? route : 'other', status: String(response.statusCode) }, (performance.now() - began) / 1000);
    });
    next();
  };

  const show: RequestHandler = async (request, response) => {
    if (!isLocal(request.socket.remoteAddress, request.get('x-forwarded-for')) && !isAllowed((await authenticate(desk, request)).actor, 'system.read')) throw new Refused('forbidden', { figures: { action: 'system.read' } });
    await readBacklogs();
    response.type(register.contentType).send(await register.metrics());
  };
  return { measure, show };
}

/** From this machine, and not passed on by a proxy on it. */
function isLocal(address: string | undefined, forwardedFor: string | undefined): boolean {
  return forwardedFor === undefined && (address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1');
}
