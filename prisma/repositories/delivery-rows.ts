import { deliveriesOf, type Matter } from '../../domain/delivery.ts';
import { toAccount } from './accounts.ts';
import { fromInstant, fromInstantOrNull } from './columns.ts';
import { toContact } from './contacts.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { resting } from './quiet.ts';

/** Writes what is owed to whom, in the transaction of what it tells of. A matter told before changes nothing. */
export async function insertDeliveries(context: Context, matters: readonly Matter[]): Promise<void> {
  if (matters.length === 0) return;
  const { db, now } = context;
  const parents = await parentsOf(context, matters.map(({ unit }) => unit));
  const units = [...new Set([...matters.map(({ unit }) => unit), ...parents.values()])];
  const desks = [...new Set(matters.map(({ notice }) => notice.to))].filter((to) => !to.includes('/'));
  const accounts = (await db.account.findMany({ where: { OR: [{ unit: { in: units } }, ...desks.map((desk) => ({ roles: { contains: JSON.stringify(desk) } }))] } })).map(toAccount);
  const contacts = (await db.contact.findMany({ where: { unit: { in: units } } })).map(toContact);
  const createdAt = fromInstant(now());
  const restingOf = await resting(context, matters.map(({ notice }) => notice.cycle));
  const rows = matters.flatMap((matter) => deliveriesOf(matter, { accounts, contacts }, parents.get(matter.unit) ?? null))
    .map((row) => ({ ...row, at: fromInstant(row.at), createdAt, notBefore: fromInstantOrNull(restingOf(row)) }));
  await insertRows(db, 'Delivery', rows, 'ignore');
}

/** The unit above each that has one. */
export async function parentsOf({ db }: Context, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.unit.findMany({ where: { code: { in: [...new Set(units)] }, parent: { not: null } }, select: { code: true, parent: true } });
  return new Map(rows.flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent] as const])));
}
