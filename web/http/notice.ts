import type { Request, Response } from 'express';
import { cookieValue } from './cookie-value.ts';

const name = 'chutrinh_notice';

/** What the next page says about the act that led to it: a key of the locales with its figures. */
export interface Notice {
  readonly key: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

export function leaveNotice(response: Response, notice: Notice, secure: boolean): void {
  response.cookie(name, Buffer.from(JSON.stringify(notice)).toString('base64url'), { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 60_000 });
}

/** Read once. What is no notice of ours is passed over. */
export function takeNotice(request: Request, response: Response, secure: boolean): Notice | undefined {
  const kept = cookieValue(request, name);
  if (kept === undefined) return undefined;
  response.clearCookie(name, { httpOnly: true, sameSite: 'lax', secure, path: '/' });
  try {
    const { key, figures } = JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')) as Notice;
    return typeof key === 'string' && typeof figures === 'object' ? { key, figures } : undefined;
  } catch {
    return undefined;
  }
}
