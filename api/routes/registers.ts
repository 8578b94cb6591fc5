import { z } from 'zod';
import { Refused } from '../../domain/refusals.ts';
import { route, type Route } from '../http/route.ts';
import { day, listOf, slug } from '../contracts/common.ts';
import * as contract from '../contracts/register.ts';
import { previewCalendar, removeCalendarDay, setCalendarDay, setCalendarDays } from '../use-cases/calendar.ts';

const byDate = z.strictObject({ date: day });
const byId = z.strictObject({ id: slug });
const byRule = z.strictObject({ id: z.string().max(120) });

export const registerRoutes: readonly Route[] = [
  route({
    name: 'listPlans', tag: 'registers', method: 'get', path: '/plans', action: 'plandoc.list', answer: listOf(contract.planSummary),
    summary: { vi: 'Các kế hoạch đã nạp', en: 'Plans that are loaded' },
    handle: async ({ desk }) => ({ items: await desk.record.read.planDocuments.list() }),
  }),
  route({
    name: 'readPlan', tag: 'registers', method: 'get', path: '/plans/:id', action: 'plandoc.read', params: byId, answer: contract.planDocument,
    summary: { vi: 'Một kế hoạch: chỉ tiêu, nhiệm vụ, kinh phí, mỗi mục kèm điểm, khoản và nguyên văn', en: 'One plan: targets, tasks, budget, each with its clause and words' },
    handle: async ({ desk }, _caller, { params }) => {
      const found = await desk.record.read.planDocuments.latest(params.id);
      if (!found) throw new Refused('not-found', { figures: { subject: params.id } });
      return { hash: found.hash, plan: { ...found.plan } };
    },
  }),
  route({
    name: 'listCalendarDays', tag: 'registers', method: 'get', path: '/calendar/days', action: 'calendar.read', answer: listOf(contract.calendarDay),
    summary: { vi: 'Ngày nghỉ, ngày làm bù', en: 'Holidays and swapped days' },
    handle: async ({ desk }) => ({ items: await desk.record.read.calendarDays.list() }),
  }),
  route({
    name: 'setCalendarDay', tag: 'registers', method: 'put', path: '/calendar/days/:date', action: 'calendar.write', params: byDate, body: contract.newCalendarDay, answer: contract.calendarChanged,
    summary: { vi: 'Ghi một ngày; hạn rơi vào ngày nghỉ được dời và nêu tên', en: 'Set a day; due dates that fall on a day off move and are named' },
    handle: ({ desk }, caller, { params, body }) => setCalendarDay(desk, caller, { ...body, date: params.date }),
  }),
  route({
    name: 'setCalendarDays', tag: 'registers', method: 'post', path: '/calendar/days', action: 'calendar.write', key: true, body: contract.newCalendarDays, answer: contract.calendarChanged,
    summary: { vi: 'Ghi nhiều ngày cùng lúc', en: 'Set many days at once' },
    handle: ({ desk }, caller, { body }) => setCalendarDays(desk, caller, body.days),
  }),
  route({
    name: 'previewCalendarDay', tag: 'registers', method: 'get', path: '/calendar/days/:date/preview', action: 'calendar.write', params: byDate, query: contract.calendarPreview, answer: contract.calendarChanged,
    summary: { vi: 'Các hạn sẽ dời nếu ghi ngày này; chưa ghi gì', en: 'Due dates that would move if the day were set; nothing is written' },
    handle: async ({ desk }, _caller, { params: { date }, query: { kind } }) => {
      const moves = await previewCalendar(desk, kind === 'none' ? { removed: [date] } : { days: [{ date, kind, name: '', nameEn: '', source: '' }] });
      return { moved: moves.map(({ duty, due }) => ({ duty: duty.id, was: duty.due, due })) };
    },
  }),
  route({
    name: 'removeCalendarDay', tag: 'registers', method: 'delete', path: '/calendar/days/:date', action: 'calendar.write', params: byDate, answer: contract.calendarChanged,
    summary: { vi: 'Xóa một ngày', en: 'Remove a day' },
    handle: ({ desk }, caller, { params }) => removeCalendarDay(desk, caller, params.date),
  }),
  route({
    name: 'listRules', tag: 'registers', method: 'get', path: '/rules', action: 'rule.list', answer: listOf(contract.rule),
    summary: { vi: 'Các quy tắc kiểm tra', en: 'The rules of checks' },
    handle: async ({ rules }) => ({ items: rules() }),
  }),
  route({
    name: 'readRule', tag: 'registers', method: 'get', path: '/rules/:id', action: 'rule.list', params: byRule, answer: contract.rule,
    summary: { vi: 'Một quy tắc', en: 'One rule' },
    handle: async ({ rules }, _caller, { params }) => {
      const found = rules().find(({ id }) => id === params.id);
      if (!found) throw new Refused('not-found', { figures: { subject: params.id } });
      return found;
    },
  }),
];
