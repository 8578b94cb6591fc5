import { Router, type Request, type Response } from 'express';
import { dutyIdOf } from '../use-cases/place.ts';
import { Refused } from '../../domain/refusals.ts';
import { permissions } from '../../domain/permissions.ts';
import { quarters } from '../../domain/plan.ts';
import type { Caller } from '../use-cases/caller.ts';
import { perform, recordRefusal, type Attempt } from '../use-cases/perform.ts';
import { assertAllowed, assertCsrf, authenticate, ifMatchOf, keyOf } from './admit.ts';
import { assertJson } from './body.ts';
import { clearCookie, setCookie } from './cookies.ts';
import type { RawAsk, Reply, Route } from './route.ts';
import type { Services } from './services.ts';
import { readUpload, type UploadForm } from '../uploads/multipart.ts';
import { createTurns } from '../../domain/turns.ts';

/** Mounts a route table. A route without a known action, or a second one for the same address, stops the start. */
export function mount(routes: readonly Route[], services: Services): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const seen = new Set<string>();
  for (const route of routes) {
    const address = `${route.method} ${route.path}`;
    if (route.action !== 'public' && !Object.hasOwn(permissions, route.action)) throw new Error(`${address} names no action of the permission table`);
    if (seen.has(address)) throw new Error(`${address} is registered twice`);
    seen.add(address);
    // an upload takes as long as its sender wants: it must not keep others from their turn
    const isAct = route.action !== 'public' && route.method !== 'get' && !route.upload;
    router[route.method](route.path, (request, response) => (isAct ? takeTurns(() => serve(route, services, request, response)) : serve(route, services, request, response)));
  }
  return router;
}

/**
 * Acts of one process that are worked on at once. It has one core for them, so more would not be faster, only let some wait far longer than
 * others; a few at once still share a commit.
 */
export const takeTurns = createTurns(4);

async function serve(route: Route, services: Services, request: Request, response: Response): Promise<void> {
  response.locals['route'] = route.path;
  if (route.action === 'public') {
    assertJson(request);
    return answer(route, response, await route.run(services, undefined, askOf(route, services, request, response)));
  }
  const signedIn = await authenticate(services.desk, request);
  assertCsrf(signedIn, request);
  if (request.method !== 'GET' && !route.upload) assertJson(request);
  const key = keyOf(route, request);
  const caller: Caller = key ? { ...signedIn, key } : signedIn;
  const attempt = attemptOf(route, request);
  const work = async (): Promise<unknown> => {
    assertAllowed(route, caller, request);
    if (route.stream) return route.stream(services, caller, request, response);
    return route.run(services, caller, askOf(route, services, request, response));
  };
  if (route.method === 'get' || route.quiet) {
    const result = await work().catch(async (error: unknown) => {
      if (error instanceof Refused && (error.code === 'forbidden' || error.code === 'state-secret')) await recordRefusal(services.desk, caller, attempt, error);
      throw error;
    });
    return route.stream ? undefined : answer(route, response, result);
  }
  const performed = await perform(services.desk, caller, attempt, work);
  if (performed.kind === 'done') return answer(route, response, performed.answer);
  response.status(performed.status).set('Idempotency-Replayed', 'true').type('application/json').send(performed.body);
}

function answer(route: Route, response: Response, body: unknown): void {
  if (route.answer === undefined) response.status(204).end();
  else response.status(route.status ?? 200).json(body);
}

function askOf(route: Route, { secureCookies: secure }: Services, request: Request, response: Response): RawAsk {
  const ifMatch = ifMatchOf(route, request);
  const userAgent = request.get('user-agent');
  const reply: Reply = {
    header: (name, value) => void response.set(name, value),
    signIn: (secret, maxAgeMs) => setCookie(response, secret, { maxAgeMs, secure }),
    signOut: () => clearCookie(response, secure),
  };
  const upload = async (): Promise<UploadForm['file']> => {
    const form = await readUpload(request);
    response.once('finish', form.end);
    return form.file;
  };
  return { params: request.params, query: { ...request.query }, body: route.upload ? undefined : (request.body as unknown), reply, upload, ...(ifMatch === undefined ? {} : { ifMatch }), ...(userAgent === undefined ? {} : { userAgent }) };
}

/** What the audit row of a refusal says it was about: a duty by its id, else the address. */
function attemptOf(route: Route, request: Request): Attempt {
  const { cycle, unit, quarter: given } = request.params;
  if (typeof cycle !== 'string') return { act: route.name, subject: request.baseUrl + request.path };
  const isDuty = typeof unit === 'string' && /^\/cycles\/:cycle\/(plans|reports)\//.test(route.path);
  const quarter = quarters.find((each) => each === given);
  const subject = isDuty ? dutyIdOf({ cycle, unit, ...(quarter ? { quarter } : {}) }) : request.baseUrl + request.path;
  return { act: route.name, cycle, subject, ...(typeof unit === 'string' ? { unit } : {}) };
}
