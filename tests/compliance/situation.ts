import type { Duty, Submission } from '../../domain/duty.ts';
import { reportDutyId, submissionId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { Plan, Target } from '../../domain/plan.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Standing } from '../../domain/verdict.ts';

/** A province of two departments and a district in the first quarter of 2022. */
export const cycle = { id: '2022-t', title: 'Năm 2022', year: 2022, rehearsal: true };

const unit = (code: string, level: Unit['level']): Unit => ({ code, name: code.toUpperCase(), level, validFrom: '2019-01-01' });
export const units: readonly Unit[] = [unit('so-b', 'department'), unit('so-a', 'department'), unit('huyen-c', 'district')];

const target = (id: string, more: Partial<Target>): Target => ({
  id, code: id, clause: 'Phần II', quote: id, name: `Chỉ tiêu ${id}`, measure: 'ratio', comparator: 'at-least', threshold: 50, unit: '%',
  appliesTo: { levels: ['department', 'district'] }, reportedBy: 'each', dueYear: 2022, ...more,
});

export const plan: Plan = {
  id: 'p-2022', title: 'Kế hoạch', titleEn: 'Plan', year: 2022, issuer: 'tinh', issuerName: 'Tỉnh', level: 'province',
  roles: { secretariat: 'so-a', committee: 'bcd', approver: 'tinh', leadAppraiser: 'so-a', appraisers: { technical: 'so-a', investment: 'so-b', recurrent: 'so-b', security: 'so-a' } },
  units: units.map((each) => each.code),
  targets: [
    target('t1', {}),
    target('t2', { appliesTo: { levels: ['department'], unitThresholds: { 'so-b': 30 } } }),
    target('t3', { measure: 'yes-no', comparator: 'equal', threshold: 1, unit: 'có/không', appliesTo: { units: ['so-a'] }, reportedBy: 'so-a' }),
  ],
  tasks: [], results: [], tables: [], legalGrounds: [], responsibilities: [],
  calendar: { guidance: '2021-10-01', draftsDue: '2021-10-29', appraisalDue: '2021-11-30', approvalDue: '2021-12-10', periods: [], closing: '2022-12-31' },
};

export function aDuty(of: string, more: Partial<Duty> = {}): Duty {
  const quarter = more.quarter ?? 'Q1';
  return {
    id: reportDutyId(cycle.id, quarter, of), cycle: cycle.id, kind: 'report', unit: of, quarter, state: 'accepted', version: 3, round: 1, due: '2022-03-21', unitDue: '2022-03-21',
    late: false, submission: null, contentHash: null, approvedHash: null, shard: 0, openedAt: 0, submittedAt: atTime('2022-03-18', '09:00'), endedAt: null, ...more,
  };
}

export function aSubmission(duty: Duty, standings: Readonly<Record<string, Standing>>, figures: readonly TargetFigure[] = []): Submission {
  return {
    id: submissionId(duty.id, 1), duty: duty.id, cycle: duty.cycle, unit: duty.unit, kind: 'report', quarter: duty.quarter, number: 1, round: 1, correction: false, reason: null,
    content: { kind: 'report', unit: duty.unit, plan: plan.id, year: 2022, focalPoint: null, sections: {}, period: '2022-Q1', figuresTo: '2022-03-14', targets: figures, tasks: [], spending: [] },
    hash: 'h', changes: [], submittedAt: duty.submittedAt ?? 0, submittedBy: 'account:x',
    verdict: { outcome: 'pass', rulesetVersion: '1', results: [], counts: { blocking: 0, warning: 0, note: 0 }, standings },
  };
}

/** What each unit reported, as `buildCompliance` takes it. */
export function reported(rows: readonly { duty: Duty; standings?: Readonly<Record<string, Standing>>; figures?: readonly TargetFigure[] }[]): { duties: readonly Duty[]; submissions: ReadonlyMap<string, Submission> } {
  const made = rows.flatMap(({ duty, standings, figures }) => (standings ? [[duty.id, aSubmission(duty, standings, figures)] as const] : []));
  return { duties: rows.map((row) => row.duty), submissions: new Map(made) };
}
