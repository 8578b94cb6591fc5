import type { Cycle } from '../../domain/cycle.ts';
import { defaultAllowances, defaultLadder } from '../../domain/cycle.ts';
import type { Draft, Duty, Opinion, Submission } from '../../domain/duty.ts';
import { opinionId, planDutyId, submissionId } from '../../domain/ids.ts';
import type { NewAuditRow } from '../../domain/audit.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import type { PlanContent } from '../../domain/submission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Verdict } from '../../domain/verdict.ts';

/** Rows as the record keeps them, small and whole, for the tests of this folder. */
export const at = Date.UTC(2022, 0, 20, 3);

export const aUnit = (code: string, more: Partial<Unit> = {}): Unit => ({ code, name: `Đơn vị ${code}`, level: 'department', validFrom: '2010-01-01', ...more });

export function aCycle(id = '2022-gl', more: Partial<Cycle> = {}): Cycle {
  const roles = { secretariat: 'tt', committee: 'bcd', approver: 'ub', leadAppraiser: 'tt', appraisers: { technical: 'tt', investment: 'kh', recurrent: 'tc', security: 'ca' } };
  const calendar = { guidance: '2022-01-05', draftsDue: '2022-01-25', appraisalDue: '2022-02-10', approvalDue: '2022-02-20', periods: [], closing: '2022-12-31' };
  return {
    id, year: 2022, key: id.slice(5), planId: 'gia-lai-2022', planHash: 'h', title: 'Kế hoạch 2022', rehearsal: false, clock: { kind: 'identity' } as never, state: 'drafting', version: 1,
    settings: { roles, calendar, ladder: defaultLadder, allowances: defaultAllowances, quietHours: null, shardSize: 200 }, guidance: 'Làm theo hướng dẫn', publishedAt: at, pausedAt: null, endedReason: null, createdAt: at, ...more,
  };
}

export function aDuty(unit: string, more: Partial<Duty> = {}): Duty {
  const cycle = more.cycle ?? '2022-gl';
  return {
    id: planDutyId(cycle, unit), cycle, kind: 'plan', unit, quarter: null, state: 'draft', version: 1, round: 1, due: '2022-01-25', unitDue: '2022-01-25', late: false,
    submission: null, contentHash: null, approvedHash: null, shard: 0, openedAt: at, submittedAt: null, endedAt: null, ...more,
  };
}

export function aPlanContent(unit: string, targets = 3): PlanContent {
  return {
    kind: 'plan', unit, plan: 'gia-lai-2022', year: 2022, focalPoint: { name: 'Trần Thị Bích Hạnh' }, sections: { I: 'Kết quả thực hiện năm trước' },
    targets: Array.from({ length: targets }, (_, index) => ({ target: `t-${index}`, value: 90 + (index % 10), comment: 'Theo số liệu của Văn phòng' })),
    tasks: [], budget: [], budgetTotal: 0,
  };
}

export function aVerdict(results = 2): Verdict {
  const one = (index: number): Verdict['results'][number] => ({
    rule: `target-${index}`, ruleVersion: '1', outcome: 'satisfied', severity: 'blocking', target: `t-${index}`, standing: 'met',
    inputs: [{ name: 'value', label: { vi: 'số liệu', en: 'figure' }, value: 97, source: `/targets/${index}/value` }], threshold: 90, gap: 0,
    message: { vi: `Chỉ tiêu ${index} cam kết 97 %, ngưỡng của kế hoạch là 90 %: đạt.`, en: `Target ${index} commits 97 %, the plan's threshold is 90 %: met.` },
    pointers: [`/targets/${index}/value`], clause: 'II.1.a', quote: '97% văn bản, tài liệu chính thức trao đổi dưới dạng điện tử', ground: '64/2007/NĐ-CP',
  });
  return { outcome: 'pass', rulesetVersion: '2022.1', results: Array.from({ length: results }, (_, index) => one(index)), counts: { blocking: 0, warning: 0, note: 0 }, standings: {} };
}

export function aSubmission(unit: string, number = 1, more: Partial<Submission> = {}): Submission {
  const duty = more.duty ?? planDutyId('2022-gl', unit);
  return {
    id: submissionId(duty, number), duty, cycle: '2022-gl', unit, kind: 'plan', quarter: null, number, round: 1, correction: false, reason: null, content: aPlanContent(unit), hash: `hash-${number}`,
    changes: [], submittedAt: at, submittedBy: 'account:a', verdict: aVerdict(), ...more,
  };
}

export const aDraft = (unit: string): Draft => ({ duty: planDutyId('2022-gl', unit), version: 1, content: aPlanContent(unit), savedAt: at, savedBy: 'workflow:x' });

export function anOpinion(unit: string, aspect: Opinion['aspect'], more: Partial<Opinion> = {}): Opinion {
  const duty = planDutyId('2022-gl', unit);
  return { id: opinionId(duty, 1, aspect), duty, round: 1, aspect, appraiser: 'tt', due: '2022-02-01', answer: null, reason: null, lines: [], contentHash: 'h', givenAt: null, givenBy: null, ...more };
}

export const anAuditRow = (more: Partial<NewAuditRow> = {}): NewAuditRow => ({ at, actor: 'account:a', act: 'submit', cycle: '2022-gl', unit: 'u1', subject: 'plan/2022-gl/u1', outcome: 'done', details: { number: 1 }, ...more });

/** Units, a cycle and a plan duty of each unit. */
export async function fill(record: RecordStore, units: readonly string[]): Promise<void> {
  await record.write(async (tx) => {
    await tx.units.upsertMany(units.map((code) => aUnit(code)));
    await tx.cycles.insert(aCycle());
    await tx.duties.insertMissing(units.map((unit) => aDuty(unit)));
  });
}
