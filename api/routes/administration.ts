import { z } from 'zod';
import { route, type Route } from '../http/route.ts';
import * as accounts from '../contracts/account.ts';
import { listOf, pageOf, pageQuery } from '../contracts/common.ts';
import * as contract from '../contracts/system.ts';
import { changeAccount, createAccount, listAccounts } from '../use-cases/accounts.ts';
import { readSystem } from '../use-cases/system.ts';

export const administrationRoutes: readonly Route[] = [
  route({
    name: 'listAccounts', tag: 'administration', method: 'get', path: '/accounts', action: 'account.list', answer: listOf(accounts.account),
    summary: { vi: 'Tài khoản', en: 'Accounts' },
    handle: async ({ desk }) => ({ items: await listAccounts(desk) }),
  }),
  route({
    name: 'createAccount', tag: 'administration', method: 'post', path: '/accounts', status: 201, action: 'account.write', body: accounts.newAccount, answer: accounts.accountCreated,
    summary: { vi: 'Tạo tài khoản; mật khẩu ngẫu nhiên chỉ hiện một lần', en: 'Create an account; a random password is shown once' },
    handle: ({ desk }, caller, { body }) => createAccount(desk, caller, body),
  }),
  route({
    name: 'changeAccount', tag: 'administration', method: 'patch', path: '/accounts/:id', action: 'account.write', params: z.strictObject({ id: z.string().max(100) }), body: accounts.accountChange, answer: accounts.accountCreated,
    summary: { vi: 'Đổi vai trò, khóa, mở khóa, đặt lại mật khẩu', en: 'Change roles, lock, unlock, reset the password' },
    handle: ({ desk }, caller, { params, body }) => changeAccount(desk, caller, params.id, body),
  }),
  route({
    name: 'listAudit', tag: 'administration', method: 'get', path: '/audit', action: 'audit.read', query: z.strictObject({ ...contract.auditQuery, ...pageQuery }), answer: pageOf(contract.auditRow),
    summary: { vi: 'Nhật ký', en: 'The audit chain' },
    handle: ({ desk }, _caller, { query: { cursor, limit, ...filter } }) => desk.record.read.audit.list(filter, { ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) }),
  }),
  route({
    name: 'verifyAudit', tag: 'administration', method: 'get', path: '/audit/verification', action: 'audit.verify', answer: contract.auditVerdict,
    summary: { vi: 'Kiểm tra tính toàn vẹn của nhật ký', en: 'Verify the audit chain' },
    handle: ({ verifyAudit }) => verifyAudit(),
  }),
  route({
    name: 'readSystem', tag: 'administration', method: 'get', path: '/system', action: 'system.read', answer: contract.system,
    summary: { vi: 'Tình trạng hệ thống', en: 'State of the system' },
    handle: ({ desk, probe, version, lastBackup }) => readSystem(desk, probe, version, lastBackup),
  }),
];
