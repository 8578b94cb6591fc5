import { z } from 'zod';
import { pageOf, pageQuery } from '../contracts/common.ts';
import * as contract from '../contracts/notice.ts';
import { route, type Route } from '../http/route.ts';
import { listNotices, readNotice, readNoticesUpTo } from '../use-cases/notices.ts';

export const noticeRoutes: readonly Route[] = [
  route({
    name: 'myNotices', tag: 'me', method: 'get', path: '/me/notices', action: 'self.notices', query: z.strictObject(pageQuery), answer: pageOf(contract.notice),
    summary: { vi: 'Thông báo gửi đơn vị và vai trò của tôi, mới nhất trước', en: 'Notices to my unit and roles, the newest first' },
    handle: ({ desk }, caller, { query }) => listNotices(desk, caller, query),
  }),
  route({
    name: 'readMyNotice', tag: 'me', method: 'post', path: '/me/notices/:id/read', action: 'self.notices', params: contract.byNotice,
    summary: { vi: 'Đánh dấu một thông báo đã đọc', en: 'Mark a notice as read' },
    handle: async ({ desk }, caller, { params }) => void (await readNotice(desk, caller, params.id)),
  }),
  route({
    name: 'readMyNotices', tag: 'me', method: 'post', path: '/me/notices/read', action: 'self.notices', body: contract.readUpTo,
    summary: { vi: 'Đánh dấu đã đọc mọi thông báo đến một số', en: 'Mark every notice up to one as read' },
    handle: async ({ desk }, caller, { body }) => void (await readNoticesUpTo(desk, caller, body.upTo)),
  }),
];
