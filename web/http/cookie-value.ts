import type { Request } from 'express';

export function cookieValue(request: Request, name: string): string | undefined {
  const pair = (request.get('cookie') ?? '').split(';').map((each) => each.trim()).find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
