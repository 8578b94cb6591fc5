import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestRecord, type TestRecord } from '../support/record.ts';

const cycle = '2022-gl';

describe('the figures of reports', () => {
  let record: TestRecord;
  beforeAll(async () => {
    record = await openTestRecord();
    await record.write(async (tx) => {
      await tx.figureMarks.replace(cycle, 'Q1', 'so-a', ['a', 'b', 'c']);
      await tx.figureMarks.replace(cycle, 'Q1', 'so-b', ['a', 'b', 'd']);
      await tx.figureMarks.replace(cycle, 'Q1', 'so-c', ['a']);
      await tx.figureMarks.replace(cycle, 'Q2', 'so-d', ['a', 'b', 'c']);
    });
  });
  afterAll(() => record.close());

  const alike = (unit: string, ...marks: readonly string[]): Promise<unknown> => record.read.figureMarks.mostAlike(cycle, 'Q1', unit, marks);

  it('find the other unit of the quarter that shares most', async () => {
    expect(await alike('so-x', 'a', 'b', 'c')).toEqual({ unit: 'so-a', same: 3 });
    expect(await alike('so-a', 'a', 'b', 'c')).toEqual({ unit: 'so-b', same: 2 });
  });

  it('find none where none is shared, or there is nothing to share', async () => {
    expect(await alike('so-x', 'z')).toBeUndefined();
    expect(await alike('so-x')).toBeUndefined();
    expect(await record.read.figureMarks.mostAlike('2023-gl', 'Q1', 'so-x', ['a'])).toBeUndefined();
  });

  it('are those of the latest report only', async () => {
    await record.write((tx) => tx.figureMarks.replace(cycle, 'Q1', 'so-a', ['y']));
    expect(await alike('so-x', 'a', 'b', 'c')).toEqual({ unit: 'so-b', same: 2 });
  });
});
