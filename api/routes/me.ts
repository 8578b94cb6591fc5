import { z } from 'zod';
import { route, type Route } from '../http/route.ts';
import * as contract from '../contracts/account.ts';
import { listOf } from '../contracts/common.ts';
import { workItem } from '../contracts/cycle.ts';
import { changePassword, createToken, listTokens, revokeToken, setLanguage, setReminders } from '../use-cases/self.ts';
import { endSession, listSessions } from '../use-cases/sessions.ts';
import { listWork } from '../use-cases/work.ts';
import { describe } from './sessions.ts';

const byId = z.strictObject({ id: z.string().max(100) });

export const meRoutes: readonly Route[] = [
  route({
    name: 'me', tag: 'me', method: 'get', path: '/me', action: 'self.read', answer: contract.me,
    summary: { vi: 'Tài khoản của tôi', en: 'My account' },
    handle: async (services, caller) => describe(services, caller, (await services.desk.record.read.accounts.find(caller.actor.id))?.login ?? ''),
  }),
  route({
    name: 'setMyLanguage', tag: 'me', method: 'patch', path: '/me', action: 'self.language', body: contract.languageChoice,
    summary: { vi: 'Ngôn ngữ của thư gửi cho tôi', en: 'Language of mails to me' },
    handle: async ({ desk }, caller, { body }) => void (await setLanguage(desk, caller, body.language)),
  }),
  route({
    name: 'setMyReminders', tag: 'me', method: 'patch', path: '/me/reminders', action: 'self.reminders', body: contract.reminderChoice, answer: contract.reminderChoice,
    summary: { vi: 'Nhận hay không nhận thư ở các nấc nhắc cho phép từ chối', en: 'Whether mails of rungs that allow it come to me' },
    handle: async ({ desk }, caller, { body }) => setReminders(desk, caller, body.optedOut),
  }),
  route({
    name: 'myWork', tag: 'me', method: 'get', path: '/me/work', action: 'self.read', answer: listOf(workItem),
    summary: { vi: 'Việc đang chờ tôi', en: 'What waits for me' },
    handle: async ({ desk }, caller) => ({ items: await listWork(desk, caller) }),
  }),
  route({
    name: 'mySessions', tag: 'me', method: 'get', path: '/me/sessions', action: 'self.sessions', answer: listOf(contract.session),
    summary: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
    handle: async ({ desk }, caller) => ({ items: await listSessions(desk, caller) }),
  }),
  route({
    name: 'endMySession', tag: 'me', method: 'delete', path: '/me/sessions/:id', action: 'self.sessions', params: byId,
    summary: { vi: 'Kết thúc một phiên của tôi', en: 'End one of my sessions' },
    handle: async ({ desk }, caller, { params }) => void (await endSession(desk, caller, params.id)),
  }),
  route({
    name: 'changeMyPassword', tag: 'me', method: 'post', path: '/me/password', action: 'self.password', body: contract.changePassword,
    summary: { vi: 'Đổi mật khẩu; các phiên khác kết thúc', en: 'Change my password; other sessions end' },
    handle: async ({ desk }, caller, { body }) => void (await changePassword(desk, caller, body)),
  }),
  route({
    name: 'myTokens', tag: 'me', method: 'get', path: '/me/tokens', action: 'self.tokens', answer: listOf(contract.token),
    summary: { vi: 'Mã truy cập cá nhân của tôi', en: 'My personal tokens' },
    handle: async ({ desk }, caller) => ({ items: await listTokens(desk, caller) }),
  }),
  route({
    name: 'createMyToken', tag: 'me', method: 'post', path: '/me/tokens', status: 201, action: 'self.tokens', body: contract.newToken, answer: contract.tokenCreated,
    summary: { vi: 'Tạo mã truy cập; chỉ hiện một lần', en: 'Create a personal token; shown once' },
    handle: ({ desk }, caller, { body }) => createToken(desk, caller, body),
  }),
  route({
    name: 'revokeMyToken', tag: 'me', method: 'delete', path: '/me/tokens/:id', action: 'self.tokens', params: byId,
    summary: { vi: 'Thu hồi mã truy cập', en: 'Revoke a personal token' },
    handle: async ({ desk }, caller, { params }) => void (await revokeToken(desk, caller, params.id)),
  }),
];
