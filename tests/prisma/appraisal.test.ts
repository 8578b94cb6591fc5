import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision, Reminder } from '../../domain/duty.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { anOpinion, at, fill } from './rows.ts';

const duty = 'plan/2022-gl/u1';
const aReminder = (rung: string, more: Partial<Reminder> = {}): Reminder => ({ id: `${duty}/${rung}`, cycle: '2022-gl', duty, unit: 'u1', rung, to: 'unit', escalation: false, dueAt: at, sentAt: at, ...more });

describe('opinions, decisions and reminders in the record', () => {
  let record: TestRecord;
  beforeAll(async () => {
    record = await openTestRecord();
    await fill(record, ['u1', 'u2']);
  });
  afterAll(() => record.close());

  it('asks for an opinion once and takes one answer', async () => {
    const asked = [anOpinion('u1', 'technical'), anOpinion('u1', 'security', { appraiser: 'ca' })];
    expect(await record.write((tx) => tx.opinions.insertMissing(asked))).toBe(2);
    expect(await record.write((tx) => tx.opinions.insertMissing(asked))).toBe(0);
    const given = { answer: 'agree-with-changes', reason: 'Giảm 10%', lines: [{ line: 'l1', asked: 100, agreed: 90 }], givenAt: at, givenBy: 'account:x', contentHash: 'h2' } as const;
    const answer = () => record.write((tx) => tx.opinions.answer(`${duty}/r1/technical`, given));
    expect(await answer()).toBe(true);
    expect(await answer()).toBe(false);
    expect(await record.read.opinions.find(`${duty}/r1/technical`)).toEqual({ ...anOpinion('u1', 'technical'), ...given });
    expect((await record.read.opinions.listOf(duty, 1)).map(({ aspect }) => aspect)).toEqual(['security', 'technical']);
    expect(await record.read.opinions.listOf(duty, 2)).toEqual([]);
  });

  it('lists what is asked now: in appraisal, of the present round, not answered', async () => {
    expect(await record.read.opinions.listOpen('2022-gl')).toEqual([]);
    await record.write((tx) => tx.duties.claim(duty, 1, { state: 'appraisal', round: 2 }));
    await record.write((tx) => tx.opinions.insertMissing([anOpinion('u1', 'technical', { id: `${duty}/r2/technical`, round: 2 })]));
    expect((await record.read.opinions.listOpen('2022-gl')).map(({ id }) => id)).toEqual([`${duty}/r2/technical`]);
    expect(await record.read.opinions.listOpen('2022-gl', 'ca')).toEqual([]);
  });

  it('keeps decisions with the reasons pinned to places', async () => {
    const decision: Decision = { id: 'd1', duty, round: 1, kind: 'returnPlan', reason: 'Chưa có căn cứ', pinned: [{ pointer: '/budget/0', text: 'Thiếu dự toán' }], contentHash: 'h', decidedAt: at, decidedBy: 'account:x' };
    await record.write((tx) => tx.decisions.insert(decision));
    expect(await record.read.decisions.listOf(duty)).toEqual([decision]);
    expect(await record.read.decisions.listOfCycle('2022-gl')).toEqual([{ ...decision, unit: 'u1' }]);
  });

  it('records a reminder once, whoever tries again', async () => {
    const first = [aReminder('-5'), aReminder('0')];
    expect(await record.write((tx) => tx.reminders.insertMissing(first))).toEqual(first);
    const again = [aReminder('0', { id: 'other id' }), aReminder('0', { id: 'leader', to: 'leader', escalation: true, sentAt: at + 1 })];
    expect(await record.write((tx) => tx.reminders.insertMissing(again))).toEqual([again[1]]);
    expect(await record.read.reminders.listOf(duty)).toHaveLength(3);
    expect(await record.read.reminders.count({ cycle: '2022-gl', escalation: true })).toBe(1);
  });

  it('lists reminders newest first, page by page', async () => {
    const first = await record.read.reminders.list({ cycle: '2022-gl' }, { limit: 2 });
    const second = await record.read.reminders.list({ cycle: '2022-gl' }, { limit: 2, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['leader', `${duty}/-5`, `${duty}/0`]);
    expect(second.next).toBeUndefined();
  });
});
