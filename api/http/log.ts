import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** One line per request: method, path, status, time, refusal code. No bodies, headers, queries or addresses of people. */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    quietReqLogger: true,
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: { req: () => undefined, res: () => undefined },
    customProps: (request: IncomingMessage, response: Answer) => (response.writableEnded ? lineOf(request, response) : {}),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  });
}

type Answer = ServerResponse & { locals?: Record<string, unknown> };

function lineOf(request: IncomingMessage & { originalUrl?: string }, { statusCode: status, locals }: Answer): object {
  const code = locals?.['code'];
  return { method: request.method, path: pathOf(request.originalUrl ?? request.url ?? ''), status, ...(typeof code === 'string' ? { code } : {}) };
}

/** Without the query, and without the secret of a calendar's address. */
const pathOf = (url: string): string => (url.split('?')[0] ?? '').replace(/^\/calendar\/.*/, '/calendar/…');
