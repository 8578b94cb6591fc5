import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planDutyId } from '../../domain/ids.ts';
import { deliverBatch } from '../../relay/batch.ts';
import { createRelay } from '../../relay/relay.ts';
import { ServerAway, type Signals } from '../../relay/signals.ts';
import { fill } from '../prisma/rows.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { until } from '../support/until.ts';
import { append, rememberingSignals } from './situation.ts';

const [a, b, c] = ['a', 'b', 'c'].map((unit) => planDutyId('2022-gl', unit)) as [string, string, string];

let record: TestRecord;
let time = 1_000_000;
beforeEach(async () => {
  record = await openTestRecord({ now: () => time });
  await fill(record, ['a', 'b', 'c']);
});
afterEach(() => record.close());

const batch = (signals: Signals, owner = 'r1') => deliverBatch({ record, signals, owner, now: () => time });
const waiting = async (): Promise<number> => (await record.read.outbox.backlog(time)).count;

describe('a batch', () => {
  it('tells each workflow in the order of the record', async () => {
    await append(record, a, 1, 2);
    await append(record, b, 1);
    await append(record, a, 3);
    const signals = rememberingSignals();
    expect(await batch(signals)).toEqual({ delivered: 4 });
    expect(signals.told.filter(({ workflowId }) => workflowId === a).map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(await waiting()).toBe(0);
  });

  it('delivers nothing twice once it is marked', async () => {
    await append(record, a, 1);
    const signals = rememberingSignals();
    await batch(signals);
    expect(await batch(signals)).toEqual({ delivered: 0 });
    expect(signals.told).toHaveLength(1);
  });

  it('delivers again what a relay that died had not marked, when its lease is over', async () => {
    await append(record, a, 1, 2);
    await record.write((tx) => tx.outbox.lease('dead', 10, time, time + 30_000));
    const signals = rememberingSignals();
    expect(await batch(signals)).toEqual({ delivered: 0 });
    time += 30_001;
    expect(await batch(signals)).toEqual({ delivered: 2 });
  });

  it('keeps later messages of a workflow behind one that fails, and tells the others', async () => {
    await append(record, a, 1, 2);
    await append(record, b, 1);
    let isBroken = true;
    const signals = rememberingSignals((id, { version }) => (isBroken && id === a && version === 1 ? new Error('bad') : undefined));
    const { delivered, error } = await batch(signals);
    expect([delivered, String(error), await waiting()]).toEqual([1, 'Error: bad', 2]);
    isBroken = false;
    expect(await batch(signals)).toEqual({ delivered: 0 });
    time += 250;
    await batch(signals);
    expect(signals.told.map(({ workflowId, version }) => [workflowId, version])).toEqual([[b, 1], [a, 1], [a, 2]]);
  });

  it('does not go on asking a server that is away', async () => {
    for (let n = 0; n < 100; n += 1) await append(record, planDutyId('2022-gl', `u${n}`), 1);
    await fillUnits();
    let asked = 0;
    const signals = rememberingSignals(() => {
      asked += 1;
      return new ServerAway('away');
    });
    expect(await batch(signals)).toMatchObject({ delivered: 0, error: expect.any(ServerAway) as unknown });
    expect(asked).toBeLessThanOrEqual(20);
    expect(await waiting()).toBe(100);
  });
});

async function fillUnits(): Promise<void> {
  const { aDuty, aUnit } = await import('../prisma/rows.ts');
  await record.write(async (tx) => {
    await tx.units.upsertMany(Array.from({ length: 100 }, (_, n) => aUnit(`u${n}`)));
    await tx.duties.insertMissing(Array.from({ length: 100 }, (_, n) => aDuty(`u${n}`)));
  });
}

describe('whom a message starts', () => {
  it('is the workflow of an open duty; of an ended one it is told only if it runs', async () => {
    await record.write((tx) => tx.duties.claim(b, 1, { state: 'approved' }));
    await append(record, a, 1);
    await append(record, b, 2);
    const signals = rememberingSignals();
    await batch(signals);
    expect(signals.told.map(({ workflowId, started }) => [workflowId, started])).toEqual([[a, true], [b, false]]);
  });

  it('is the cycle while the year is not over, and a cancelled one while something of it is open', async () => {
    const started = async (): Promise<boolean | undefined> => {
      const signals = rememberingSignals();
      await append(record, 'cycle/2022-gl', 0);
      await batch(signals);
      return signals.told[0]?.started;
    };
    const move = async (state: 'cancelled' | 'closed'): Promise<void> => {
      const cycle = await record.read.cycles.find('2022-gl');
      await record.write((tx) => tx.cycles.claim('2022-gl', cycle?.version ?? 0, { state }));
    };
    expect(await started()).toBe(true);
    await move('cancelled');
    expect(await started()).toBe(true);
    for (const id of [a, b, c]) await record.write((tx) => tx.duties.claim(id, 1, { state: 'cancelled' }));
    expect(await started()).toBe(false);
    await move('closed');
    expect(await started()).toBe(false);
  });

  it('is the round of a quarter while it is open', async () => {
    const id = 'quarter/2022-gl/Q1';
    const told = async (): Promise<boolean | undefined> => {
      const signals = rememberingSignals();
      await append(record, id, 0);
      await batch(signals);
      return signals.told[0]?.started;
    };
    expect(await told()).toBe(false);
    await record.write((tx) => tx.quarterRounds.open('2022-gl', 'Q1', 0));
    expect(await told()).toBe(true);
    await record.write((tx) => tx.quarterRounds.freeze('2022-gl', 'Q1', {}, 0));
    expect(await told()).toBe(false);
  });

  it('is nobody when the record does not know the subject', async () => {
    await append(record, 'plan/2022-gl/nobody', 1);
    await append(record, 'nonsense', 1);
    const signals = rememberingSignals();
    expect(await batch(signals)).toEqual({ delivered: 2 });
    expect(signals.told.map(({ started }) => started)).toEqual([false]);
  });
});

describe('a running relay', () => {
  it('delivers soon, survives an outage, says when it begins and ends, and stops', async () => {
    let isAway = false;
    const signals = rememberingSignals(() => (isAway ? new ServerAway('away') : undefined));
    const said: string[] = [];
    const relay = createRelay({ record, signals, onOutage: () => said.push('outage'), onRecovery: () => said.push('recovery') });
    const running = relay.run();
    await append(record, a, 1);
    await until('the first message', async () => signals.told.length === 1, 1_000);
    isAway = true;
    await append(record, a, 2);
    await until('the outage', async () => said.length === 1, 2_000);
    isAway = false;
    await until('the second message', async () => signals.told.length === 2, 6_000);
    await until('the recovery', async () => said.length === 2, 1_000);
    await relay.stop();
    await running;
    expect(said).toEqual(['outage', 'recovery']);
  });
});
