import { z } from 'zod';
import type { Action } from '../../domain/permissions.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import { route, type Route } from '../http/route.ts';
import { listOf, planPlace, reportPlace } from '../contracts/common.ts';
import * as contract from '../contracts/duty.ts';
import { planContent, reportContent } from '../contracts/submission.ts';
import { checkContent } from '../use-cases/checking.ts';
import { getDraft, saveDraft } from '../use-cases/drafting.ts';
import { getSubmission, listSubmissions, viewDuty } from '../use-cases/duty-view.ts';
import { extend } from '../use-cases/extending.ts';
import { remind } from '../use-cases/reminding.ts';
import { reopen } from '../use-cases/reopening.ts';
import type { Place } from '../use-cases/place.ts';
import { submit } from '../use-cases/submitting.ts';
import { withdraw } from '../use-cases/withdrawing.ts';

interface Kind {
  readonly noun: 'Plan' | 'Report';
  readonly tag: string;
  readonly base: `/${string}`;
  readonly place: z.ZodType<Place>;
  readonly numbered: z.ZodType<Place & { readonly number: number }>;
  readonly content: z.ZodType<SubmissionContent>;
  readonly submit: Extract<Action, 'plan.submit' | 'report.submit'>;
  readonly withdraw: Extract<Action, 'plan.withdraw' | 'report.withdraw'>;
  readonly vi: string;
  readonly en: string;
}

const number = z.coerce.number().int().min(1).max(100_000);

const plan: Kind = {
  noun: 'Plan', tag: 'plans', base: '/cycles/:cycle/plans/:unit', place: planPlace, numbered: planPlace.extend({ number }), content: planContent, submit: 'plan.submit', withdraw: 'plan.withdraw', vi: 'kế hoạch', en: 'plan',
};
const report: Kind = {
  noun: 'Report', tag: 'reports', base: '/cycles/:cycle/reports/:quarter/:unit', place: reportPlace, numbered: reportPlace.extend({ number }), content: reportContent, submit: 'report.submit', withdraw: 'report.withdraw', vi: 'báo cáo', en: 'report',
};

