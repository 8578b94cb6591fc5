import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { aDraft, aDuty, aPlanContent, aSubmission, at, fill } from './rows.ts';

const units = Array.from({ length: 7 }, (_, index) => `u${index}`);
const idOf = (unit: string): string => `plan/2022-gl/${unit}`;

describe('duties in the record', () => {
  let record: TestRecord;
  beforeAll(async () => {
    record = await openTestRecord();
    await fill(record, units);
  });
  afterAll(() => record.close());

  it('inserts only those that are missing', async () => {
    expect(await record.write((tx) => tx.duties.insertMissing([aDuty('u0', { due: '2099-01-01' }), aDuty('u7')]))).toBe(1);
    expect(await record.read.duties.find(idOf('u0'))).toEqual(aDuty('u0'));
  });

  it('answers a claim with the whole row after it', async () => {
    const changes = { state: 'submitted', late: true, submission: 's', contentHash: 'h', submittedAt: at, due: '2022-02-01' } as const;
    expect(await record.write((tx) => tx.duties.claim(idOf('u1'), 1, changes))).toEqual({ ...aDuty('u1'), ...changes, version: 2 });
    expect(await record.write((tx) => tx.duties.claim(idOf('u1'), 1, { state: 'draft' }))).toBeUndefined();
    expect(await record.write((tx) => tx.duties.claim('plan/2022-gl/none', 1, {}))).toBeUndefined();
  });

  it('has one winner among fifty claims of one version', async () => {
    const claims = Array.from({ length: 50 }, (_, n) => record.write((tx) => tx.duties.claim(idOf('u2'), 1, { contentHash: `h${n}` })));
    const won = (await Promise.all(claims)).filter((duty) => duty !== undefined);
    expect(won).toHaveLength(1);
    expect(await record.read.duties.find(idOf('u2'))).toEqual(won[0]);
  });

  it('filters and counts', async () => {
    expect((await record.read.duties.all({ cycle: '2022-gl', states: ['submitted'] })).map(({ unit }) => unit)).toEqual(['u1']);
    expect(await record.read.duties.count({ cycle: '2022-gl', kind: 'plan', dueBefore: '2022-01-26' })).toBe(7);
    expect(await record.read.duties.count({ quarter: 'Q1' })).toBe(0);
    expect(await record.read.duties.countByState('2022-gl', 'plan')).toEqual({ draft: 7, submitted: 1 });
  });

  it.each(['unit', '-unit', 'due', '-due', 'state', '-state'] as const)('walks the pages in the order of %s, each row once', async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await record.read.duties.list({ cycle: '2022-gl' }, { sort, limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.total).toBe(8);
      seen.push(...page.items.map((duty) => duty[sort.replace('-', '') as 'unit' | 'due' | 'state']));
      cursor = page.next;
    } while (cursor !== undefined);
    const inOrder = [...seen].sort();
    expect(seen).toEqual(sort.startsWith('-') ? inOrder.reverse() : inOrder);
    expect(seen).toHaveLength(8);
  });

  it('refuses a cursor that it did not make', async () => {
    await expect(record.read.duties.list({}, { cursor: 'xx' })).rejects.toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/cursor' }] });
  });

  it('replaces a draft only under the version that was read', async () => {
    await record.write((tx) => tx.drafts.insertMany([aDraft('u3')]));
    expect(await record.read.drafts.find(idOf('u3'))).toEqual(aDraft('u3'));
    const content = aPlanContent('u3', 5);
    const save = (unit: string, expected: number) => record.write((tx) => tx.drafts.save(idOf(unit), expected, content, at + 1, 'account:b'));
    expect(await save('u3', 0)).toBeUndefined();
    expect(await save('u3', 1)).toEqual({ duty: idOf('u3'), version: 2, content, savedAt: at + 1, savedBy: 'account:b' });
    expect(await save('u3', 1)).toBeUndefined();
    expect(await save('u4', 0)).toMatchObject({ version: 1 });
    expect(await record.read.drafts.find(idOf('u3'))).toMatchObject({ version: 2, content });
  });

  it('keeps every version of a submission, and finds the latest of many', async () => {
    await record.write(async (tx) => {
      await tx.submissions.insert(aSubmission('u5', 1));
      await tx.submissions.insert(aSubmission('u5', 2, { correction: true, reason: 'Nhầm số liệu', changes: ['/targets/0/value'] }));
      await tx.submissions.insert(aSubmission('u6', 1));
    });
    const second = aSubmission('u5', 2, { correction: true, reason: 'Nhầm số liệu', changes: ['/targets/0/value'] });
    expect(await record.read.submissions.find(second.id)).toEqual(second);
    expect((await record.read.submissions.listOf(idOf('u5'))).map(({ number }) => number)).toEqual([1, 2]);
    expect(await record.read.submissions.latestOf(idOf('u5'))).toEqual(second);
    expect(await record.read.submissions.latestOfMany([idOf('u5'), idOf('u6'), idOf('u0')])).toEqual(new Map([[idOf('u5'), second], [idOf('u6'), aSubmission('u6', 1)]]));
    expect(await record.read.submissions.latestOfMany([])).toEqual(new Map());
    await expect(record.write((tx) => tx.submissions.insert(aSubmission('u5', 2)))).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('takes 2,000 duties and drafts at once', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `m${index}`);
    expect(await record.write((tx) => tx.duties.insertMissing(many.map((unit) => aDuty(unit, { quarter: 'Q4' }))))).toBe(2_000);
    await record.write((tx) => tx.drafts.insertMany(many.map(aDraft)));
    expect(await record.read.duties.count({ quarter: 'Q4' })).toBe(2_000);
  });
});
