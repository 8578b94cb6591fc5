import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { aCycle, at, aUnit } from './rows.ts';

describe('cycles in the record', () => {
  let record: TestRecord;
  beforeAll(async () => {
    record = await openTestRecord();
    await record.write(async (tx) => {
      await tx.units.upsertMany([aUnit('u1'), aUnit('u2')]);
      await tx.cycles.insert(aCycle());
      await tx.cycles.insert(aCycle('2021-gl', { year: 2021, state: 'closed' }));
    });
  });
  afterAll(() => record.close());

  it('gives a cycle back as it was stored', async () => {
    expect(await record.read.cycles.find('2022-gl')).toEqual(aCycle());
    expect((await record.read.cycles.list()).map(({ id }) => id)).toEqual(['2022-gl', '2021-gl']);
    expect((await record.read.cycles.listOpen()).map(({ id }) => id)).toEqual(['2022-gl']);
    await expect(record.write((tx) => tx.cycles.insert(aCycle()))).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('lets the claim of a version win once', async () => {
    const settings = { ...aCycle().settings, shardSize: 50 };
    const claim = () => record.write((tx) => tx.cycles.claim('2022-gl', 1, { state: 'reporting', settings, pausedAt: at }));
    expect(await claim()).toEqual(aCycle('2022-gl', { state: 'reporting', settings, pausedAt: at, version: 2 }));
    expect(await claim()).toBeUndefined();
  });

  it('keeps who is in a cycle and since when', async () => {
    const row = { cycle: '2022-gl', unit: 'u1', shard: 0, joinedOn: '2022-01-05', leftOn: null, reason: null };
    await record.write((tx) => tx.cycleUnits.insertMany([row, { ...row, unit: 'u2', shard: 1 }]));
    expect(await record.write((tx) => tx.cycleUnits.leave('2022-gl', 'u2', '2022-07-01', 'sáp nhập'))).toBe(true);
    expect(await record.write((tx) => tx.cycleUnits.leave('2022-gl', 'u2', '2022-08-01', 'lần nữa'))).toBe(false);
    expect(await record.read.cycleUnits.list('2022-gl')).toEqual([row, { ...row, unit: 'u2', shard: 1, leftOn: '2022-07-01', reason: 'sáp nhập' }]);
    expect(await record.read.cycleUnits.find('2022-gl', 'u3')).toBeUndefined();
  });

  it('does not take a unit that the register does not have', async () => {
    const stranger = { cycle: '2022-gl', unit: 'nobody', shard: 0, joinedOn: '2022-01-05', leftOn: null, reason: null };
    await expect(record.write((tx) => tx.cycleUnits.insertMany([stranger]))).rejects.toThrow(/FOREIGN KEY/i);
  });

  it('opens and freezes a round once, and keeps what was frozen', async () => {
    const report = { ranking: [{ unit: 'u1', score: 91.5 }] };
    expect(await record.write((tx) => tx.quarterRounds.open('2022-gl', 'Q1', at))).toBe(true);
    expect(await record.write((tx) => tx.quarterRounds.open('2022-gl', 'Q1', at + 1))).toBe(false);
    expect(await record.write((tx) => tx.quarterRounds.freeze('2022-gl', 'Q1', report, at + 2))).toBe(true);
    expect(await record.write((tx) => tx.quarterRounds.freeze('2022-gl', 'Q1', {}, at + 3))).toBe(false);
    expect(await record.read.quarterRounds.find('2022-gl', 'Q1')).toEqual({ cycle: '2022-gl', quarter: 'Q1', state: 'frozen', openedAt: at, frozenAt: at + 2, frozen: report });
    await record.write((tx) => tx.quarterRounds.open('2022-gl', 'Q2', at));
    expect(await record.write((tx) => tx.quarterRounds.cancelOpen('2022-gl'))).toBe(1);
    expect((await record.read.quarterRounds.list('2022-gl')).map(({ state }) => state)).toEqual(['frozen', 'cancelled']);
  });

  it('keeps the old figure beside the restated one', async () => {
    const restated = { cycle: '2022-gl', quarter: 'Q1', unit: 'u1', target: 't1', before: { value: 90 }, after: null, submission: 'report/2022-gl/Q1/u1/v2', at } as const;
    await record.write((tx) => tx.quarterRounds.restate([restated]));
    expect(await record.read.quarterRounds.restatements('2022-gl')).toEqual([restated]);
    expect(await record.read.quarterRounds.restatements('2022-gl', 'Q2')).toEqual([]);
  });
});
