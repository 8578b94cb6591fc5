import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { isAllowed, listScope } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Caller, RequestKey } from '../use-cases/caller.ts';
import type { Desk } from '../use-cases/desk.ts';
import { callerOfSession, callerOfToken } from '../use-cases/sessions.ts';
import { cookieOf } from './cookies.ts';
import { bodyHash } from './body.ts';
import type { Route } from './route.ts';

/** Who is asking: a personal token before a cookie. Throws `not-signed-in`. */
export async function authenticate(desk: Desk, request: Request): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  const cookie = cookieOf(request);
  const caller = bearer !== undefined ? await callerOfToken(desk, bearer) : cookie !== undefined ? await callerOfSession(desk, cookie) : undefined;
  if (!caller) throw new Refused('not-signed-in');
  return caller;
}

/** A browser sends cookies by itself, so what changes something must also carry the session's token. Programs with a token of their own need none. */
export function assertCsrf(caller: Caller, request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD' || caller.credential.kind === 'token') return;
  const given = Buffer.from(request.get('x-csrf-token') ?? '');
  const expected = Buffer.from(caller.credential.session.csrf);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Refused('csrf');
}

/** Acts that remain while a password has to be changed first. */
const always: readonly string[] = ['self.read', 'self.password', 'self.sessions'];

/** Asks the permission table as far as the path tells. */
export function assertAllowed(route: Route, caller: Caller, request: Request): void {
  if (route.action === 'public') return;
  const { action } = route;
  const unit = request.params['unit'];
  const isWithin = route.scope === 'list' || route.scope === 'part' ? listScope(caller.actor, action) !== undefined : isAllowed(caller.actor, action, route.scope === 'unit' && typeof unit === 'string' ? { unit } : {});
  if (!isWithin) throw new Refused('forbidden', { figures: { action } });
  if (caller.mustChangePassword && !always.includes(action)) throw new Refused('forbidden', { figures: { action, mustChangePassword: true } });
}

/** The request's idempotency key with a hash of all that it asks for. */
export function keyOf(route: Route, request: Request): RequestKey | undefined {
  if (!route.key) return undefined;
  const key = request.get('idempotency-key');
  if (key === undefined || !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refused('idempotency-key-required');
  return { key, requestHash: bodyHash(request), status: route.status ?? 200 };
}

/** `"7"`, `W/"7"` or `7`: the version that the caller has read. */
export function ifMatchOf(route: Route, request: Request): number | undefined {
  if (!route.ifMatch) return undefined;
  const given = request.get('if-match');
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given ?? '')?.[1];
  if (version !== undefined) return Number(version);
  if (route.ifMatch === 'required' || given !== undefined) throw new Refused('version-required');
  return undefined;
}
