import type { Account } from '../../domain/account.ts';
import type { Accounts } from '../../domain/ports/accounts.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Language } from '../../domain/text.ts';
import type { Account as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { readJson, textList } from './json.ts';
import { findRow } from './one-row.ts';

const keyOf = (login: string): string => login.normalize('NFC').toLowerCase();

export function toAccount({ loginKey: _, ...row }: Row): Account {
  return { ...row, roles: readJson(row.roles, textList, `Account ${row.id} roles`), lockedAt: toInstantOrNull(row.lockedAt), createdAt: toInstant(row.createdAt), language: row.language as Language };
}

function toRow(account: Account): Row {
  return { ...account, loginKey: keyOf(account.login), roles: JSON.stringify(account.roles), lockedAt: fromInstantOrNull(account.lockedAt), createdAt: fromInstant(account.createdAt) };
}

export function createAccounts({ db }: Context): Accounts {
  return {
    async find(id) {
      const row = await findRow<Row>(db, 'Account', { id });
      return row ? toAccount(row) : undefined;
    },
    async findByLogin(login) {
      const row = await db.account.findFirst({ where: { loginKey: keyOf(login) } });
      return row ? toAccount(row) : undefined;
    },
    async list() {
      return (await db.account.findMany({ orderBy: { loginKey: 'asc' } })).map(toAccount);
    },
    count: () => db.account.count(),
    async insert(account) {
      if ((await insertRows(db, 'Account', [toRow(account)], 'ignore')) === 0) throw new Refused('already-exists', { figures: { login: account.login } });
    },
    async update(id, { roles, lockedAt, ...changes }) {
      const data = {
        ...changes,
        ...(changes.login === undefined ? {} : { loginKey: keyOf(changes.login) }),
        ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
        ...(lockedAt === undefined ? {} : { lockedAt: fromInstantOrNull(lockedAt) }),
      };
      const { count } = await db.account.updateMany({ where: { id }, data });
      if (count === 0) throw new Refused('not-found', { figures: { account: id } });
    },
  };
}
