import { route, publicRoute, type Route } from '../http/route.ts';
import type { Services } from '../http/services.ts';
import * as contract from '../contracts/account.ts';
import type { Caller } from '../use-cases/caller.ts';
import { personOf } from '../use-cases/caller.ts';
import { endSession, signIn } from '../use-cases/sessions.ts';

export async function describe({ desk }: Services, { actor, credential, mustChangePassword }: Pick<Caller, 'actor' | 'credential' | 'mustChangePassword'>, login: string) {
  const unit = (await desk.registers.units()).get(actor.unit);
  return { id: actor.id, login, name: actor.name, unit: actor.unit, unitName: unit?.name ?? actor.unit, roles: actor.roles, mustChangePassword, csrf: credential.kind === 'session' ? credential.session.csrf : null };
}

export const sessionRoutes: readonly Route[] = [
  publicRoute({
    name: 'signIn', tag: 'sessions', method: 'post', path: '/sessions', status: 201, body: contract.signIn, answer: contract.signedIn,
    summary: { vi: 'Đăng nhập', en: 'Sign in' },
    handle: async (services, { body, userAgent, reply }) => {
      const { account, session, secret } = await signIn(services.desk, { ...body, ...(userAgent === undefined ? {} : { userAgent }) });
      reply.signIn(secret, session.expiresAt - services.desk.now());
      const caller = { actor: personOf(account), credential: { kind: 'session', session }, mustChangePassword: account.mustChangePassword } as const;
      return { ...(await describe(services, caller, account.login)), expiresAt: session.expiresAt };
    },
  }),
  route({
    name: 'currentSession', tag: 'sessions', method: 'get', path: '/sessions/current', action: 'self.read', answer: contract.me,
    summary: { vi: 'Phiên đăng nhập hiện tại', en: 'The current session' },
    handle: async (services, caller) => describe(services, caller, (await services.desk.record.read.accounts.find(caller.actor.id))?.login ?? ''),
  }),
  route({
    name: 'signOut', tag: 'sessions', method: 'delete', path: '/sessions/current', action: 'self.sessions', quiet: true,
    summary: { vi: 'Đăng xuất', en: 'Sign out' },
    handle: async ({ desk }, caller, { reply }) => {
      if (caller.credential.kind === 'session') await endSession(desk, caller, caller.credential.session.id);
      reply.signOut();
      return undefined;
    },
  }),
];
