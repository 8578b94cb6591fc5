import { afterAll, beforeAll, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { rebuildWorkflows } from '../../relay/rebuild.ts';
import { ensureUpkeepSchedule } from '../../relay/schedule.ts';
import { upkeepSchedule } from '../../workflows/messages/upkeep.ts';
import { until } from '../support/until.ts';
import { clockFrom } from '../workflows/clocks.ts';
import { steer, submit } from '../workflows/people.ts';
import { openProvince, type Province } from '../workflows/province.ts';

let province: Province;
const units = ['so-a', 'so-b', 'so-c'];
const taskQueue = (): string => province.taskQueue;

beforeAll(async () => {
  province = await openProvince({ clock: () => clockFrom('2021-10-18', 5_000), units });
});
afterAll(() => province.close());

async function listRunning(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { workflowId } of province.client.workflow.list({ query: `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue()}'` })) ids.push(workflowId);
  return ids;
}

const wanted = 4;
const rebuild = () => rebuildWorkflows({ record: province.record, client: province.client, taskQueue: taskQueue() });

it('starts what is missing, from where the record stands; a second run starts nothing', async () => {
  const { record, cycle, client, now } = province;
  await steer(record, cycle.id, 'publishGuidance', now());
  await until('all workflows run', async () => (await listRunning()).length === wanted);
  expect(await rebuild()).toEqual({ checked: wanted, started: 0 });

  await submit(record, planDutyId(cycle.id, 'so-a'), now());
  await until('everybody has been told', async () => (await record.read.outbox.backlog(Date.now())).count === 0);
  for (const id of await listRunning()) await client.workflow.getHandle(id).terminate('the store was lost');
  await until('nothing runs', async () => (await listRunning()).length === 0);

  expect(await rebuild()).toEqual({ checked: wanted, started: wanted });
  expect(await rebuild()).toEqual({ checked: wanted, started: 0 });
  await until('the plan that was submitted is appraised', async () => (await record.read.duties.find(planDutyId(cycle.id, 'so-a')))?.state === 'appraisal', 30_000);
});

it('leaves a duty that has ended alone', async () => {
  const { record, cycle } = province;
  const id = planDutyId(cycle.id, 'so-c');
  const duty = await record.read.duties.find(id);
  await record.write((tx) => tx.duties.claim(id, duty?.version ?? 0, { state: 'retired' }));
  expect(await rebuild()).toEqual({ checked: wanted - 1, started: 0 });
});

it('has a schedule of its own, made once', async () => {
  const { client } = province;
  await client.schedule.getHandle(upkeepSchedule).delete().catch(() => undefined);
  await ensureUpkeepSchedule(client, taskQueue());
  await ensureUpkeepSchedule(client, taskQueue());
  const { spec, info } = await client.schedule.getHandle(upkeepSchedule).describe();
  expect(spec.timezone).toBe('Asia/Ho_Chi_Minh');
  expect(info.nextActionTimes[0]?.toISOString()).toMatch(/T19:00:00/);
  await client.schedule.getHandle(upkeepSchedule).trigger();
  await until('the upkeep has run', async () => (await client.workflow.count(`WorkflowType = 'upkeep' AND ExecutionStatus = 'Completed' AND TaskQueue = '${taskQueue()}'`)).count > 0);
  await client.schedule.getHandle(upkeepSchedule).delete();
});
