import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Duty } from '../../domain/duty.ts';
import { planDutyId } from '../../domain/ids.ts';
import type { PlanState } from '../../domain/stages.ts';
import { actOnDuty } from '../../domain/transition.ts';
import type { Standing } from '../../workflows/messages/standing.ts';
import { until } from '../support/until.ts';
import { clockFrom } from './clocks.ts';
import { decide, extend, giveOpinions, secretariat, steer, submit, withdraw } from './people.ts';
import { openProvince, type Province } from './province.ts';

/** Each plan lives through its own days side by side; a calendar day lasts a second. */
const units = ['approved', 'returned', 'withdrawn', 'silent-appraiser', 'lapsed', 'extended', 'retired'] as const;
let province: Province;
const idOf = (unit: (typeof units)[number]): string => planDutyId(province.cycle.id, unit);

async function duty(unit: (typeof units)[number]): Promise<Duty> {
  const found = await province.record.read.duties.find(idOf(unit));
  if (!found) throw new Error(unit);
  return found;
}

const reaches = (unit: (typeof units)[number], state: PlanState): Promise<Duty> =>
  until(`${unit} is ${state}`, async () => {
    const found = await duty(unit);
    return found.state === state && found;
  }, 120_000);

/** What the workflow says of itself; undefined while it has not begun. */
const standingOf = (unit: (typeof units)[number]): Promise<Standing | undefined> => province.client.workflow.getHandle(idOf(unit)).query<Standing>('standing').catch(() => undefined);
const isAllDelivered = async (): Promise<boolean> => (await province.record.read.outbox.backlog(Date.now())).count === 0;
const statusOf = (unit: (typeof units)[number]): Promise<string> => province.client.workflow.getHandle(idOf(unit)).describe().then(({ status }) => status.name, () => 'NONE');

beforeAll(async () => {
  province = await openProvince({ clock: () => clockFrom('2021-10-18', 1_000, '2021-12-20'), units });
  await steer(province.record, province.cycle.id, 'publishGuidance', province.now());
  await until('all drafts are open', async () => (await province.record.read.duties.count({ cycle: province.cycle.id })) === units.length);
});
afterAll(() => province.close());

describe.concurrent('a plan', () => {
  it('goes from submission through parallel appraisal and conclusion to approval, and its workflow ends', async ({ expect }) => {
    const { record, now } = province;
    await submit(record, idOf('approved'), now());
    await reaches('approved', 'appraisal');
    expect((await record.read.opinions.listOf(idOf('approved'))).map(({ aspect }) => aspect).sort()).toEqual(['investment', 'recurrent', 'security', 'technical']);
    await giveOpinions(record, idOf('approved'), now());
    await reaches('approved', 'conclusion');
    await decide(record, idOf('approved'), 'concludeFit', now());
    await until('the workflow knows', async () => (await standingOf('approved'))?.state === 'approval');
    await decide(record, idOf('approved'), 'approve', now());
    await until('the workflow has ended', async () => (await statusOf('approved')) === 'COMPLETED');
  });

  it('that is returned begins its next round in a new run, with opinions of its own', async ({ expect }) => {
    const { record, now, client } = province;
    const id = idOf('returned');
    await submit(record, id, now());
    await reaches('returned', 'appraisal');
    const first = (await client.workflow.getHandle(id).describe()).runId;
    await giveOpinions(record, id, now());
    await reaches('returned', 'conclusion');
    await decide(record, id, 'concludeReturn', now());
    const again = await until('a new run', async () => {
      const { runId, status } = await client.workflow.getHandle(id).describe();
      const standing = await standingOf('returned');
      return runId !== first && status.name === 'RUNNING' && standing?.state === 'returned' && standing;
    });
    expect(again.next?.step).toBe('remind');
    await submit(record, id, now());
    await until('opinions of the second round', async () => (await record.read.opinions.listOf(id, 2)).length === 4);
    expect(await record.read.opinions.listOf(id, 1)).toHaveLength(4);
  });

  it('can be withdrawn before its appraisal starts, and waits for a submission again', async ({ expect }) => {
    const { record, now } = province;
    await submit(record, idOf('withdrawn'), now());
    await withdraw(record, idOf('withdrawn'), now());
    await until('the workflow waits for the draft', async () => {
      const standing = await standingOf('withdrawn');
      return standing?.state === 'draft' && standing.next !== null && (await isAllDelivered());
    });
    expect(await record.read.opinions.listOf(idOf('withdrawn'))).toEqual([]);
  });

  it('is concluded without an appraiser who stays silent, after every escalation, and says who was missing', async ({ expect }) => {
    const { record, now } = province;
    const id = idOf('silent-appraiser');
    await submit(record, id, now());
    await reaches('silent-appraiser', 'appraisal');
    await giveOpinions(record, id, now(), ['security']);
    await reaches('silent-appraiser', 'conclusion');
    const { items } = await record.read.audit.list({ subject: id, act: 'requestConclusion' }, {});
    expect(items[0]?.details['missing']).toEqual(['security']);
    const reminders = (await record.read.reminders.listOf(id)).filter(({ rung }) => rung.includes('/security/'));
    expect(reminders.map(({ to, unit }) => [to, unit])).toEqual([['unit', 'ca'], ['unit', 'ca'], ['leader', 'ca'], ['secretariat', 'ca']]);
  });

  it('that never comes is reminded, escalated, and lapses with the approval date', async ({ expect }) => {
    const ended = await reaches('lapsed', 'lapsed');
    expect(ended).toMatchObject({ version: 2 });
    const reminders = await province.record.read.reminders.listOf(idOf('lapsed'));
    expect(reminders.map(({ to, escalation }) => `${to}${escalation ? '!' : ''}`)).toEqual(['unit', 'unit', 'unit', 'leader!', 'secretariat!', 'committee!']);
    await until('the workflow has ended', async () => (await statusOf('lapsed')) === 'COMPLETED');
  });

  it('with an extension has the ladder of its new date', async ({ expect }) => {
    const { record, now } = province;
    await extend(record, idOf('extended'), '2021-11-19', now());
    const { next } = await until('the workflow knows', async () => {
      const standing = await standingOf('extended');
      return standing?.version === 2 && standing;
    });
    expect(next?.step).toBe('remind');
    await until('the reminder of the day itself', async () => (await record.read.reminders.listOf(idOf('extended'))).some(({ rung }) => rung === 'plan/r1/2021-11-19/0'), 120_000);
    expect((await record.read.reminders.listOf(idOf('extended'))).filter(({ escalation }) => escalation)).toEqual([]);
  });

  it('of a unit that leaves is retired, and its workflow ends', async () => {
    const { record, now } = province;
    await record.write((tx) => actOnDuty(tx, { duty: idOf('retired'), act: 'retire', actor: secretariat, at: now() }));
    await until('the workflow has ended', async () => (await statusOf('retired')) === 'COMPLETED');
  });
});
