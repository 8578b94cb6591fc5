import { randomUUID } from 'node:crypto';
import type { Account } from '../../domain/account.ts';
import type { Instant } from '../../domain/date.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId, type Role } from '../../domain/roles.ts';
import type { Language } from '../../domain/text.ts';
import { addressChanged } from './bounces.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { hashPassword, randomPassword } from './passwords.ts';

export type AccountView = Omit<Account, 'passwordHash'>;

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  /** In which mails are written; absent: Vietnamese. */
  readonly language?: Language;
  /** Absent: a random one, answered once and to be changed at the first log-in. */
  readonly password?: string;
}

export type AccountCreated = AccountView & { readonly password?: string };

export const accountView = ({ passwordHash: _, ...view }: Account): AccountView => view;

/** Creates an account. `Refused('already-exists')` for a login in use. */
export async function createAccount(desk: Desk, caller: Caller, request: NewAccount): Promise<AccountCreated> {
  await assertUnit(desk, request.unit);
  const { account, password } = await makeAccount(request, desk.now());
  await commit(desk, caller, async (tx) => {
    await tx.accounts.insert(account);
    await tx.audit.append([row(desk, caller, account, 'createAccount', { roles: account.roles })]);
  });
  return { ...accountView(account), ...(request.password === undefined ? { password } : {}) };
}

/** Builds the row of a new account; a password that was not chosen by its holder has to be changed. */
export async function makeAccount({ login, name, email, unit, roles, language = 'vi', password: chosen }: NewAccount, now: Instant, mustChangePassword = chosen === undefined): Promise<{ account: Account; password: string }> {
  const password = chosen ?? randomPassword();
  const passwordHash = await hashPassword(password);
  return { password, account: { id: randomUUID(), login, name, email: email ?? null, unit, roles, passwordHash, mustChangePassword, lockedAt: null, createdAt: now, language, optedOut: false } };
}

export interface AccountChange {
  readonly name?: string;
  readonly email?: string | null;
  readonly unit?: string;
  readonly roles?: readonly Role[];
  readonly language?: Language;
  readonly locked?: boolean;
  readonly resetPassword?: boolean;
}

/** Changes an account. Other roles, another unit, a lock or a new password end its sessions; a reset password is answered once. */
export async function changeAccount(desk: Desk, caller: Caller, id: string, change: AccountChange): Promise<AccountCreated> {
  const before = await desk.record.read.accounts.find(id);
  if (!before) throw new Refused('not-found', { figures: { subject: `account:${id}` } });
  if (change.unit !== undefined) await assertUnit(desk, change.unit);
  if (id === caller.actor.id && (change.locked || (change.roles && !change.roles.includes('administrator')))) {
    throw new Refused('invalid-input', { errors: [{ pointer: change.locked ? '/locked' : '/roles', code: 'own-account' }] });
  }
  const { name, email, unit, roles, language, locked, resetPassword } = change;
  const password = resetPassword ? randomPassword() : undefined;
  const changes = {
    ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }), ...(unit === undefined ? {} : { unit }), ...(roles === undefined ? {} : { roles }),
    ...(language === undefined ? {} : { language }),
    ...(locked === undefined ? {} : { lockedAt: locked ? (before.lockedAt ?? desk.now()) : null }),
    ...(password === undefined ? {} : { passwordHash: await hashPassword(password), mustChangePassword: true }),
  };
  const isOther = (roles !== undefined && roles.toSorted().join() !== before.roles.toSorted().join()) || (unit !== undefined && unit !== before.unit);
  await commit(desk, caller, async (tx) => {
    await tx.accounts.update(id, changes);
    if (email !== undefined) await addressChanged(tx, [{ person: `account:${id}`, before: before.email ?? undefined, after: email ?? undefined }]);
    if (locked || password !== undefined || isOther) await tx.sessions.removeAllOf(id);
    await tx.audit.append([row(desk, caller, before, 'changeAccount', { changed: Object.keys(change), ...(roles ? { roles } : {}), ...(locked === undefined ? {} : { locked }) })]);
  });
  return { ...accountView({ ...before, ...changes }), ...(password === undefined ? {} : { password }) };
}

export async function listAccounts(desk: Desk): Promise<readonly AccountView[]> {
  return (await desk.record.read.accounts.list()).map(accountView);
}

/** The very first account, made from the command line. Refused once there is an administrator. */
export async function createFirstAdministrator(record: RecordStore, request: Omit<NewAccount, 'roles'>, now: Instant): Promise<AccountCreated> {
  const { account, password } = await makeAccount({ ...request, roles: ['administrator'] }, now);
  return record.write(async (tx) => {
    const accounts = await tx.accounts.list();
    if (accounts.some((each) => each.roles.includes('administrator') && each.lockedAt === null)) throw new Refused('already-exists', { figures: { subject: 'administrator' } });
    await tx.accounts.insert(account);
    await tx.audit.append([{ at: now, actor: 'cli', act: 'createFirstAdministrator', cycle: null, unit: account.unit, subject: `account:${account.id}`, outcome: 'done', details: {} }]);
    return { ...accountView(account), password };
  });
}

async function assertUnit(desk: Desk, unit: string): Promise<void> {
  if (!(await desk.registers.units()).has(unit)) throw new Refused('unknown-unit', { figures: { unit }, errors: [{ pointer: '/unit', code: 'unknown-unit', value: unit }] });
}

const row = (desk: Desk, caller: Caller, account: Account, act: string, details: Readonly<Record<string, unknown>>) =>
  ({ at: desk.now(), actor: actorId(caller.actor), act, cycle: null, unit: account.unit, subject: `account:${account.id}`, outcome: 'done' as const, details });
