import { deliveriesOf, type Matter } from '../../domain/delivery.ts';
import { toAccount } from './accounts.ts';
import { fromInstant } from './columns.ts';
import { toContact } from './contacts.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

/** Writes what is owed to whom, in the transaction of what it tells of. A matter told before changes nothing. */
export async function insertDeliveries(context: Context, matters: readonly Matter[]): Promise<void> {
  if (matters.length === 0) return;
  const { db, now } = context;
  const units = [...new Set(matters.map(({ unit }) => unit))];
  const desks = [...new Set(matters.map(({ notice }) => notice.to))].filter((to) => !to.includes('/'));
  const accounts = (await db.account.findMany({ where: { OR: [{ unit: { in: units } }, ...desks.map((desk) => ({ roles: { contains: JSON.stringify(desk) } }))] } })).map(toAccount);
  const contacts = (await db.contact.findMany({ where: { unit: { in: units } } })).map(toContact);
  const createdAt = fromInstant(now());
  const rows = matters.flatMap((matter) => deliveriesOf(matter, { accounts, contacts })).map((row) => ({ ...row, at: fromInstant(row.at), createdAt }));
  await insertRows(db, 'Delivery', rows, 'ignore');
}
