import { listOf, pageOf } from '../contracts/common.ts';
import * as contract from '../contracts/webhook.ts';
import { route, type Route } from '../http/route.ts';
import { createWebhook, listDeliveries, listWebhooks, replayDeliveries, switchWebhook, testWebhook } from '../use-cases/webhooks.ts';

const tag = 'administration';
const params = contract.byWebhook;

export const webhookRoutes: readonly Route[] = [
  route({
    name: 'listWebhooks', tag, method: 'get', path: '/webhooks', action: 'webhook.read', answer: listOf(contract.webhook),
    summary: { vi: 'Địa chỉ nhận thông báo của hệ thống khác', en: 'Webhooks: addresses of other systems that are told of events' },
    handle: async ({ desk }) => ({ items: await listWebhooks(desk) }),
  }),
  route({
    name: 'createWebhook', tag, method: 'post', path: '/webhooks', status: 201, action: 'webhook.write', body: contract.newWebhook, answer: contract.webhookCreated,
    summary: { vi: 'Đăng ký địa chỉ nhận thông báo; khóa ký chỉ hiện một lần', en: 'Register a webhook; its secret is shown once' },
    handle: ({ desk }, caller, { body }) => createWebhook(desk, caller, body),
  }),
  route({
    name: 'switchWebhook', tag, method: 'patch', path: '/webhooks/:id', action: 'webhook.write', params, body: contract.webhookSwitch, answer: contract.webhook,
    summary: { vi: 'Bật, tắt địa chỉ nhận thông báo', en: 'Switch a webhook on or off' },
    handle: ({ desk }, caller, { params: { id }, body: { state } }) => switchWebhook(desk, caller, id, state),
  }),
  route({
    name: 'testWebhook', tag, method: 'post', path: '/webhooks/:id/test', action: 'webhook.write', params,
    summary: { vi: 'Gửi thử một thông báo', en: 'Send a test message' },
    handle: async ({ desk }, caller, { params: { id } }) => void (await testWebhook(desk, caller, id)),
  }),
  route({
    name: 'listDeliveries', tag, method: 'get', path: '/webhooks/:id/deliveries', action: 'webhook.read', params, query: contract.deliveryQuery, answer: pageOf(contract.delivery),
    summary: { vi: 'Thông báo đã và sẽ gửi, mới nhất trước', en: 'Deliveries of a webhook with their outcome, the newest first' },
    handle: ({ desk }, _caller, { params: { id }, query }) => listDeliveries(desk, id, query),
  }),
  route({
    name: 'replayDeliveries', tag, method: 'post', path: '/webhooks/:id/replay', action: 'webhook.write', params, body: contract.replay, answer: contract.replayed,
    summary: { vi: 'Gửi lại thông báo không gửi được', en: 'Send dead deliveries again: one, or all of them' },
    handle: ({ desk }, caller, { params: { id }, body: { delivery } }) => replayDeliveries(desk, caller, id, delivery),
  }),
];
