import { randomUUID } from 'node:crypto';
import { defaultAllowances, defaultLadder, defaultQuietHours, type Cycle } from '../../domain/cycle.ts';
import { assertLadder } from '../../domain/ladder-faults.ts';
import type { LaunchDraft, LaunchDraftContent } from '../../domain/launch-draft.ts';
import { proposeCalendar } from '../../domain/launch-dates.ts';
import type { LaunchDraftChanges } from '../../domain/ports/launch-drafts.ts';
import { isAllowed } from '../../domain/permissions.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { isUnitValidOn } from '../../domain/unit.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { attachPrepared } from './guidance-files.ts';
import { paceOf } from './launch-clock.ts';
import { assertDates, launchWith, needsSecondPerson, prepareLaunch, type Launch } from './launching.ts';

/** Launches that are being prepared, the newest first. */
export async function listLaunchDrafts(desk: Desk, caller: Caller): Promise<readonly LaunchDraft[]> {
  authorise(caller);
  return desk.record.read.launchDrafts.listOpen();
}

/** Throws `not-found` for one that was launched or dropped. */
export async function getLaunchDraft(desk: Desk, caller: Caller, id: string): Promise<LaunchDraft> {
  authorise(caller);
  const draft = await desk.record.read.launchDrafts.find(id);
  if (!draft || draft.state === 'dropped' || draft.state === 'launched') throw new Refused('not-found', { figures: { subject: id } });
  return draft;
}

function authorise(caller: Caller): void {
  if (!isAllowed(caller.actor, 'cycle.launch')) throw new Refused('forbidden', { figures: { action: 'cycle.launch' } });
}

/** Begins a launch with all that the plan and the working calendar propose: its units that still exist, dates on working days, parts, the usual ladder. */
export async function startLaunch(desk: Desk, caller: Caller, { planId, key, title }: { planId: string; key: string; title?: string }): Promise<LaunchDraft> {
  authorise(caller);
  const { read } = desk.record;
  const [found, register, calendar] = await Promise.all([read.planDocuments.latest(planId), desk.registers.units(), desk.registers.calendar()]);
  if (!found) throw new Refused('invalid-input', { errors: [{ pointer: '/planId', code: 'unknown-plan', value: planId }] });
  const { plan } = found;
  if (await read.cycles.find(`${plan.year}-${key}`)) throw new Refused('invalid-input', { errors: [{ pointer: '/key', code: 'key-in-use', value: key, accepted: '' }] });
  const dates = proposeCalendar(plan.calendar, calendar);
  const units = plan.units.filter((code) => {
    const unit = register.get(code);
    return unit !== undefined && isUnitValidOn(unit, dates.draftsDue);
  });
  const now = desk.now();
  const draft: LaunchDraft = {
    id: randomUUID(), version: 1, state: 'draft', createdAt: now, createdBy: caller.actor.id, savedAt: now, savedBy: caller.actor.id, proposedBy: null, cycle: null,
    content: { planId, key, title: title ?? plan.title, units, calendar: dates, roles: plan.roles, allowances: defaultAllowances, guidance: '', files: [], ladder: defaultLadder, quietHours: defaultQuietHours, rehearsal: null },
  };
  return commit(desk, caller, async (tx) => {
    await tx.launchDrafts.insert(draft);
    return draft;
  });
}

export interface SaveLaunch {
  readonly id: string;
  /** The version that was read: another one now, and nothing is overwritten. */
  readonly version: number;
  readonly changes: Partial<LaunchDraftContent>;
}

/** Keeps what one step has gathered. Dates must follow each other; what else is wrong is told by the preview. */
export async function saveLaunch(desk: Desk, caller: Caller, { id, version, changes }: SaveLaunch): Promise<LaunchDraft> {
  const draft = await getLaunchDraft(desk, caller, id);
  assertState(draft, 'draft');
  if (changes.calendar) assertDates(changes.calendar);
  if (changes.ladder) assertLadder(changes.ladder, await desk.record.read.rungTexts.newest());
  if (changes.rehearsal) paceOf(changes.rehearsal.minutes, { dates: changes.calendar ?? draft.content.calendar, days: await desk.registers.calendar(), now: desk.now() });
  if (changes.units?.length === 0) throw new Refused('invalid-input', { errors: [{ pointer: '/units', code: 'empty', accepted: '≥ 1' }] });
  return claim(desk, caller, draft, version, { content: { ...draft.content, ...changes } });
}

