import type { Account, ApiToken, Session } from '../account.ts';
import type { Instant } from '../date.ts';

export interface Accounts {
  find(id: string): Promise<Account | undefined>;
  /** Logins compare case-insensitively. */
  findByLogin(login: string): Promise<Account | undefined>;
  list(): Promise<readonly Account[]>;
  count(): Promise<number>;
  /** Throws `Refused('already-exists')` for a login in use. */
  insert(account: Account): Promise<void>;
  update(id: string, changes: Partial<Omit<Account, 'id' | 'createdAt'>>): Promise<void>;
}

export interface Sessions {
  find(id: string): Promise<Session | undefined>;
  listOf(account: string): Promise<readonly Session[]>;
  insert(session: Session): Promise<void>;
  touch(id: string, at: Instant): Promise<void>;
  remove(id: string): Promise<boolean>;
  removeAllOf(account: string, except?: string): Promise<number>;
  removeExpired(at: Instant): Promise<number>;
}

export interface Tokens {
  find(id: string): Promise<ApiToken | undefined>;
  listOf(account: string): Promise<readonly ApiToken[]>;
  insert(token: ApiToken): Promise<void>;
  touch(id: string, at: Instant): Promise<void>;
  remove(account: string, id: string): Promise<boolean>;
}
