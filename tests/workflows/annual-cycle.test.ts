import { afterEach, describe, expect, it } from 'vitest';
import type { Cycle } from '../../domain/cycle.ts';
import type { Duty } from '../../domain/duty.ts';
import { cycleWorkflowId, planDutyId, quarterWorkflowId, reportDutyId } from '../../domain/ids.ts';
import { atTime, dateOf } from '../../domain/plain-date.ts';
import { until } from '../support/until.ts';
import { clockFrom } from './clocks.ts';
import { decide, steer, submit } from './people.ts';
import { aCycle, openProvince, type Province } from './province.ts';

let province: Province;
afterEach(() => province.close());

const cycleNow = async (): Promise<Cycle | undefined> => province.record.read.cycles.find(province.cycle.id);
const plans = (): Promise<readonly Duty[]> => province.record.read.duties.all({ cycle: province.cycle.id, kind: 'plan' });
const statusOf = (id: string): Promise<string> => province.client.workflow.getHandle(id).describe().then(({ status }) => status.name, () => 'NONE');

async function openDrafts(units: number): Promise<void> {
  await steer(province.record, province.cycle.id, 'publishGuidance', province.now());
  await until('all drafts are open', async () => (await plans()).length === units);
}

describe('a cycle', () => {
  it('opens drafting shard by shard, each duty once, whatever its size', async () => {
    const units = Array.from({ length: 25 }, (_, index) => `so-${index}`);
    province = await openProvince({ clock: () => clockFrom('2021-10-04', 60_000), units, cycle: (clock) => aCycle(clock, {}, { shardSize: 10 }) });
    await openDrafts(25);
    await until('all workflows wait', async () => (await province.client.workflow.count(`ExecutionStatus = 'Running' AND WorkflowType = 'unitPlan' AND TaskQueue = '${province.taskQueue}'`)).count === 25);
    const { items, total } = await province.record.read.audit.list({ cycle: province.cycle.id, act: 'open' }, { limit: 100 });
    expect([total, new Set(items.map(({ subject }) => subject)).size]).toEqual([25, 25]);
    expect(new Set((await plans()).map(({ shard, due }) => `${shard} ${due}`))).toEqual(new Set(['0 2021-10-29', '1 2021-10-29', '2 2021-10-29']));
  });

  it('does nothing while it is paused, then adds the working days of the pause to what is open', async () => {
    province = await openProvince({ clock: () => clockFrom('2021-10-21', 400, '2021-11-30'), units: ['so-a', 'so-b', 'so-c'] });
    await openDrafts(3);
    const { record, cycle, now } = province;
    await submit(record, planDutyId(cycle.id, 'so-c'), now());
    await steer(record, cycle.id, 'pause', now());
    const paused = (await cycleNow())?.pausedAt ?? 0;
    await until('three weeks have passed', async () => now() > paused + 21 * 86_400_000);
    const during = (await record.read.reminders.list({ cycle: cycle.id }, {})).items.filter(({ sentAt }) => sentAt > paused + 86_400_000);
    expect(during).toEqual([]);
    expect((await plans()).map(({ state }) => state)).toEqual(['draft', 'draft', 'submitted']);

    await steer(record, cycle.id, 'resume', now());
    const shifted = await until('due dates have moved', async () => {
      const [row] = (await record.read.audit.list({ cycle: cycle.id, act: 'shiftDueDates' }, {})).items;
      return row?.details;
    });
    expect(shifted).toMatchObject({ duties: 2 });
    expect(Number(shifted['workingDays'])).toBeGreaterThanOrEqual(14);
    const open = await plans();
    expect(new Set(open.filter(({ state }) => state === 'draft').map(({ due }) => due)).size).toBe(1);
    expect((open[0]?.due ?? '') > '2021-11-15').toBe(true);
    expect((await cycleNow())?.settings.calendar.approvalDue).toBe(String((shifted['dates'] as Record<string, string>)['approvalDue']));
    await until('the appraisal that waited starts', async () => (await plans())[2]?.state === 'appraisal');
  });

  it('that is cancelled cancels what is open, and all its workflows end', async () => {
    province = await openProvince({ clock: () => clockFrom('2021-10-04', 60_000), units: ['so-a', 'so-b'] });
    await openDrafts(2);
    const { record, cycle, now } = province;
    await steer(record, cycle.id, 'cancelCycle', now());
    await until('all plans are cancelled', async () => (await plans()).every(({ state }) => state === 'cancelled'));
    for (const id of [cycleWorkflowId(cycle.id), ...(await plans()).map((duty) => duty.id)]) await until(`${id} has ended`, async () => (await statusOf(id)) === 'COMPLETED');
    expect((await record.read.audit.list({ cycle: cycle.id, act: 'cancel' }, {})).total).toBe(2);
  });

  it('begins where the record stands: in the middle of a round', async () => {
    province = await openProvince({
      clock: () => clockFrom('2022-03-21', 400, '2022-04-15'), units: ['so-a', 'so-b', 'so-c'],
      cycle: (clock) => aCycle(clock, { state: 'reporting', version: 4, publishedAt: atTime('2021-10-01', '09:00') }),
    });
    const { record, cycle, now } = province;
    const round = await until('the round of Q1 is open', async () => record.read.quarterRounds.find(cycle.id, 'Q1'));
    expect(dateOf(round.openedAt) >= '2022-03-21').toBe(true);
    const report = (unit: string): string => reportDutyId(cycle.id, 'Q1', unit);
    await until('reports are open', async () => (await record.read.duties.count({ cycle: cycle.id, kind: 'report' })) === 3);
    await submit(record, report('so-a'), now());
    await decide(record, report('so-a'), 'accept', now());
    await submit(record, report('so-b'), now());
    const frozen = await until('the round is frozen', async () => {
      const found = await record.read.quarterRounds.find(cycle.id, 'Q1');
      return found?.state === 'frozen' && found;
    }, 60_000);
    expect((await record.read.duties.all({ cycle: cycle.id, quarter: 'Q1' })).map(({ state }) => state)).toEqual(['accepted', 'unreviewed', 'missing']);
    expect(frozen.frozen).toMatchObject({ quarter: 'Q1', totals: { units: 3, missing: 1 } });
    await until('the round has ended', async () => (await statusOf(quarterWorkflowId(cycle.id, 'Q1'))) === 'COMPLETED');
  });
});
