import { route, type Route } from '../http/route.ts';
import { inCycle, listOf } from '../contracts/common.ts';
import * as contract from '../contracts/directive.ts';
import { completeDirective, decideDirective, noteProgress, reviseDirective } from '../use-cases/directing.ts';
import { getDirective, listDirectives } from '../use-cases/directives.ts';

const all = { tag: 'directives', params: inCycle, path: '/cycles/:cycle/directives' } as const;
const one = { tag: 'directives', params: contract.inDirective, scope: 'list' } as const;
const act = { ...one, method: 'post', key: true, answer: contract.directiveAnswer } as const;

export const directiveRoutes: readonly Route[] = [
  route({
    ...all, name: 'listDirectives', method: 'get', scope: 'list', action: 'directive.read', query: contract.directivesQuery, answer: listOf(contract.listed),
    summary: { vi: 'Kết luận của ban chỉ đạo và việc thực hiện', en: 'Directives of the steering committee' },
    handle: async ({ desk }, caller, { params, query }) => ({ items: await listDirectives(desk, caller, { ...params, ...query }) }),
  }),
  route({
    ...all, name: 'decideDirective', method: 'post', status: 201, key: true, action: 'directive.write', body: contract.decideDirective, answer: contract.directiveAnswer,
    summary: { vi: 'Ghi một kết luận: đơn vị thực hiện và hạn', en: 'Record a directive: the unit that answers for it, and by when' },
    handle: ({ desk }, caller, { params, body }) => decideDirective(desk, caller, { ...params, ...body }),
  }),
  route({
    ...one, name: 'readDirective', method: 'get', path: '/cycles/:cycle/directives/:id', action: 'directive.read', answer: contract.directiveView,
    summary: { vi: 'Một kết luận với quá trình thực hiện', en: 'One directive with what was said of it since' },
    handle: ({ desk }, caller, { params }) => getDirective(desk, caller, params.cycle, params.id),
  }),
  route({
    ...act, name: 'noteDirective', path: '/cycles/:cycle/directives/:id/progress', action: 'directive.follow', body: contract.noteProgress,
    summary: { vi: 'Báo tiến độ thực hiện', en: 'Note progress' },
    handle: ({ desk }, caller, { params, body }) => noteProgress(desk, caller, { ...params, ...body }),
  }),
  route({
    ...act, name: 'completeDirective', path: '/cycles/:cycle/directives/:id/done', action: 'directive.follow', body: contract.completeDirective,
    summary: { vi: 'Báo đã thực hiện xong, kèm minh chứng', en: 'Say that it is done, with evidence' },
    handle: ({ desk }, caller, { params, body }) => completeDirective(desk, caller, { ...params, ...body }),
  }),
  route({
    ...act, name: 'reviseDirective', path: '/cycles/:cycle/directives/:id/revision', action: 'directive.write', body: contract.reviseDirective,
    summary: { vi: 'Đổi hạn hoặc đơn vị thực hiện, kèm lý do', en: 'Another date or unit, with the reason' },
    handle: ({ desk }, caller, { params, body }) => reviseDirective(desk, caller, { ...params, ...body }),
  }),
];
