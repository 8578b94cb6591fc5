import type { RequestHandler } from 'express';
import { Refused } from '../../domain/refusals.ts';
import { readFeed } from '../use-cases/feeds.ts';
import type { Desk } from '../use-cases/desk.ts';

/** Calendar programs send neither cookie nor token: whoever knows the address may read. One that is none, unknown or revoked answers 404, all alike. */
export function serveCalendar(desk: Desk): RequestHandler<{ file: string }> {
  return async ({ params: { file } }, response) => {
    response.locals['route'] = '/calendar/:file';
    const secret = /^([\w-]{20,100})\.ics$/.exec(file)?.[1];
    response.set('X-Robots-Tag', 'noindex, nofollow');
    if (secret === undefined) throw new Refused('not-found', { figures: { subject: 'calendar' } });
    const text = await readFeed(desk, secret);
    response.set('Cache-Control', 'private, max-age=900').type('text/calendar; charset=utf-8').send(text);
  };
}
