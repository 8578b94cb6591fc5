import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Refused } from '../../domain/refusals.ts';
import { bodyRefusal } from './body.ts';
import { languageOf, problemOf } from './problem.ts';

/** An address that nothing serves. */
export const notFound: RequestHandler = (request) => {
  throw new Refused('not-found', { figures: { subject: `${request.method} ${request.path}` } });
};

/** The one place where an error becomes an answer. What is not a refusal is logged with its stack and told apart by the request's id only. */
export const answerFaults: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const known = error instanceof Refused ? error : bodyRefusal(error) ?? (error instanceof URIError ? new Refused('malformed') : undefined);
  const refused = known ?? new Refused('internal', { figures: { request: typeof request.id === 'string' ? request.id : '' } });
  if (!known || (refused.code === 'storage-unavailable' && refused.cause)) request.log?.error({ err: known?.cause ?? error }, 'request failed');
  const problem = problemOf(refused, languageOf(request.get('accept-language')), request.originalUrl.split('?')[0] ?? '/');
  response.locals['code'] = refused.code;
  if (refused.code === 'rate-limited' || refused.code === 'storage-unavailable') response.set('Retry-After', String(refused.figures['seconds'] ?? 5));
  if (refused.code === 'not-signed-in') response.set('WWW-Authenticate', 'Bearer');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};