/** What plans and reports have in common: reading, drafting, checking, submitting, and what the secretariat does to one of them. */
function dutyRoutes({ noun, tag, base, place, numbered, content, submit: submitAction, withdraw: withdrawAction, vi, en }: Kind): readonly Route[] {
  const own = { tag, scope: 'unit', params: place } as const;
  const act = { ...own, method: 'post', key: true } as const;
  return [
    route({ ...own, name: `read${noun}`, method: 'get', path: base, action: 'duty.read', answer: contract.dutyView, summary: { vi: `Một ${vi}: trạng thái, ý kiến, quyết định, bản nộp, việc làm được`, en: `One ${en}: state, opinions, decisions, submissions, what is possible` },
      handle: ({ desk }, caller, { params }) => viewDuty(desk, caller, params) }),
    route({ ...own, name: `read${noun}Draft`, method: 'get', path: `${base}/draft`, action: 'draft.read', answer: contract.draft, summary: { vi: `Bản nháp ${vi}; khi chưa lưu, hệ thống điền sẵn`, en: `The draft of the ${en}; filled in from the record until something is saved` },
      handle: async ({ desk }, caller, { params, reply }) => {
        const draft = await getDraft(desk, caller, params);
        reply.header('ETag', `"${draft.version}"`);
        return draft;
      } }),
    route({ ...own, name: `save${noun}Draft`, method: 'put', path: `${base}/draft`, action: 'draft.save', ifMatch: 'required', quiet: true, body: z.strictObject({ content }), answer: contract.draft, summary: { vi: `Lưu bản nháp ${vi} (If-Match; 412 cho thấy thay đổi)`, en: `Save the draft of the ${en} (If-Match; 412 shows what changed)` },
      handle: async ({ desk }, caller, { params, body, ifMatch = 0, reply }) => {
        const draft = await saveDraft(desk, caller, { place: params, expected: ifMatch, content: body.content });
        reply.header('ETag', `"${draft.version}"`);
        return draft;
      } }),
    route({ ...own, name: `check${noun}`, method: 'post', path: `${base}/check`, action: 'check.run', quiet: true, body: z.strictObject({ content: content.exactOptional() }), answer: contract.checkAnswer, summary: { vi: `Kiểm tra ${vi} (nội dung gửi kèm, hoặc bản nháp) mà không lưu`, en: `Check the ${en} (the content given, or the draft) without storing anything` },
      handle: ({ desk }, caller, { params, body }) => checkContent(desk, caller, { place: params, ...(body.content ? { content: body.content } : {}) }) }),
    route({ ...act, name: `submit${noun}`, path: `${base}/submissions`, status: 201, action: submitAction, ifMatch: 'optional', body: z.strictObject({ content: content.exactOptional() }), answer: contract.receipt, summary: { vi: `Nộp ${vi}: nội dung gửi kèm, hoặc bản nháp theo If-Match`, en: `Submit the ${en}: the content given, or the draft of the version in If-Match` },
      handle: ({ desk }, caller, { params, body, ifMatch }) => submit(desk, caller, { place: params, ...(body.content ? { content: body.content } : {}), ...(ifMatch === undefined ? {} : { draftVersion: ifMatch }) }) }),
    route({ ...own, name: `list${noun}Submissions`, method: 'get', path: `${base}/submissions`, action: 'submission.read', answer: listOf(contract.submissionSummary), summary: { vi: `Các bản nộp của ${vi}`, en: `Submissions of the ${en}` },
      handle: async ({ desk }, caller, { params }) => ({ items: await listSubmissions(desk, caller, params) }) }),
    route({ ...own, name: `read${noun}Submission`, method: 'get', path: `${base}/submissions/:number`, action: 'submission.read', params: numbered, answer: contract.submission, summary: { vi: 'Một bản nộp với nội dung và kết luận kiểm tra', en: 'One submission with its content and verdict' },
      handle: ({ desk }, caller, { params: { number, ...at } }) => getSubmission(desk, caller, at, number) }),
    route({ ...act, name: `withdraw${noun}`, path: `${base}/withdrawal`, action: withdrawAction, body: contract.withReason, answer: contract.dutyAnswer, summary: { vi: `Rút lại ${vi} trước khi được xem xét`, en: `Withdraw the ${en} before it is examined` },
      handle: ({ desk }, caller, { params, body }) => withdraw(desk, caller, { place: params, ...body }) }),
    route({ ...act, name: `extend${noun}`, path: `${base}/extension`, action: 'duty.extend', body: contract.extend, answer: contract.dutyAnswer, summary: { vi: `Gia hạn ${vi}`, en: `Extend the ${en}` },
      handle: ({ desk }, caller, { params, body }) => extend(desk, caller, { place: params, ...body }) }),
    route({ ...act, name: `remind${noun}`, path: `${base}/reminder`, status: 201, action: 'duty.remind', body: contract.remind, answer: z.strictObject({ reminder: contract.reminder }), summary: { vi: `Nhắc đơn vị về ${vi}`, en: `Remind the unit of the ${en}` },
      handle: ({ desk }, caller, { params, body }) => remind(desk, caller, { place: params, ...body }) }),
    route({ ...act, name: `reopen${noun}`, path: `${base}/reopening`, action: 'duty.reopen', body: contract.reopen, answer: contract.dutyAnswer, summary: { vi: `Mở lại ${vi} đã khép`, en: `Reopen the ${en}` },
      handle: ({ desk }, caller, { params, body }) => reopen(desk, caller, { place: params, ...body }) }),
  ];
}

export const planDutyRoutes = dutyRoutes(plan);
export const reportDutyRoutes = dutyRoutes(report);
