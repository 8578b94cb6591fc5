import { z } from 'zod';
import type { PlanBody, PlanDraft } from '../../domain/plan-draft.ts';
import { listOf } from '../contracts/common.ts';
import * as contract from '../contracts/plan-draft.ts';
import { route, type Route } from '../http/route.ts';
import { checkPlanDraft } from '../use-cases/plan-draft-check.ts';
import { createPlanDraft, discardPlanDraft, getPlanDraft, replacePlanDraft } from '../use-cases/plan-drafts.ts';
import { targetLibrary } from '../use-cases/plan-library.ts';
import { publishPlanDraft } from '../use-cases/plan-publishing.ts';

const byId = z.strictObject({ id: z.string().max(60) });
const gone = z.strictObject({ id: z.string() });

export const planDraftRoutes: readonly Route[] = [
  route({
    name: 'listTargets', tag: 'registers', method: 'get', path: '/targets', action: 'plandoc.read', query: contract.libraryQuery, answer: listOf(contract.libraryEntry),
    summary: { vi: 'Thư viện chỉ tiêu: mã ổn định và ngưỡng qua các năm', en: 'Library of targets: stable codes with their thresholds by year' },
    handle: async ({ desk }, _caller, { query }) => ({ items: (await targetLibrary(desk, query.search)).map(({ code, target, uses }) => ({ code, target: { ...target }, uses: uses.map((use) => ({ ...use, target: { ...use.target } })) })) }),
  }),
  route({
    name: 'listPlanDrafts', tag: 'plans', method: 'get', path: '/plan-drafts', action: 'plandoc.write', answer: listOf(contract.planDraftSummary),
    summary: { vi: 'Kế hoạch đang soạn', en: 'Plans being written' },
    handle: async ({ desk }) => ({ items: await desk.record.read.planDrafts.list() }),
  }),
  route({
    name: 'createPlanDraft', tag: 'plans', method: 'post', path: '/plan-drafts', action: 'plandoc.write', key: true, status: 201, body: contract.newPlanDraft, answer: contract.planDraft,
    summary: { vi: 'Bắt đầu soạn, từ kế hoạch đã có hoặc từ trang trắng', en: 'Begin a plan, from another one or empty' },
    handle: async ({ desk }, caller, { body }) => open(await createPlanDraft(desk, caller, body)),
  }),
  route({
    name: 'readDraftedPlan', tag: 'plans', method: 'get', path: '/plan-drafts/:id', action: 'plandoc.write', params: byId, answer: contract.planDraft,
    summary: { vi: 'Một kế hoạch đang soạn', en: 'One plan being written' },
    handle: async ({ desk }, _caller, { params }) => open(await getPlanDraft(desk.record.read, params.id)),
  }),
  route({
    name: 'replacePlanDraft', tag: 'plans', method: 'put', path: '/plan-drafts/:id', action: 'plandoc.write', ifMatch: 'required', params: byId, body: contract.planBodySaved, answer: contract.planDraft,
    summary: { vi: 'Ghi cả bản đang soạn', en: 'Save the whole draft' },
    handle: async ({ desk }, caller, { params, body, ifMatch = 0 }) => open(await replacePlanDraft(desk, caller, { id: params.id, version: ifMatch, body: body.body as unknown as PlanBody })),
  }),
  route({
    name: 'discardPlanDraft', tag: 'plans', method: 'delete', path: '/plan-drafts/:id', action: 'plandoc.write', params: byId, answer: gone,
    summary: { vi: 'Bỏ bản đang soạn', en: 'Discard a draft' },
    handle: ({ desk }, caller, { params }) => discardPlanDraft(desk, caller, params.id),
  }),
  route({
    name: 'checkPlanDraft', tag: 'plans', method: 'get', path: '/plan-drafts/:id/check', action: 'plandoc.write', params: byId, answer: listOf(contract.draftFinding),
    summary: { vi: 'Kiểm tra bản đang soạn', en: 'Check a draft' },
    handle: async ({ desk }, _caller, { params }) => ({ items: await checkPlanDraft(desk, await getPlanDraft(desk.record.read, params.id)) }),
  }),
  route({
    name: 'publishPlanDraft', tag: 'plans', method: 'post', path: '/plan-drafts/:id/publication', action: 'plandoc.write', key: true, params: byId, body: contract.publishing, answer: contract.publication,
    summary: { vi: 'Ban hành thành phiên bản có số; chu kỳ đang chạy giữ phiên bản của mình', en: 'Publish as a numbered version; running cycles keep theirs' },
    handle: ({ desk }, caller, { params, body }) => publishPlanDraft(desk, caller, { id: params.id, version: body.version }),
  }),
];

const open = ({ body, ...draft }: PlanDraft) => ({ ...draft, body: { ...body } });
