import { z } from 'zod';
import { route, type Route } from '../http/route.ts';
import { aspect, planPlace, reportPlace } from '../contracts/common.ts';
import * as contract from '../contracts/duty.ts';
import { reportContent } from '../contracts/submission.ts';
import { giveOpinion } from '../use-cases/appraisal.ts';
import { correct } from '../use-cases/correcting.ts';
import { decide } from '../use-cases/deciding.ts';

const onPlan = { tag: 'plans', method: 'post', key: true, scope: 'part', params: planPlace } as const;
const onReport = { tag: 'reports', method: 'post', key: true, params: reportPlace } as const;
const conclusions = { fit: 'concludeFit', return: 'concludeReturn' } as const;
const decisions = { approve: 'approve', refuse: 'refuse', return: 'returnPlan' } as const;

export const decidingRoutes: readonly Route[] = [
  route({
    ...onPlan, name: 'giveOpinion', path: '/cycles/:cycle/plans/:unit/opinions/:aspect', params: z.strictObject({ ...planPlace.shape, aspect }), action: 'plan.giveOpinion', body: contract.giveOpinion, answer: contract.opinionGiven,
    summary: { vi: 'Ý kiến thẩm định về một nội dung, kèm số đề nghị và số thống nhất theo từng hạng mục', en: 'An appraiser\'s opinion on one aspect, with asked and agreed amounts per line' },
    handle: ({ desk }, caller, { params: { aspect: of, ...place }, body }) => giveOpinion(desk, caller, { place, aspect: of, ...body }),
  }),
  route({
    ...onPlan, name: 'conclude', path: '/cycles/:cycle/plans/:unit/conclusion', action: 'plan.conclude', body: contract.conclude, answer: contract.decided,
    summary: { vi: 'Kết luận thẩm định: đủ điều kiện trình, hoặc trả lại', en: 'The lead appraiser\'s conclusion: fit for approval, or returned' },
    handle: ({ desk }, caller, { params, body: { answer, ...body } }) => decide(desk, caller, { place: params, kind: conclusions[answer], ...body }),
  }),
  route({
    ...onPlan, name: 'decidePlan', path: '/cycles/:cycle/plans/:unit/decision', action: 'plan.decide', body: contract.approve, answer: contract.decided,
    summary: { vi: 'Phê duyệt, không phê duyệt, hoặc trả lại đúng bản đã thẩm định', en: 'Approve, refuse or return exactly what was appraised' },
    handle: ({ desk }, caller, { params, body: { decision, ...body } }) => decide(desk, caller, { place: params, kind: decisions[decision], ...body }),
  }),
  route({
    ...onReport, name: 'acceptReport', path: '/cycles/:cycle/reports/:quarter/:unit/acceptance', action: 'report.accept', body: contract.accept, answer: contract.decided,
    summary: { vi: 'Chấp nhận báo cáo', en: 'Accept a report' },
    handle: ({ desk }, caller, { params, body }) => decide(desk, caller, { place: params, kind: 'accept', pinned: [], ...body }),
  }),
  route({
    ...onReport, name: 'returnReport', path: '/cycles/:cycle/reports/:quarter/:unit/return', action: 'report.return', body: contract.returnReport, answer: contract.decided,
    summary: { vi: 'Trả lại báo cáo, nêu lý do tại chỗ', en: 'Return a report with reasons' },
    handle: ({ desk }, caller, { params, body }) => decide(desk, caller, { place: params, kind: 'returnReport', ...body }),
  }),
  route({
    ...onReport, name: 'correctReport', path: '/cycles/:cycle/reports/:quarter/:unit/correction', status: 201, scope: 'unit', action: 'report.correct', body: z.strictObject({ ...contract.withReason.shape, content: reportContent }), answer: contract.receipt,
    summary: { vi: 'Đính chính báo cáo sau khi đóng; số cũ được giữ lại', en: 'Correct a report after closing; the old figures are kept' },
    handle: ({ desk }, caller, { params, body }) => correct(desk, caller, { place: params, ...body }),
  }),
];
