import { expect, it } from 'vitest';
import { tortureRound } from '../../scripts/torture/round.ts';

/** Without faults. What is another than in the province: the register, the offices that lead and appraise, a commune among the units. */
it('a district\'s year with an office and a commune counts as its cast played', { timeout: 600_000 }, async () => {
  const { report, violations, differences } = await tortureRound({ plan: 'duc-co-2023', torture: 'none', units: 2, seed: 28, signal: new AbortController().signal, say: () => undefined });
  expect(violations).toEqual([]);
  expect(differences).toEqual([]);
  expect(report.units.map((unit) => unit.name).toSorted()).toEqual(['UBND thị trấn Chư Ty', 'Văn phòng HĐND và UBND huyện']);
  expect(report.secretariat).toBe('Phòng Văn hóa và Thông tin huyện');
  expect(report.plans).toEqual({ submitted: 2, returned: 1, approved: 2, notApproved: 0 });
  expect(report.reports).toEqual({ due: 2, onTime: 2, late: 0, missing: 0 });
  expect(report.returned.map(({ unit, kind, by }) => [unit, kind, by])).toEqual([['ubnd-tt-chu-ty', 'plan', 'lead']]);
  expect(report.refusedSubmissions).toBe(2);
  expect(report.quarters.map((quarter) => quarter.quarter)).toEqual(['Q1']);
  expect(report.audit.intact).toBe(true);
});
