import { z } from 'zod';
import { Refused } from '../../domain/refusals.ts';
import { route, type Route } from '../http/route.ts';
import { inCycle, listOf, pageOf, pageQuery, quarter, unitCode } from '../contracts/common.ts';
import { compliance } from '../contracts/compliance.ts';
import * as contract from '../contracts/cycle.ts';
import { duty, reminder } from '../contracts/duty.ts';
import { getQuarter, listQuarters, readCompliance } from '../use-cases/compliance.ts';
import { extendMany, type WhichDuties } from '../use-cases/extending.ts';
import { listDuties } from '../use-cases/reading.ts';
import { listReminders } from '../use-cases/reminding.ts';
import { grantWaiver, listWaivers } from '../use-cases/waiving.ts';
import { listQueue } from '../use-cases/work.ts';
import { streamEvents } from './events.ts';

const base = { tag: 'following', params: inCycle } as const;
const flag = z.enum(['true', 'false']).transform((value) => value === 'true').meta({ override: { type: 'string', enum: ['true', 'false'] } });

export const followingRoutes: readonly Route[] = [
  route({
    ...base, name: 'listDuties', method: 'get', path: '/cycles/:cycle/duties', action: 'duty.list', scope: 'list', query: z.strictObject({ ...contract.dutiesQuery, ...pageQuery }), answer: pageOf(duty),
    summary: { vi: 'Việc phải làm của các đơn vị', en: 'What units owe' },
    handle: ({ desk }, caller, { params, query: { state, sort, cursor, limit, ...filter } }) =>
      listDuties(desk, caller, { ...filter, ...params, ...(state ? { states: state } : {}) }, { ...(sort ? { sort } : {}), ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) }),
  }),
  route({
    ...base, name: 'extendMany', method: 'post', path: '/cycles/:cycle/extensions', key: true, action: 'duty.extend', body: contract.extendMany, answer: contract.manyExtended,
    summary: { vi: 'Gia hạn cho nhiều đơn vị', en: 'Extend many' },
    handle: ({ desk }, caller, { params, body: { due, reason, ...which } }) => extendMany(desk, caller, { ...params, which: whichOf(which), due, reason }),
  }),
  route({
    ...base, name: 'events', method: 'get', path: '/cycles/:cycle/events', action: 'cycle.events', scope: 'list', query: z.strictObject({ after: z.coerce.number().int().min(0).exactOptional().meta({ description: 'Begin after this audit row; 0 for all of the cycle' }) }), answer: z.string(), stream: streamEvents,
    summary: { vi: 'Diễn biến của chu kỳ, theo thời gian thực (Server-Sent Events; Last-Event-ID để nối lại)', en: 'What happens in the cycle, as it happens (server-sent events; Last-Event-ID to go on)' },
    handle: async () => '',
  }),
  route({
    ...base, name: 'listReminders', method: 'get', path: '/cycles/:cycle/reminders', action: 'reminder.list', scope: 'list', answer: pageOf(reminder),
    query: z.strictObject({ unit: unitCode.exactOptional(), duty: z.string().max(300).exactOptional(), escalation: flag.exactOptional(), ...pageQuery }),
    summary: { vi: 'Nhắc việc và đôn đốc đã gửi', en: 'Reminders and escalations sent' },
    handle: ({ desk }, caller, { params, query: { cursor, limit, ...filter } }) =>
      listReminders(desk, caller, { ...params, ...filter }, { ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) }),
  }),
  route({
    ...base, name: 'listQuarters', method: 'get', path: '/cycles/:cycle/quarters', action: 'compliance.read', answer: listOf(contract.quarterRound),
    summary: { vi: 'Các đợt báo cáo quý', en: 'Quarterly rounds' },
    handle: async ({ desk }, _caller, { params }) => ({ items: await listQuarters(desk, params.cycle) }),
  }),
  route({
    ...base, name: 'readQuarter', method: 'get', path: '/cycles/:cycle/quarters/:quarter', action: 'compliance.read', params: inCycle.extend({ quarter }), answer: contract.quarterView,
    summary: { vi: 'Báo cáo chốt của một quý và các số liệu đính chính sau đó', en: 'The frozen report of a quarter, and what was restated since' },
    handle: ({ desk }, _caller, { params }) => getQuarter(desk, params.cycle, params.quarter),
  }),
  route({
    ...base, name: 'readCompliance', method: 'get', path: '/cycles/:cycle/compliance', action: 'compliance.read', query: z.strictObject({ quarter }), answer: compliance,
    summary: { vi: 'Mức độ tuân thủ theo số liệu hiện có', en: 'Compliance as the record stands now' },
    handle: ({ desk }, _caller, { params, query }) => readCompliance(desk, params.cycle, query.quarter),
  }),
  route({
    ...base, name: 'listWaivers', method: 'get', path: '/cycles/:cycle/waivers', action: 'waiver.list', scope: 'list', answer: listOf(contract.waiver),
    summary: { vi: 'Miễn áp dụng', en: 'Waivers' },
    handle: async ({ desk }, caller, { params }) => ({ items: await listWaivers(desk, caller, params.cycle) }),
  }),
  route({
    ...base, name: 'grantWaiver', method: 'post', path: '/cycles/:cycle/waivers', status: 201, key: true, action: 'waiver.grant', body: contract.waiver, answer: contract.waiverGranted,
    summary: { vi: 'Cho miễn một chỉ tiêu hoặc quy tắc', en: 'Waive a target or a rule' },
    handle: ({ desk }, caller, { params, body }) => grantWaiver(desk, caller, { ...params, waiver: body }),
  }),
  route({
    ...base, name: 'readQueue', method: 'get', path: '/cycles/:cycle/queue', action: 'cycle.read', answer: listOf(contract.workItem),
    summary: { vi: 'Việc của chu kỳ đang chờ đơn vị tôi', en: 'What waits for my unit in this cycle' },
    handle: async ({ desk }, caller, { params }) => ({ items: await listQueue(desk, caller, params.cycle) }),
  }),
];

type Which = { duties?: readonly string[]; units?: readonly string[]; kind?: 'plan' | 'report'; quarter?: 'Q1' | 'Q2' | 'Q3' | 'Q4' };

function whichOf({ duties, units, kind, quarter: of }: Which): WhichDuties {
  if (duties) return { duties };
  if (units && kind === 'plan') return { units, kind };
  if (units && kind === 'report' && of) return { units, kind, quarter: of };
  throw new Refused('invalid-input', { errors: [{ pointer: '/duties', code: 'which-duties', accepted: 'duties | units + kind (+ quarter)' }] });
}
