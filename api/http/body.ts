import { createHash } from 'node:crypto';
import express, { type Request, type RequestHandler } from 'express';
import { Refused } from '../../domain/refusals.ts';

/** A unit's submission with a thousand lines takes about 300 kB. */
export const bodyLimit = '1mb';

const raw = new WeakMap<object, Buffer>();

/** Reads JSON bodies up to the limit, and keeps their bytes while an idempotency key has to be bound to them. */
export function readJson(): RequestHandler {
  return express.json({
    limit: bodyLimit,
    verify: (request, _response, buffer) => {
      if (request.headers['idempotency-key'] !== undefined) raw.set(request, buffer);
    },
  });
}

/** SHA-256 over method, address, expected version and body: what "the same request" means. */
export function bodyHash(request: Request): string {
  return createHash('sha256').update(`${request.method} ${request.originalUrl}\n${request.get('if-match') ?? ''}\n`).update(raw.get(request) ?? '').digest('hex');
}

/** A body of another kind is refused by name rather than read as empty. */
export function assertJson(request: Request): void {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is('application/json')) throw new Refused('unsupported-media-type', { figures: { accepted: 'application/json' } });
}

/** What the body reader throws, as a refusal; undefined for anything else. */
export function bodyRefusal(error: unknown): Refused | undefined {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return new Refused('too-large', { figures: { limit: bodyLimit } });
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return new Refused('unsupported-media-type', { figures: { accepted: 'application/json; charset=utf-8' } });
  return typeof type === 'string' ? new Refused('malformed') : undefined;
}
