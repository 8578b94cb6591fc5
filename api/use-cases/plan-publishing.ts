import { contentHash } from '../../domain/content-hash.ts';
import { partChanges, targetChanges, type ListChange, type TargetChange } from '../../domain/plan-changes.ts';
import type { Plan } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { withUnitsWrittenOut } from '../../plans/expand.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { checkPlanDraft, type DraftFinding } from './plan-draft-check.ts';
import { getPlanDraft } from './plan-drafts.ts';

export interface Publication {
  readonly plan: string;
  /** Which version of the plan it is, from 1. */
  readonly number: number;
  readonly hash: string;
}

export interface PublicationPreview extends Publication {
  readonly version: number;
  readonly title: string;
  /** Against the version before, or the plan that the draft began with. */
  readonly against?: string;
  readonly parts: readonly ListChange[];
  readonly targets: readonly TargetChange[];
  /** What the plan-document rules find; a plan may be published as its document is printed, mistakes included. */
  readonly findings: readonly DraftFinding[];
  /** Running cycles of this plan: they keep the version that they were launched with. */
  readonly cycles: readonly string[];
}

/** What publishing would do. Throws `check-blocked` for what the format refuses, `state-secret` for a marked document, `already-exists` for a version that is there. */
export async function previewPublication(desk: Desk, id: string): Promise<PublicationPreview & { readonly body: Plan }> {
  const { read } = desk.record;
  const draft = await getPlanDraft(read, id);
  const findings = await checkPlanDraft(desk, draft);
  const wrong = findings.filter(({ kind }) => kind === 'format');
  if (wrong.length > 0) throw new Refused('check-blocked', { figures: { blocking: wrong.length }, errors: wrong.map(({ part = 'head', entry, message, fix }) => ({ pointer: `/${[part, entry].filter(Boolean).join('/')}`, code: 'format', message: { vi: `${entry ?? part}: ${message.vi}`, en: `${entry ?? part}: ${message.en}` }, fix })) });
  if (findings.some(({ rule }) => rule === 'secret-mark-present')) throw new Refused('state-secret');
  const body = withUnitsWrittenOut(draft.body, await desk.registers.units());
  const hash = contentHash(body);
  const versions = await read.planDocuments.versions(draft.plan);
  if (versions.includes(hash)) throw new Refused('already-exists', { figures: { subject: `${draft.plan}, ${versions.indexOf(hash) + 1}` } });
  const before = versions.at(-1) ?? draft.base ?? undefined;
  const old = before === undefined ? undefined : await desk.registers.plan(before);
  const cycles = (await read.cycles.listOpen()).filter(({ planId }) => planId === draft.plan).map(({ title }) => title);
  return {
    plan: draft.plan, number: versions.length + 1, hash, version: draft.version, title: draft.title, body, cycles, findings, ...(old ? { against: old.title } : {}),
    parts: old ? partChanges(old, body) : [], targets: old ? targetChanges(old, body).filter(({ kind }) => kind !== 'same') : [],
  };
}

/** Makes the draft a numbered version of its plan, as it was when `version` was looked at. Cycles launched from now on use it. */
export async function publishPlanDraft(desk: Desk, caller: Caller, { id, version }: { readonly id: string; readonly version: number }): Promise<Publication> {
  const { plan, number, hash, body } = await previewPublication(desk, id);
  return commit(desk, caller, async (tx) => {
    const now = await getPlanDraft(tx, id);
    if (now.version !== version) throw new Refused('stale-version', { figures: { expected: version, actual: now.version } });
    await tx.planDocuments.put(hash, body);
    await tx.planDrafts.remove(id);
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act: 'publishPlanDraft', cycle: null, unit: null, subject: `plan/${plan}`, outcome: 'done', details: { number, hash, draft: id, version } }]);
    return { plan, number, hash };
  });
}
