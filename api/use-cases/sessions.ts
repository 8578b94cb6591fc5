import type { Account, ApiToken, Session } from '../../domain/account.ts';
import { listScope, type Action } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import { personOf, type Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { hashPassword, isPassword, randomSecret, secretId } from './passwords.ts';

/** However much it is used, a session ends after so many of its idle times. */
const longest = 7;
/** `lastSeenAt` is written this often at most, so that reading stays reading. */
const touchEveryMs = 5 * 60_000;

export interface SignedIn {
  readonly account: Account;
  readonly session: Session;
  /** What the cookie carries; never stored. */
  readonly secret: string;
}

let decoy: Promise<string> | undefined;

/** One answer and one delay, whether the account exists, is locked, or the password is wrong. */
export async function signIn(desk: Desk, { login, password, userAgent }: { login: string; password: string; userAgent?: string }): Promise<SignedIn> {
  const { read } = desk.record;
  const account = await read.accounts.findByLogin(login);
  decoy ??= hashPassword(randomSecret());
  const isRight = await isPassword(account?.passwordHash ?? (await decoy), password);
  const now = desk.now();
  if (!account || !isRight || account.lockedAt !== null) {
    await auditSignIn(desk, account, 'refused');
    throw new Refused('wrong-credentials');
  }
  const secret = randomSecret();
  const session: Session = { id: secretId(secret), account: account.id, csrf: randomSecret(), createdAt: now, lastSeenAt: now, expiresAt: now + longest * desk.sessionMs, userAgent: userAgent?.slice(0, 200) ?? null };
  const isIn = await desk.record.write(async (tx) => {
    if (!isStill(account, await tx.accounts.find(account.id))) return false;
    await tx.sessions.insert(session);
    await tx.audit.append([signInRow(now, account, 'done')]);
    return true;
  });
  if (isIn) return { account, session, secret };
  await auditSignIn(desk, account, 'refused');
  throw new Refused('wrong-credentials');
}

/** A lock or a new password that came while the old one was looked at has ended all sessions: this one must not begin after it. */
const isStill = ({ passwordHash }: Account, now: Account | undefined): boolean => now !== undefined && now.lockedAt === null && now.passwordHash === passwordHash;

const signInRow = (at: number, account: Account | undefined, outcome: 'done' | 'refused') =>
  ({ at, actor: account ? `account:${account.id}` : 'unknown', act: 'signIn', cycle: null, unit: account?.unit ?? null, subject: account ? `account:${account.id}` : 'unknown', outcome, details: {} });

async function auditSignIn(desk: Desk, account: Account | undefined, outcome: 'done' | 'refused'): Promise<void> {
  await desk.record.write((tx) => tx.audit.append([signInRow(desk.now(), account, outcome)]));
}

const isOver = (desk: Desk, held: Session | ApiToken): boolean => {
  const now = desk.now();
  return (held.expiresAt !== null && held.expiresAt <= now) || ('lastSeenAt' in held && held.lastSeenAt + desk.sessionMs <= now);
};

/** Whether somebody who was let in would be let in again, for what goes on for long; to be asked is no use of a session. */
export async function isStillIn(desk: Desk, { credential, actor }: Caller, action: Action): Promise<boolean> {
  const { read } = desk.record;
  const held = credential.kind === 'session' ? await read.sessions.find(credential.session.id) : await read.tokens.find(credential.token.id);
  const account = await read.accounts.find(actor.id);
  return held !== undefined && !isOver(desk, held) && account !== undefined && account.lockedAt === null && listScope(personOf(account), action) !== undefined;
}

/** The caller that a session cookie stands for; undefined when it is unknown, over, or its account is locked. */
export async function callerOfSession(desk: Desk, secret: string): Promise<Caller | undefined> {
  const { read } = desk.record;
  const session = await read.sessions.find(secretId(secret));
  const now = desk.now();
  if (!session || isOver(desk, session)) return undefined;
  const account = await read.accounts.find(session.account);
  if (!account || account.lockedAt !== null) return undefined;
  if (now - session.lastSeenAt > touchEveryMs) inPassing(desk.record.write((tx) => tx.sessions.touch(session.id, now)));
  return { actor: personOf(account), credential: { kind: 'session', session }, mustChangePassword: account.mustChangePassword };
}

/** The caller that a personal token stands for. */
export async function callerOfToken(desk: Desk, secret: string): Promise<Caller | undefined> {
  const { read } = desk.record;
  const token = await read.tokens.find(secretId(secret));
  const now = desk.now();
  if (!token || isOver(desk, token)) return undefined;
  const account = await read.accounts.find(token.account);
  if (!account || account.lockedAt !== null) return undefined;
  if (token.lastUsedAt === null || now - token.lastUsedAt > touchEveryMs) inPassing(desk.record.write((tx) => tx.tokens.touch(token.id, now)));
  return { actor: personOf(account), credential: { kind: 'token', token }, mustChangePassword: account.mustChangePassword };
}

/** Nobody waits for it, and reading goes on when it cannot be written. */
function inPassing(write: Promise<void>): void {
  write.catch(() => undefined);
}

/** Ends one of the caller's own sessions. */
export async function endSession(desk: Desk, caller: Caller, id: string): Promise<void> {
  const session = await desk.record.read.sessions.find(id);
  if (!session || session.account !== caller.actor.id) throw new Refused('not-found', { figures: { subject: 'session' } });
  await desk.record.write((tx) => tx.sessions.remove(id));
}

export type SessionView = Omit<Session, 'csrf' | 'account'> & { readonly current: boolean };

export async function listSessions(desk: Desk, caller: Caller): Promise<readonly SessionView[]> {
  const sessions = await desk.record.read.sessions.listOf(caller.actor.id);
  const current = caller.credential.kind === 'session' ? caller.credential.session.id : undefined;
  return sessions.filter(({ expiresAt }) => expiresAt > desk.now()).map(({ csrf: _, account: __, ...rest }) => ({ ...rest, current: rest.id === current }));
}
