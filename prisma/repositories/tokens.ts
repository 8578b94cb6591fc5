import type { ApiToken } from '../../domain/account.ts';
import type { Tokens } from '../../domain/ports/accounts.ts';
import type { ApiToken as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { findRow } from './one-row.ts';

function toToken(row: Row): ApiToken {
  return { ...row, createdAt: toInstant(row.createdAt), expiresAt: toInstantOrNull(row.expiresAt), lastUsedAt: toInstantOrNull(row.lastUsedAt) };
}

function toRow(token: ApiToken): Row {
  return { ...token, createdAt: fromInstant(token.createdAt), expiresAt: fromInstantOrNull(token.expiresAt), lastUsedAt: fromInstantOrNull(token.lastUsedAt) };
}

export function createTokens({ db }: Context): Tokens {
  return {
    async find(id) {
      const row = await findRow<Row>(db, 'ApiToken', { id });
      return row ? toToken(row) : undefined;
    },
    async listOf(account) {
      return (await db.apiToken.findMany({ where: { account }, orderBy: { createdAt: 'desc' } })).map(toToken);
    },
    async insert(token) {
      await insertRows(db, 'ApiToken', [toRow(token)]);
    },
    async touch(id, at) {
      await db.apiToken.updateMany({ where: { id }, data: { lastUsedAt: fromInstant(at) } });
    },
    async remove(account, id) {
      return (await db.apiToken.deleteMany({ where: { id, account } })).count > 0;
    },
  };
}