/** Hands a launch to a second person for confirmation; what would refuse the launch refuses this already. */
export async function proposeLaunch(desk: Desk, caller: Caller, { id, version }: Omit<SaveLaunch, 'changes'>): Promise<LaunchDraft> {
  const draft = await getLaunchDraft(desk, caller, id);
  assertState(draft, 'draft');
  await prepareLaunch(desk, requestOf(draft));
  return claim(desk, caller, draft, version, { state: 'waiting', proposedBy: caller.actor.id }, 'proposeLaunch');
}

/** Back to the one who prepares it. */
export async function takeBackLaunch(desk: Desk, caller: Caller, { id, version }: Omit<SaveLaunch, 'changes'>): Promise<LaunchDraft> {
  const draft = await getLaunchDraft(desk, caller, id);
  assertState(draft, 'waiting');
  return claim(desk, caller, draft, version, { state: 'draft', proposedBy: null });
}

export async function dropLaunch(desk: Desk, caller: Caller, { id, version }: Omit<SaveLaunch, 'changes'>): Promise<LaunchDraft> {
  return claim(desk, caller, await getLaunchDraft(desk, caller, id), version, { state: 'dropped' });
}

/** What a draft asks for when it is launched; a draft's files go with it in the same transaction. */
export function requestOf({ content: { rehearsal, files: _, ...rest } }: Pick<LaunchDraft, 'content'>): Launch {
  return { ...rest, ...(rehearsal ? { rehearsal } : {}) };
}

/** Whether this person may launch it now: at once, or, where a second person must confirm, what somebody else has proposed. */
export function canLaunch(desk: Pick<Desk, 'launchNeedsSecondPerson'>, caller: Caller, { state, proposedBy, content }: LaunchDraft): boolean {
  return needsSecondPerson(desk, content.rehearsal) ? state === 'waiting' && proposedBy !== caller.actor.id : state === 'draft' || state === 'waiting';
}

/** Opens the cycle, puts the draft's files beside its guidance, and closes the draft: one transaction. */
export async function launchDraft(desk: Desk, caller: Caller, { id, version }: Omit<SaveLaunch, 'changes'>): Promise<Cycle> {
  const draft = await getLaunchDraft(desk, caller, id);
  if (!canLaunch(desk, caller, draft)) throw new Refused('needs-second-person');
  return launchWith(desk, caller, requestOf(draft), async (tx, cycle) => {
    const claimed = await tx.launchDrafts.claim(id, version, { state: 'launched', cycle: cycle.id, savedAt: desk.now(), savedBy: caller.actor.id });
    if (!claimed) throw stale(draft, version);
    await attachPrepared(tx, caller, cycle, claimed.content.files);
  });
}

export function assertState({ state }: LaunchDraft, expected: LaunchDraft['state']): void {
  if (state !== expected) throw new Refused('wrong-stage', { figures: { act: 'launch', state } });
}

const stale = ({ id, version: actual }: LaunchDraft, expected: number): Refused => new Refused('stale-version', { figures: { subject: id, expected, actual } });

async function claim(desk: Desk, caller: Caller, draft: LaunchDraft, version: number, changes: Omit<LaunchDraftChanges, 'savedAt' | 'savedBy'>, act?: 'proposeLaunch'): Promise<LaunchDraft> {
  const now = desk.now();
  return commit(desk, caller, async (tx) => {
    const after = await tx.launchDrafts.claim(draft.id, version, { ...changes, savedAt: now, savedBy: caller.actor.id });
    if (!after) throw stale(draft, version);
    if (act) await tx.audit.append([{ at: now, actor: actorId(caller.actor), act, cycle: null, unit: null, subject: draft.id, outcome: 'done', details: { plan: draft.content.planId, key: draft.content.key } }]);
    return after;
  });
}
