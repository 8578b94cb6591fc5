import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/date.ts';
import type { DecisionKind, Duty } from '../../domain/duty.ts';
import { submissionId } from '../../domain/ids.ts';
import { revisionDue } from '../../domain/opening.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import type { Actor, Role } from '../../domain/roles.ts';
import type { ReportContent, PlanContent } from '../../domain/submission.ts';
import { actOnCycle, actOnDuty } from '../../domain/transition.ts';
import type { CycleAct } from '../../domain/stages.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { roles } from './province.ts';

/* What people do, straight on the record, as the use-cases of the API do it. */

export const person = (unit: string, ...held: readonly Role[]): Actor => ({ kind: 'account', id: `${unit}-1`, name: unit, roles: held, unit });
export const secretariat = person(roles.secretariat, 'secretariat', 'appraiser');
const approver = person(roles.approver, 'approver');
const calendar = workingCalendar([]);

const verdict: Verdict = { outcome: 'pass', rulesetVersion: '1', results: [], counts: { blocking: 0, warning: 0, note: 0 }, standings: { t1: 'met' } };

function contentOf(duty: Duty): PlanContent | ReportContent {
  const head = { unit: duty.unit, plan: 'p-2022', year: 2022, focalPoint: null, sections: {}, tasks: [] };
  if (duty.quarter === null) return { ...head, kind: 'plan', targets: [{ target: 't1', value: 95 }], budget: [], budgetTotal: 0 };
  return { ...head, kind: 'report', period: `2022-${duty.quarter}`, figuresTo: null, targets: [{ target: 't1', numerator: 95, denominator: 100 }], spending: [] };
}

async function getDuty(record: RecordStore, id: string): Promise<Duty> {
  const duty = await record.read.duties.find(id);
  if (!duty) throw new Error(`no duty ${id}`);
  return duty;
}

export async function submit(record: RecordStore, id: string, at: Instant): Promise<void> {
  const before = await getDuty(record, id);
  const number = (await record.read.submissions.listOf(id)).length + 1;
  await record.write(async (tx) => {
    const { duty } = await actOnDuty(tx, {
      duty: id, act: 'submit', actor: person(before.unit, 'agency'), at, expectedVersion: before.version,
      changes: { submission: submissionId(id, number), contentHash: `hash-${number}`, submittedAt: at, late: before.late || dateOf(at) > before.unitDue },
    });
    await tx.submissions.insert({
      id: submissionId(id, number), duty: id, cycle: duty.cycle, unit: duty.unit, kind: duty.kind, quarter: duty.quarter, number, round: duty.round, correction: false, reason: null,
      content: contentOf(duty), hash: `hash-${number}`, changes: [], submittedAt: at, submittedBy: 'x', verdict,
    });
  });
}

export async function withdraw(record: RecordStore, id: string, at: Instant): Promise<void> {
  const { unit } = await getDuty(record, id);
  await record.write((tx) => actOnDuty(tx, { duty: id, act: 'withdraw', actor: person(unit, 'agency'), at, changes: { submission: null, contentHash: null, submittedAt: null } }));
}

/** Every appraiser that has not answered answers, but those of `silent`. */
export async function giveOpinions(record: RecordStore, id: string, at: Instant, silent: readonly string[] = []): Promise<void> {
  const duty = await getDuty(record, id);
  for (const opinion of await record.read.opinions.listOf(id, duty.round)) {
    if (opinion.answer !== null || silent.includes(opinion.aspect)) continue;
    await record.write(async (tx) => {
      await actOnDuty(tx, { duty: id, act: 'giveOpinion', actor: person(opinion.appraiser, 'appraiser'), at });
      await tx.opinions.answer(opinion.id, { answer: 'agree', reason: 'đủ', lines: [], givenAt: at, givenBy: 'x', contentHash: opinion.contentHash });
    });
  }
}

export async function decide(record: RecordStore, id: string, kind: DecisionKind, at: Instant): Promise<void> {
  const before = await getDuty(record, id);
  const cycle = await record.read.cycles.find(before.cycle);
  const isReturn = kind === 'concludeReturn' || kind === 'returnPlan' || kind === 'returnReport';
  await record.write(async (tx) => {
    await actOnDuty(tx, {
      duty: id, act: kind, actor: ['approve', 'refuse', 'returnPlan'].includes(kind) ? approver : secretariat, at, expectedVersion: before.version,
      changes: isReturn && cycle ? { round: before.round + 1, due: revisionDue(cycle, calendar, dateOf(at)) } : {},
    });
    await tx.decisions.insert({ id: randomUUID(), duty: id, round: before.round, kind, reason: 'vì', pinned: [], contentHash: before.contentHash ?? '', decidedAt: at, decidedBy: 'x' });
  });
}

export async function extend(record: RecordStore, id: string, due: string, at: Instant): Promise<void> {
  await record.write((tx) => actOnDuty(tx, { duty: id, act: 'extend', actor: secretariat, at, changes: { due, unitDue: due } }));
}

const cycleChanges = { pause: (at: Instant) => ({ pausedAt: at }), resume: () => ({ pausedAt: null }), publishGuidance: (at: Instant) => ({ publishedAt: at }), cancelCycle: () => ({ endedReason: 'thôi' }) };

export async function steer(record: RecordStore, cycle: string, act: Extract<CycleAct, keyof typeof cycleChanges>, at: Instant): Promise<void> {
  await record.write((tx) => actOnCycle(tx, { cycle, act, actor: secretariat, at, changes: cycleChanges[act](at) }));
}
