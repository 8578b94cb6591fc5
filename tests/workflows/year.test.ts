import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CycleClock } from '../../domain/cycle-clock.ts';
import type { Duty } from '../../domain/duty.ts';
import { quarters } from '../../domain/plan.ts';
import { atTime, dateOf, startOfDay } from '../../domain/plain-date.ts';
import { rehearsalClock } from '../../domain/rehearsal-clock.ts';
import { until } from '../support/until.ts';
import { decide, giveOpinions, steer, submit } from './people.ts';
import { dates, openProvince, type Province } from './province.ts';

const from = startOfDay(dates.guidance);
const to = startOfDay('2023-01-05');

/** A year in three quarters of a minute; drafting and the fortnight around each report's due date get most of it. */
const clock = (): CycleClock => rehearsalClock({
  startReal: Date.now() + 500, from, to, totalRealMs: 46_000,
  busy: [
    { from, to: startOfDay('2021-12-15'), realMs: 18_000 },
    ...dates.periods.map(({ due }) => ({ from: startOfDay(due) - 8 * 86_400_000, to: startOfDay(due) + 14 * 86_400_000, realMs: 5_000 })),
  ],
});

let province: Province;
const units = ['so-a', 'so-b', 'so-c'];

/** so-a is diligent, so-b is returned once and reports late in Q2, so-c withdraws, lapses and never reports. */
async function act(duty: Duty): Promise<void> {
  const { record, now } = province;
  const [at, today] = [now(), dateOf(now())];
  const isLate = duty.unit === 'so-b' && duty.quarter === 'Q2';
  switch (duty.state) {
    case 'draft':
      if (duty.unit === 'so-c') return;
      return submit(record, duty.id, at);
    case 'returned':
      return submit(record, duty.id, at);
    case 'appraisal':
      return giveOpinions(record, duty.id, at, duty.unit === 'so-b' && duty.round === 1 ? ['security'] : []);
    case 'conclusion':
      return decide(record, duty.id, 'concludeFit', at);
    case 'approval':
      return decide(record, duty.id, duty.unit === 'so-b' && duty.round === 1 ? 'returnPlan' : 'approve', at);
    case 'open':
      if (duty.unit === 'so-c' || (isLate && today <= duty.due)) return;
      return submit(record, duty.id, at);
    case 'submitted':
      if (duty.kind === 'report' && duty.quarter !== 'Q3') return decide(record, duty.id, 'accept', at);
      return;
    default:
  }
}

beforeAll(async () => {
  province = await openProvince({ clock, units });
});
afterAll(() => province.close());

describe('a year of three units', () => {
  it('runs from the guidance to the evaluation', async () => {
    const { record, cycle, now } = province;
    await until('the year has begun', async () => now() > atTime(dates.guidance, '08:00'));
    await steer(record, cycle.id, 'publishGuidance', now());
    for (let state = 'guidance'; state !== 'closed'; state = (await record.read.cycles.find(cycle.id))?.state ?? '') {
      for (const duty of await record.read.duties.all({ cycle: cycle.id })) await act(duty).catch((error: unknown) => expect(String(error)).toMatch(/stale-version|wrong-stage/));
      await sleep(25);
      if (now() > to + 3_000) throw new Error('the year did not end');
    }

    const plans = await record.read.duties.all({ cycle: cycle.id, kind: 'plan' });
    expect(plans.map(({ unit, state, round }) => [unit, state, round])).toEqual([['so-a', 'approved', 1], ['so-b', 'approved', 2], ['so-c', 'lapsed', 1]]);
    for (const quarter of quarters) {
      const reports = await record.read.duties.all({ cycle: cycle.id, kind: 'report', quarter });
      const seen = quarter === 'Q3' ? 'unreviewed' : 'accepted';
      expect(reports.map(({ unit, state }) => [unit, state])).toEqual([['so-a', seen], ['so-b', seen], ['so-c', 'missing']]);
      const round = await record.read.quarterRounds.find(cycle.id, quarter);
      expect(round).toMatchObject({ state: 'frozen', frozen: { quarter, totals: { units: 3, missing: 1, late: quarter === 'Q2' ? 1 : 0 } } });
    }
    expect((await record.read.outbox.backlog(Date.now())).count).toBeLessThan(3);
  });

  it('sent no reminder twice, and escalated to the committee where nobody answered', async () => {
    const { record, cycle } = province;
    const { items } = await record.read.reminders.list({ cycle: cycle.id }, { limit: 500 });
    const keys = items.map(({ duty, rung, to: audience }) => `${duty} ${rung} ${audience}`);
    expect(new Set(keys).size).toBe(keys.length);
    const ofC = items.filter(({ unit }) => unit === 'so-c');
    expect(ofC.filter(({ duty }) => duty?.startsWith('plan/')).map(({ to: audience }) => audience).sort()).toEqual(['committee', 'leader', 'secretariat', 'unit', 'unit', 'unit', 'unit']);
    expect(items.filter(({ unit, rung }) => unit === 'ca' && rung.startsWith('appraisal/')).length).toBeGreaterThan(0);
  });

  it('left no workflow behind', async () => {
    const { client, taskQueue } = province;
    await until('all have ended', async () => {
      const open: string[] = [];
      for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}'` })) open.push(workflowId);
      return open.length === 0;
    });
  });
});
