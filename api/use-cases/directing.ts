import type { Directive, DirectiveNoteKind } from '../../domain/directive.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Instant, PlainDate } from '../../domain/date.ts';
import { directiveId, directiveWorkflowId } from '../../domain/ids.ts';
import { noticeOfDirective } from '../../domain/notice.ts';
import type { NewOutboxMessage } from '../../domain/outbox.ts';
import { isAllowed, type Action } from '../../domain/permissions.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { DirectiveChanges } from '../../domain/ports/directives.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { getDirective } from './directives.ts';
import { getCycle, nowIn } from './place.ts';

type Answer = Promise<{ directive: Directive }>;

export interface NewDirective {
  readonly cycle: string;
  readonly text: string;
  readonly unit: string;
  readonly due: PlainDate;
  readonly quarter?: Quarter;
  readonly target?: string;
}

/** Records what the committee decided: who answers for it, and by when. */
export async function decideDirective(desk: Desk, caller: Caller, { cycle: id, text, unit, due, quarter, target }: NewDirective): Answer {
  const { cycle, at } = await running(desk, id);
  await assertFits(desk, cycle, at, { unit, due, ...(target === undefined ? {} : { target }) });
  return commit(desk, caller, async (tx) => {
    const number = await tx.directives.nextNumber(id);
    const directive: Directive = {
      id: directiveId(id, number), cycle: id, number, version: 1, text, unit, due, quarter: quarter ?? null, target: target ?? null, state: 'open', decidedAt: at, decidedBy: caller.actor.id, doneAt: null, evidence: null,
    };
    await tx.directives.insert(directive);
    await tx.outbox.append([messageOf(directive, 'decideDirective')], at);
    await tx.audit.append([{ at, actor: actorId(caller.actor), act: 'decideDirective', cycle: id, unit, subject: directive.id, outcome: 'done', details: { text, due, quarter: directive.quarter, target: directive.target } }]);
    return { directive };
  });
}

interface Which {
  readonly cycle: string;
  readonly id: string;
}

/** What the unit has done so far. */
export const noteProgress = (desk: Desk, caller: Caller, { text, ...which }: Which & { text: string }): Answer =>
  follow(desk, caller, which, { action: 'directive.follow', act: 'noteDirective', kind: 'progress', text, changes: () => ({}) });

/** The unit says that it is done, and what shows it. */
export const completeDirective = (desk: Desk, caller: Caller, { evidence, ...which }: Which & { evidence: string }): Answer =>
  follow(desk, caller, which, { action: 'directive.follow', act: 'completeDirective', kind: 'done', text: evidence, changes: (at) => ({ state: 'done', doneAt: at, evidence }) });

/** Another date or another unit, with the reason. */
export async function reviseDirective(desk: Desk, caller: Caller, { unit, due, reason, ...which }: Which & { unit?: string; due?: PlainDate; reason: string }): Answer {
  const { cycle, at } = await running(desk, which.cycle);
  await assertFits(desk, cycle, at, { ...(unit === undefined ? {} : { unit }), ...(due === undefined ? {} : { due }) });
  return follow(desk, caller, which, { action: 'directive.write', act: 'reviseDirective', kind: 'revision', text: reason, changes: () => ({ ...(unit === undefined ? {} : { unit }), ...(due === undefined ? {} : { due }) }) });
}

const messageOf = ({ cycle, number, version }: Directive, act: string): NewOutboxMessage => ({ workflowId: directiveWorkflowId(cycle, number), workflowType: 'directive', act, version });

interface Following {
  readonly action: Action;
  readonly act: string;
  readonly kind: DirectiveNoteKind;
  readonly text: string;
  readonly changes: (at: Instant) => DirectiveChanges;
}

/** One note, one change, one transaction. A directive that is done is followed no further. */
async function follow(desk: Desk, caller: Caller, { cycle: id, id: which }: Which, { action, act, kind, text, changes }: Following): Answer {
  const { at } = await running(desk, id);
  const before = await getDirective(desk, caller, id, which);
  if (!isAllowed(caller.actor, action, { unit: before.unit })) throw new Refused('forbidden', { figures: { action } });
  if (before.state === 'done') throw new Refused('wrong-stage', { figures: { subject: which, state: before.state } });
  const change = changes(at);
  return commit(desk, caller, async (tx) => {
    const directive = await tx.directives.claim(which, before.version, change);
    if (!directive) throw new Refused('stale-version', { figures: { subject: which, expected: before.version } });
    await tx.outbox.append([messageOf(directive, act)], at);
    if (act === 'reviseDirective') await tx.notices.tell([{ notice: { ...noticeOfDirective(directive), at }, unit: directive.unit, rung: `revised/v${directive.version}` }]);
    await tx.directives.note({ directive: which, kind, text, at, by: caller.actor.id });
    await tx.audit.append([{ at, actor: actorId(caller.actor), act, cycle: id, unit: directive.unit, subject: which, outcome: 'done', details: { text, ...change } }]);
    return { directive };
  });
}

async function running(desk: Desk, id: string): Promise<{ cycle: Cycle; at: Instant }> {
  const cycle = await getCycle(desk.record.read, id);
  if (cycle.state === 'cancelled') throw new Refused('cycle-over', { figures: { cycle: id, state: cycle.state } });
  if (cycle.pausedAt !== null) throw new Refused('cycle-paused', { figures: { cycle: id } });
  return { cycle, at: nowIn(desk, cycle) };
}

async function assertFits(desk: Desk, cycle: Cycle, at: Instant, { unit, due, target }: { unit?: string; due?: PlainDate; target?: string }): Promise<void> {
  const errors: FieldError[] = [];
  if (unit !== undefined && !(await desk.registers.units()).has(unit)) errors.push({ pointer: '/unit', code: 'unknown-unit', value: unit });
  if (due !== undefined && due < dateOf(at)) errors.push({ pointer: '/due', code: 'past', value: due, accepted: `≥ ${dateOf(at)}` });
  if (target !== undefined && !(await desk.registers.plan(cycle.planHash)).targets.some(({ id }) => id === target)) errors.push({ pointer: '/target', code: 'unknown-target', value: target });
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
}
