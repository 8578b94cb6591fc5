import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Refused } from '../../domain/refusals.ts';

export interface SignInLimits {
  /** Failures for one login from one address before it has to wait. */
  readonly perLogin: number;
  /** Failures from one address, whatever the login. */
  readonly perAddress: number;
  readonly windowMs: number;
}

export const defaultSignInLimits: SignInLimits = { perLogin: 10, perAddress: 100, windowMs: 15 * 60_000 };

/** Limits failed sign-ins; successful ones do not count. */
export function limitSignIns({ perLogin, perAddress, windowMs }: SignInLimits): readonly RequestHandler[] {
  const refuse: RequestHandler = () => {
    throw new Refused('rate-limited', { figures: { seconds: Math.ceil(windowMs / 1000) } });
  };
  const shared = { windowMs, skipSuccessfulRequests: true, standardHeaders: false, legacyHeaders: false, handler: refuse, validate: false } as const;
  return [
    rateLimit({ ...shared, limit: perAddress, keyGenerator: (request) => ipKeyGenerator(request.ip ?? '') }),
    rateLimit({ ...shared, limit: perLogin, keyGenerator: (request) => `${ipKeyGenerator(request.ip ?? '')} ${loginOf(request.body)}` }),
  ];
}

function loginOf(body: unknown): string {
  const login = typeof body === 'object' && body !== null && 'login' in body ? body.login : undefined;
  return typeof login === 'string' ? login.normalize('NFC').trim().toLowerCase().slice(0, 200) : '';
}
