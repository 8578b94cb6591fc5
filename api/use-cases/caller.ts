import type { Account, ApiToken, Session } from '../../domain/account.ts';
import type { Actor } from '../../domain/roles.ts';

/** A person, as permission tables see them. */
export type Person = Extract<Actor, { kind: 'account' }>;

export type Credential = { readonly kind: 'session'; readonly session: Session } | { readonly kind: 'token'; readonly token: ApiToken };

/** An `Idempotency-Key` with what it was first used for; `status` is what a replay answers with. */
export interface RequestKey {
  readonly key: string;
  readonly requestHash: string;
  readonly status: number;
}

/** Who is asking, and by which credential. */
export interface Caller {
  readonly actor: Person;
  readonly credential: Credential;
  readonly mustChangePassword: boolean;
  readonly key?: RequestKey;
}

export function personOf(account: Account): Person {
  return { kind: 'account', id: account.id, name: account.name, roles: account.roles, unit: account.unit };
}
