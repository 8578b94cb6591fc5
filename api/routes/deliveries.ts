import { inCycle, pageOf } from '../contracts/common.ts';
import * as contract from '../contracts/delivery.ts';
import { route, type Route } from '../http/route.ts';
import { reportBounce } from '../use-cases/bounces.ts';
import { listDeliveries } from '../use-cases/deliveries.ts';

const tag = 'mails';

export const deliveryRoutes: readonly Route[] = [
  route({
    name: 'listCycleDeliveries', tag, method: 'get', path: '/cycles/:cycle/deliveries', action: 'delivery.read', params: inCycle, query: contract.deliveryQuery, answer: pageOf(contract.delivery),
    summary: { vi: 'Nhật ký gửi của chu kỳ: ai, việc gì, lúc nào, theo bậc nào, kết quả', en: 'Send log of a cycle: who, what, when, by which rung, outcome' },
    handle: async ({ desk }, _caller, { params: { cycle }, query: { cursor, limit, order, ...filter } }) => {
      await desk.registers.cycle(cycle);
      return listDeliveries(desk, { ...filter, cycle }, { ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) }, order);
    },
  }),
  route({
    name: 'reportBounce', tag, method: 'post', path: '/mail/bounces', action: 'delivery.bounce', quiet: true, body: contract.bounce, answer: contract.bounceRecorded,
    summary: { vi: 'Báo thư bị trả lại (RFC 3464), từ máy chủ thư', en: 'Report a mail that came back (RFC 3464), from the mail server' },
    handle: ({ desk }, caller, { body: { message } }) => reportBounce(desk, caller, message),
  }),
];
