import type { Request } from 'express';

const originHost = (request: Request): string | undefined => {
  const origin = request.get('origin');
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
};

/** The browser says that another site sent this. */
export function isForeign(request: Request): boolean {
  const host = originHost(request);
  return request.get('sec-fetch-site') === 'cross-site' || (host !== undefined && host !== request.get('host'));
}

/** The browser says that a page of ours sent this. */
export const isOurs = (request: Request): boolean => !isForeign(request) && (request.get('sec-fetch-site') === 'same-origin' || originHost(request) === request.get('host'));
