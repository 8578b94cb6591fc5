import type { Request, Response } from 'express';

const name = 'chutrinh_session';

/** The session's secret, when the request carries one. */
export function cookieOf(request: Request): string | undefined {
  const pair = (request.get('cookie') ?? '').split(';').map((each) => each.trim()).find((each) => each.startsWith(`${name}=`));
  const secret = pair?.slice(name.length + 1);
  return secret && /^[\w-]{20,100}$/.test(secret) ? secret : undefined;
}

/** Out of reach of scripts, and not sent along when another site posts here. */
export function setCookie(response: Response, secret: string, { maxAgeMs, secure }: { maxAgeMs: number; secure: boolean }): void {
  response.cookie(name, secret, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: maxAgeMs });
}

export function clearCookie(response: Response, secure: boolean): void {
  response.clearCookie(name, { httpOnly: true, sameSite: 'lax', secure, path: '/' });
}
