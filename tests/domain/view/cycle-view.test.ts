import { describe, expect, it } from 'vitest';
import type { CycleUnit } from '../../../domain/cycle.ts';
import { planDutyId, reportDutyId } from '../../../domain/ids.ts';
import { cycleView } from '../../../domain/view/cycle-view.ts';
import { quarterView } from '../../../domain/view/quarter-view.ts';
import { aPlanDuty, aReportDuty, calendar, cycle, spoken } from './situation.ts';

const member = (unit: string, shard: number, more: Partial<CycleUnit> = {}): CycleUnit => ({ cycle: cycle.id, unit, shard, joinedOn: '2021-10-01', leftOn: null, reason: null, ...more });
const view = (more: Partial<Parameters<typeof cycleView>[0]> = {}): ReturnType<typeof cycleView> =>
  cycleView({ cycle, members: [], plans: [], rounds: [], pausesToSettle: 0, calendar, now: 0, ...more });

describe('a cycle', () => {
  it('opens the shards in which a member has no plan yet', () => {
    const members = [member('a', 0), member('b', 1), member('c', 2, { leftOn: '2021-10-05' }), member('d', 3)];
    expect(view({ members, plans: [aPlanDuty({ id: planDutyId(cycle.id, 'b') })] }).shardsToOpen).toEqual([0, 3]);
    expect(view({ members, cycle: { ...cycle, state: 'guidance' } }).shardsToOpen).toEqual([]);
  });

  it('counts the plans that are open', () => {
    expect(view({ plans: [aPlanDuty(), aPlanDuty({ state: 'approval' }), aPlanDuty({ state: 'approved' }), aPlanDuty({ state: 'lapsed' })] }).openPlans).toBe(2);
  });

  it('opens a quarter some working days before its reports are due', () => {
    expect(view({ rounds: [{ quarter: 'Q1', state: 'frozen' }] }).quarters.map(({ quarter, state, opensAt }) => [quarter, state, spoken(opensAt)])).toEqual([
      ['Q1', 'frozen', '2022-03-14 08:00'], ['Q2', 'ahead', '2022-06-13 08:00'],
    ]);
  });
});

describe('a round', () => {
  const reporting = { ...cycle, state: 'reporting' as const };
  const members = [member('so-a', 0), member('so-b', 0, { joinedOn: '2022-03-15' }), member('so-c', 1)];
  const round = (more: Partial<Parameters<typeof quarterView>[0]> = {}): ReturnType<typeof quarterView> =>
    quarterView({ cycle: reporting, quarter: 'Q1', round: { state: 'open' }, members, reports: [], isUnsettled: false, calendar, ...more });

  it('asks the members of that time for a report; later joiners begin with the next', () => {
    expect(round().shardsToOpen).toEqual([0, 1]);
    expect(round({ reports: [aReportDuty(), aReportDuty({ id: reportDutyId(cycle.id, 'Q1', 'so-c') })] }).shardsToOpen).toEqual([]);
  });

  it('closes with the last report that is open', () => {
    const reports = [aReportDuty({ state: 'accepted' }), aReportDuty({ due: '2022-04-04' }), aReportDuty()];
    expect(round({ reports })).toMatchObject({ openReports: 2 });
    expect(spoken(round({ reports }).closesAt)).toBe('2022-04-13 00:00');
    expect(round({ reports: [aReportDuty({ state: 'missing' })] })).toMatchObject({ openReports: 0, closesAt: null });
  });

  it('opens nothing before and after its time', () => {
    expect(round({ round: undefined })).toMatchObject({ state: 'ahead', shardsToOpen: [] });
    expect(round({ round: { state: 'frozen' } }).shardsToOpen).toEqual([]);
  });
});
