import { z } from 'zod';
import { route, type Route } from '../http/route.ts';
import { cycleId, inCycle, listOf, planPlace } from '../contracts/common.ts';
import * as contract from '../contracts/cycle.ts';
import { withReason } from '../contracts/duty.ts';
import { launch } from '../use-cases/launching.ts';
import { addUnit, retireUnit } from '../use-cases/membership.ts';
import { listCycles, listMembers, viewCycle } from '../use-cases/reading.ts';
import { cancel, pause, publishGuidance, resume } from '../use-cases/steering.ts';

const acting = { tag: 'cycles', method: 'post', key: true, params: z.strictObject({ cycle: cycleId }), answer: contract.cycle } as const;

export const cycleRoutes: readonly Route[] = [
  route({
    name: 'listCycles', tag: 'cycles', method: 'get', path: '/cycles', action: 'cycle.list', answer: listOf(contract.cycleSummary),
    summary: { vi: 'Các chu kỳ', en: 'Cycles' },
    handle: async ({ desk }) => ({ items: await listCycles(desk) }),
  }),
  route({
    name: 'launch', tag: 'cycles', method: 'post', path: '/cycles', status: 201, key: true, action: 'cycle.launch', body: contract.launch, answer: contract.cycle,
    summary: { vi: 'Mở chu kỳ của một năm: kế hoạch, đơn vị, thời hạn, hướng dẫn', en: 'Launch a year: plan, units, dates, guidance' },
    handle: ({ desk }, caller, { body }) => launch(desk, caller, body),
  }),
  route({
    name: 'readCycle', tag: 'cycles', method: 'get', path: '/cycles/:cycle', action: 'cycle.read', params: inCycle, answer: contract.cycleView,
    summary: { vi: 'Một chu kỳ, số việc theo trạng thái', en: 'One cycle with its counts by state' },
    handle: ({ desk }, caller, { params }) => viewCycle(desk, caller, params.cycle),
  }),
  route({
    ...acting, name: 'publishGuidance', path: '/cycles/:cycle/guidance', action: 'cycle.publishGuidance', body: contract.guidance,
    summary: { vi: 'Ban hành hướng dẫn; các đơn vị bắt đầu xây dựng kế hoạch', en: 'Publish the guidance; units begin to draft' },
    handle: ({ desk }, caller, { params, body }) => publishGuidance(desk, caller, { ...params, ...body }),
  }),
  route({
    ...acting, name: 'pauseCycle', path: '/cycles/:cycle/pause', action: 'cycle.pause', body: withReason,
    summary: { vi: 'Tạm dừng', en: 'Pause' },
    handle: ({ desk }, caller, { params, body }) => pause(desk, caller, { ...params, ...body }),
  }),
  route({
    ...acting, name: 'resumeCycle', path: '/cycles/:cycle/resume', action: 'cycle.resume', body: withReason,
    summary: { vi: 'Tiếp tục', en: 'Resume' },
    handle: ({ desk }, caller, { params, body }) => resume(desk, caller, { ...params, ...body }),
  }),
  route({
    ...acting, name: 'cancelCycle', path: '/cycles/:cycle/cancel', action: 'cycle.cancel', body: withReason,
    summary: { vi: 'Hủy chu kỳ, nêu lý do', en: 'Cancel the cycle, with its reason' },
    handle: ({ desk }, caller, { params, body }) => cancel(desk, caller, { ...params, ...body }),
  }),
  route({
    name: 'listMembers', tag: 'cycles', method: 'get', path: '/cycles/:cycle/units', action: 'cycle.read', params: inCycle, answer: listOf(contract.member),
    summary: { vi: 'Đơn vị thuộc chu kỳ', en: 'Units of the cycle' },
    handle: async ({ desk }, _caller, { params }) => ({ items: await listMembers(desk, params.cycle) }),
  }),
  route({
    name: 'addUnit', tag: 'cycles', method: 'post', path: '/cycles/:cycle/units', status: 201, key: true, action: 'cycle.addUnit', params: inCycle, body: contract.addUnit, answer: contract.membership,
    summary: { vi: 'Thêm một đơn vị giữa năm', en: 'A unit joins in mid-year' },
    handle: ({ desk }, caller, { params, body }) => addUnit(desk, caller, { ...params, ...body }),
  }),
  route({
    name: 'retireUnit', tag: 'cycles', method: 'post', path: '/cycles/:cycle/units/:unit/retire', key: true, action: 'cycle.retireUnit', params: planPlace, body: withReason, answer: contract.membership,
    summary: { vi: 'Một đơn vị rời chu kỳ giữa năm', en: 'A unit leaves in mid-year' },
    handle: ({ desk }, caller, { params, body }) => retireUnit(desk, caller, { ...params, ...body }),
  }),
];
