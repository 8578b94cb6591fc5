import { z } from 'zod';
import type { Page, PageRequest } from '../../domain/ports/page.ts';
import { Refused } from '../../domain/refusals.ts';

const usual = 50;
const most = 500;

/** Where a page ended: the value of the sort column and the key that breaks ties. */
const position = z.tuple([z.union([z.string(), z.number()]), z.union([z.string(), z.number()])]);
export type Position = z.infer<typeof position>;

export function limitOf({ limit = usual }: PageRequest): number {
  return Math.max(1, Math.min(most, Math.trunc(limit)));
}

/** Throws `Refused('invalid-input')` for a cursor that we did not make. */
export function positionOf({ cursor }: PageRequest): Position | undefined {
  if (cursor === undefined) return undefined;
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Refused('invalid-input', { errors: [{ pointer: '/cursor', code: 'invalid-cursor', accepted: 'the `next` of the page before' }] });
  }
}

/** `rows` holds one row more than the page, when there is a further page. */
export function pageOf<Row, Item>(rows: readonly Row[], limit: number, total: number, toItem: (row: Row) => Item, toPosition: (row: Row) => Position): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(toItem);
  if (rows.length <= limit || last === undefined) return { items, total };
  return { items, total, next: Buffer.from(JSON.stringify(toPosition(last))).toString('base64url') };
}
