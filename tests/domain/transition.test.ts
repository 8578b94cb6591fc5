import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Refused } from '../../domain/refusals.ts';
import type { Actor, Role } from '../../domain/roles.ts';
import type { Act } from '../../domain/stages.ts';
import { actOnCycle, actOnDuty } from '../../domain/transition.ts';
import { aCycle, aDuty, at, fill } from '../prisma/rows.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';

const cycle = aCycle();
const [first, second] = [aDuty('u1'), aDuty('u2')];
const aPerson = (role: Role, unit: string): Actor => ({ kind: 'account', id: `${role}-${unit}`, name: role, roles: [role], unit });
const theProcess = (id: string): Actor => ({ kind: 'workflow', id });

let record: TestRecord;
beforeEach(async () => {
  record = await openTestRecord();
  await fill(record, ['u1', 'u2']);
});
afterEach(() => record.close());

const act = (duty: string, name: Act, actor: Actor, more: { expectedVersion?: number } = {}) => record.write((tx) => actOnDuty(tx, { duty, act: name, actor, at, ...more }));
const refusal = (promise: Promise<unknown>): Promise<Refused> => promise.then(() => { throw new Error('was not refused'); }, (error: Refused) => error);
const messages = async (): Promise<string[]> => (await record.write((tx) => tx.outbox.lease('test', 50, Date.now(), Date.now() + 1))).map((message) => `${message.act} → ${message.workflowId}`);

describe('an act on a duty', () => {
  it('writes state, audit row and message together', async () => {
    const { duty } = await act(first.id, 'submit', aPerson('agency', 'u1'));
    expect(duty).toMatchObject({ state: 'submitted', version: first.version + 1 });
    expect(await record.read.duties.find(first.id)).toEqual(duty);
    expect((await record.read.audit.list({ subject: first.id }, {})).items).toMatchObject([{ act: 'submit', actor: 'account:agency-u1', outcome: 'done', details: { from: 'draft', to: 'submitted' } }]);
    expect(await messages()).toEqual([`submit → ${first.id}`]);
  });

  it('is refused to another unit, and leaves no trace', async () => {
    expect(await refusal(act(first.id, 'submit', aPerson('agency', 'u2')))).toMatchObject({ code: 'forbidden' });
    expect(await record.read.duties.find(first.id)).toEqual(first);
    expect(await messages()).toEqual([]);
  });

  it('is refused in the wrong stage and told what is possible', async () => {
    const refused = await refusal(act(first.id, 'withdraw', aPerson('agency', 'u1')));
    expect(refused).toMatchObject({ code: 'wrong-stage', figures: { state: 'draft' } });
    expect(refused.possible).toContain('submit');
  });

  it('that belongs to the process is refused to everyone else', async () => {
    await act(first.id, 'submit', aPerson('agency', 'u1'));
    expect(await refusal(act(first.id, 'startAppraisal', aPerson('secretariat', 'u1')))).toMatchObject({ code: 'forbidden' });
    await expect(act(first.id, 'startAppraisal', theProcess(first.id))).resolves.toMatchObject({ duty: { state: 'appraisal' } });
  });

  it('has one winner when a late submission meets a lapse', async () => {
    const { version } = first;
    const outcomes = await Promise.allSettled([
      act(first.id, 'submit', aPerson('agency', 'u1'), { expectedVersion: version }),
      act(first.id, 'lapse', theProcess(first.id), { expectedVersion: version }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await record.read.audit.list({ subject: first.id }, {})).items).toHaveLength(1);
  });

  it('tells nobody of what the process itself did', async () => {
    await act(first.id, 'lapse', theProcess(first.id));
    expect(await messages()).toEqual([]);
  });

  it('that ends the last open plan tells the cycle', async () => {
    await act(first.id, 'lapse', theProcess(first.id));
    await act(second.id, 'lapse', theProcess(second.id));
    expect(await messages()).toEqual([`plansEnded → cycle/${cycle.id}`]);
  });

  it('waits while the cycle is paused, unless it is the process\'s', async () => {
    await record.write((tx) => actOnCycle(tx, { cycle: cycle.id, act: 'pause', actor: aPerson('secretariat', 'u1'), at, changes: { pausedAt: at } }));
    expect(await refusal(act(first.id, 'submit', aPerson('agency', 'u1')))).toMatchObject({ code: 'cycle-paused' });
  });
});

describe('an act on a cycle', () => {
  it('is refused when it does not lead on from there', async () => {
    const close = (): Promise<unknown> => record.write((tx) => actOnCycle(tx, { cycle: cycle.id, act: 'close', actor: theProcess(`cycle/${cycle.id}`), at }));
    expect(await refusal(close())).toMatchObject({ code: 'wrong-stage' });
  });

  it('cannot resume what is not paused', async () => {
    const resume = (): Promise<unknown> => record.write((tx) => actOnCycle(tx, { cycle: cycle.id, act: 'resume', actor: aPerson('secretariat', 'u1'), at }));
    expect(await refusal(resume())).toMatchObject({ code: 'wrong-stage' });
  });
});
