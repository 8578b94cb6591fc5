import type { ApiToken } from '../../domain/account.ts';
import type { Instant } from '../../domain/date.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Language } from '../../domain/text.ts';
import { limited } from './attempts.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { hashPassword, isPassword, randomSecret, secretId } from './passwords.ts';

const own = (caller: Caller, at: Instant, act: string, details: Readonly<Record<string, unknown>> = {}) =>
  ({ at, actor: actorId(caller.actor), act, cycle: null, unit: caller.actor.unit, subject: actorId(caller.actor), outcome: 'done' as const, details });

/** A new password ends every other session of the account. */
export async function changePassword(desk: Desk, caller: Caller, { current, next }: { current: string; next: string }): Promise<void> {
  const account = await desk.record.read.accounts.find(caller.actor.id);
  if (!account || !(await limited(desk, account.id, desk.now(), () => isPassword(account.passwordHash, current)))) throw new Refused('wrong-credentials');
  const passwordHash = await hashPassword(next);
  const kept = caller.credential.kind === 'session' ? caller.credential.session.id : undefined;
  await commit(desk, caller, async (tx) => {
    await tx.accounts.update(account.id, { passwordHash, mustChangePassword: false });
    await tx.sessions.removeAllOf(account.id, kept);
    await tx.audit.append([own(caller, desk.now(), 'changePassword')]);
  });
}

/** In which mails to the caller are written from now on. */
export async function setLanguage(desk: Desk, caller: Caller, language: Language): Promise<{ readonly language: Language }> {
  return commit(desk, caller, async (tx) => {
    await tx.accounts.update(caller.actor.id, { language });
    await tx.audit.append([own(caller, desk.now(), 'setLanguage', { language })]);
    return { language };
  });
}

/** Whether the caller does without mails of rungs that allow it, from now on; notices in the pages stay. */
export async function setReminders(desk: Desk, caller: Caller, optedOut: boolean): Promise<{ readonly optedOut: boolean }> {
  return commit(desk, caller, async (tx) => {
    await tx.accounts.update(caller.actor.id, { optedOut });
    await tx.audit.append([own(caller, desk.now(), 'setReminders', { optedOut })]);
    return { optedOut };
  });
}

export type TokenView = Omit<ApiToken, 'account'>;

/** A personal token for programs. `secret` is shown this once. */
export async function createToken(desk: Desk, caller: Caller, { name, expiresAt }: { name: string; expiresAt?: Instant }): Promise<TokenView & { readonly secret: string }> {
  const now = desk.now();
  if (expiresAt !== undefined && expiresAt <= now) throw new Refused('invalid-input', { errors: [{ pointer: '/expiresAt', code: 'past', value: expiresAt, accepted: `> ${now}` }] });
  const secret = `chutrinh_${randomSecret()}`;
  const token: ApiToken = { id: secretId(secret), account: caller.actor.id, name, createdAt: now, expiresAt: expiresAt ?? null, lastUsedAt: null };
  await commit(desk, caller, async (tx) => {
    await tx.tokens.insert(token);
    await tx.audit.append([own(caller, now, 'createToken', { token: token.id, expiresAt: token.expiresAt })]);
  });
  return { ...viewOf(token), secret };
}

export async function listTokens(desk: Desk, caller: Caller): Promise<readonly TokenView[]> {
  return (await desk.record.read.tokens.listOf(caller.actor.id)).map(viewOf);
}

export async function revokeToken(desk: Desk, caller: Caller, id: string): Promise<void> {
  await commit(desk, caller, async (tx) => {
    if (!(await tx.tokens.remove(caller.actor.id, id))) throw new Refused('not-found', { figures: { subject: 'token' } });
    await tx.audit.append([own(caller, desk.now(), 'revokeToken', { token: id })]);
  });
}

const viewOf = ({ account: _, ...view }: ApiToken): TokenView => view;
