import { buildCompliance } from '../../domain/compliance/build.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { YearReport } from '../../documents/year-report/model.ts';
import { aDuty, cycle, plan, reported, units } from '../compliance/situation.ts';

/** A rehearsed year of three units and two quarters, with one of everything. */
export function aYear(more: Partial<YearReport> = {}): YearReport {
  const q1 = buildCompliance({ cycle, plan, units, quarter: 'Q1', ...reported([{ duty: aDuty('so-a'), standings: { t1: 'on-track', t2: 'behind', t3: 'met' }, figures: [{ target: 't1', numerator: 45, denominator: 90 }] }]) });
  const q2 = buildCompliance({
    cycle, plan, units, quarter: 'Q2', previous: q1,
    ...reported([
      { duty: aDuty('so-a', { quarter: 'Q2' }), standings: { t1: 'met', t2: 'missed', t3: 'met' }, figures: [{ target: 't1', numerator: 60, denominator: 90 }] },
      { duty: aDuty('so-b', { quarter: 'Q2', late: true, submittedAt: atTime('2022-03-23', '08:30') }), standings: { t1: 'waived', t2: 'not-applicable' } },
    ]),
  });
  return {
    cycle: cycle.id, title: 'Kế hoạch 2022 <thử>', rehearsal: true, seed: 7, plan: { id: plan.id, title: plan.title, titleEn: plan.titleEn, issuerName: 'Ủy ban nhân dân tỉnh', symbol: null }, year: 2022,
    secretariat: 'Sở A', from: '2021-10-01', to: '2022-12-31', madeAt: atTime('2022-12-31', '17:00'), seconds: 201.4, units: units.map(({ code, name }) => ({ code, name })),
    plans: { submitted: 3, returned: 1, approved: 2, notApproved: 1 }, reports: { due: 6, onTime: 2, late: 1, missing: 3 }, reminders: { sent: 9, escalated: 4, byAudience: { unit: 5, leader: 4 } }, refusedSubmissions: 2,
    quarters: [q1, q2],
    returned: [{ unit: 'so-b', kind: 'plan', quarter: null, round: 1, by: 'lead', refused: false, on: '2021-11-08', reason: 'Cam kết t1 | thấp' }],
    corrections: [{ unit: 'so-a', quarter: 'Q1', target: 't1', before: '45/90', after: '44/90', on: '2022-04-11' }],
    audit: { rows: 321, intact: true }, warnings: [], ...more,
  };
}
