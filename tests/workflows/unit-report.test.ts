import { afterAll, beforeAll, describe, it } from 'vitest';
import type { CycleClock } from '../../domain/cycle-clock.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Duty } from '../../domain/duty.ts';
import { planDutyId, reportDutyId } from '../../domain/ids.ts';
import { firstPlanDuties } from '../../domain/opening.ts';
import { atTime } from '../../domain/plain-date.ts';
import { actOnDuty } from '../../domain/transition.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import type { Standing } from '../../workflows/messages/standing.ts';
import { until } from '../support/until.ts';
import { clockFrom } from './clocks.ts';
import { decide, extend, person, submit } from './people.ts';
import { aCycle, aUnit, openProvince, type Province } from './province.ts';

/** The first quarter's round, a calendar day in a second (people's acts must come before the round closes, on a busy machine too), each report with a course of its own. */
const units = ['returned', 'corrected', 'extended', 'left'] as const;
type Unit = (typeof units)[number] | 'joined';
let province: Province;
const idOf = (unit: Unit): string => reportDutyId(province.cycle.id, 'Q1', unit);
const duty = async (unit: Unit): Promise<Duty | undefined> => province.record.read.duties.find(idOf(unit));
const statusOf = (id: string): Promise<string> => province.client.workflow.getHandle(id).describe().then(({ status }) => status.name, () => 'NONE');
const standingOf = (id: string): Promise<Standing | undefined> => province.client.workflow.getHandle(id).query<Standing>('standing').catch(() => undefined);

beforeAll(async () => {
  const cycle = (clock: CycleClock): Cycle => aCycle(clock, { state: 'reporting', version: 4, publishedAt: atTime('2021-10-01', '09:00') });
  province = await openProvince({ clock: () => clockFrom('2022-03-14', 1_000, '2022-05-10'), units, cycle });
  await until('the reports are open', async () => (await province.record.read.duties.count({ cycle: province.cycle.id, kind: 'report' })) === units.length);
});
afterAll(() => province.close());

describe.concurrent('a report', () => {
  it('that is returned waits for the next round in a new run, and ends with its acceptance', async ({ expect }) => {
    const { record, now } = province;
    const id = idOf('returned');
    await submit(record, id, now());
    await decide(record, id, 'returnReport', now());
    await until('the workflow waits for the next round', async () => {
      const standing = await standingOf(id);
      return standing?.state === 'returned' && standing.next;
    });
    await submit(record, id, now());
    await decide(record, id, 'accept', now());
    await until('the workflow has ended', async () => (await statusOf(id)) === 'COMPLETED');
    expect(await duty('returned')).toMatchObject({ state: 'accepted', round: 2 });
  });

  it('that is corrected after its acceptance needs no workflow any more', async ({ expect }) => {
    const { record, now, client } = province;
    const id = idOf('corrected');
    await submit(record, id, now());
    await decide(record, id, 'accept', now());
    await until('the workflow has ended', async () => (await statusOf(id)) === 'COMPLETED');
    const { runId } = await client.workflow.getHandle(id).describe();
    await record.write((tx) => actOnDuty(tx, { duty: id, act: 'correct', actor: person('corrected', 'agency'), at: now() }));
    await until('the message is out of the way', async () => (await record.read.outbox.backlog(Date.now())).count === 0);
    expect((await client.workflow.getHandle(id).describe()).runId).toBe(runId);
  });

  it('with an extension keeps its round open until its own grace is over', async ({ expect }) => {
    const { record, cycle, now } = province;
    await extend(record, idOf('extended'), '2022-04-04', now());
    await until('the others are closed', async () => now() > atTime('2022-03-31', '00:00'), 60_000);
    expect(await duty('extended')).toMatchObject({ state: 'open' });
    expect((await record.read.quarterRounds.find(cycle.id, 'Q1'))?.state).toBe('open');
    await until('the round is frozen', async () => (await record.read.quarterRounds.find(cycle.id, 'Q1'))?.state === 'frozen', 60_000);
    expect(await duty('extended')).toMatchObject({ state: 'missing' });
  });

  it('of a unit that leaves is retired and does not hold up the round', async ({ expect }) => {
    const { record, now } = province;
    await record.write((tx) => actOnDuty(tx, { duty: idOf('left'), act: 'retire', actor: { kind: 'workflow', id: 'test' }, at: now() }));
    await until('the workflow has ended', async () => (await statusOf(idOf('left'))) === 'COMPLETED');
    expect(await duty('left')).toMatchObject({ state: 'retired' });
  });

  it('is not asked of a unit that joins after the figures were closed; its plan is', async ({ expect }) => {
    const { record, cycle, now } = province;
    const [plan] = firstPlanDuties(cycle, [{ unit: 'joined', shard: 0 }], workingCalendar([]), now());
    if (!plan) throw new Error('no plan');
    await record.write(async (tx) => {
      await tx.units.upsertMany([aUnit('joined')]);
      await tx.cycleUnits.insertMany([{ cycle: cycle.id, unit: 'joined', shard: 0, joinedOn: '2022-03-16', leftOn: null, reason: 'mới thành lập' }]);
      await tx.duties.insertMissing([plan]);
      await tx.outbox.append([{ workflowId: plan.id, workflowType: 'unitPlan', act: 'addUnit', version: 1 }], now());
    });
    await until('its workflow waits', async () => (await standingOf(planDutyId(cycle.id, 'joined')))?.next);
    expect(await duty('joined')).toBeUndefined();
  });
});

