import { randomUUID } from 'node:crypto';
import type { Target } from '../../domain/plan.ts';
import type { PlanBody, PlanDraft } from '../../domain/plan-draft.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { entryAt, entryMark, withEntry, type DraftPlace } from './plan-draft-edit.ts';
import { emptyPlan, followingPlan, type NewPlanDraft } from './plan-draft-start.ts';
import { unitsOnDay } from './plan-draft-units.ts';
import { loadedPlan, loadedPlans } from './plan-library.ts';

const draftSubject = (id: string): string => `plan-draft/${id}`;

/** Throws `not-found`. */
export async function getPlanDraft(repositories: Repositories, id: string): Promise<PlanDraft> {
  const draft = await repositories.planDrafts.find(id);
  if (!draft) throw new Refused('not-found', { figures: { subject: draftSubject(id) } });
  return draft;
}

/** Begins a draft, from a plan that is loaded or empty. */
export async function createPlanDraft(desk: Desk, caller: Caller, { base, ...start }: NewPlanDraft & { readonly base?: string }): Promise<PlanDraft> {
  const from = base === undefined ? undefined : await loadedPlan(desk, base).catch((error: unknown) => {
    if (error instanceof Refused && error.code === 'not-found') throw new Refused('invalid-input', { errors: [{ pointer: '/base', code: 'unknown-plan', value: base }] });
    throw error;
  });
  const register = from ? (from.plan as PlanBody).register : ((await loadedPlans(desk))[0] as PlanBody | undefined)?.register ?? 'don-vi';
  const body = from ? unitsOnDay(followingPlan({ ...from.plan, register }, start), await desk.registers.units()) : emptyPlan(start, register);
  const draft: PlanDraft = { id: randomUUID(), plan: start.plan, title: start.title, year: start.year, base: from?.hash ?? null, version: 1, body, savedAt: desk.now(), savedBy: caller.actor.id };
  return commit(desk, caller, async (tx) => {
    await tx.planDrafts.insert(draft);
    await note(tx, desk, caller, 'createPlanDraft', draft, { base: draft.base });
    return draft;
  });
}

/** Replaces the whole body under its version. Throws `stale-version` with the draft as it is. */
export async function replacePlanDraft(desk: Desk, caller: Caller, { id, version, body }: { readonly id: string; readonly version: number; readonly body: PlanBody }): Promise<PlanDraft> {
  return change(desk, caller, id, 'replacePlanDraft', (now) => {
    if (now.version !== version) throw new Refused('stale-version', { figures: { expected: version, actual: now.version }, detail: now });
    return { body, details: {} };
  });
}

export interface PlanEdit extends DraftPlace {
  /** Name of what stood there when the form was made (`entryMark`): another's change since then is not overwritten. */
  readonly was: string;
  /** `null` takes the entry away. */
  readonly value: unknown;
}

/** Changes one entry. Others may change other entries meanwhile; what stands at this place now must be what the editor saw. */
export function editPlanDraft(desk: Desk, caller: Caller, id: string, { was, value, ...place }: PlanEdit): Promise<PlanDraft> {
  return change(desk, caller, id, 'editPlanDraft', (now) => {
    const there = entryAt(now.body, place);
    if (entryMark(there) !== was) throw new Refused('stale-version', { figures: { expected: was.slice(0, 8), actual: entryMark(there).slice(0, 8) }, detail: there });
    return { body: withEntry(now.body, place, value), details: { ...place, removed: value === null } };
  });
}

/** Adds targets, all or none. */
export function addTargets(desk: Desk, caller: Caller, id: string, targets: readonly Target[]): Promise<PlanDraft> {
  if (targets.length === 0) throw new Refused('invalid-input', { errors: [{ pointer: '/codes', code: 'empty', accepted: '≥ 1' }] });
  return change(desk, caller, id, 'addTargets', (now) => ({ body: targets.reduce((body, target) => withEntry(body, { part: 'targets' }, target), now.body), details: { targets: targets.map(({ code }) => code) } }));
}

export async function discardPlanDraft(desk: Desk, caller: Caller, id: string): Promise<{ readonly id: string }> {
  return commit(desk, caller, async (tx) => {
    const draft = await getPlanDraft(tx, id);
    await tx.planDrafts.remove(id);
    await note(tx, desk, caller, 'discardPlanDraft', draft, { version: draft.version });
    return { id };
  });
}

async function change(desk: Desk, caller: Caller, id: string, act: string, work: (now: PlanDraft) => { readonly body: PlanBody; readonly details: Readonly<Record<string, unknown>> }): Promise<PlanDraft> {
  return commit(desk, caller, async (tx) => {
    const now = await getPlanDraft(tx, id);
    const { body: written, details } = work(now);
    const body: PlanBody = { ...written, id: now.plan };
    const next: PlanDraft = { ...now, body, title: body.title, year: body.year, savedAt: desk.now(), savedBy: caller.actor.id };
    if (!(await tx.planDrafts.claim(next, now.version))) throw new Refused('stale-version', { figures: { expected: now.version, actual: now.version + 1 } });
    await note(tx, desk, caller, act, now, { ...details, version: now.version + 1 });
    return { ...next, version: now.version + 1 };
  });
}

function note(tx: Repositories, desk: Desk, caller: Caller, act: string, { id, plan }: PlanDraft, details: Readonly<Record<string, unknown>>): Promise<void> {
  return tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act, cycle: null, unit: null, subject: draftSubject(id), outcome: 'done', details: { plan, ...details } }]);
}
