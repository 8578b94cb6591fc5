import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directiveId, planDutyId } from '../../domain/ids.ts';
import { isStillAwaited } from '../../notify/still-awaited.ts';
import { at } from '../prisma/rows.ts';
import type { TestRecord } from '../support/record.ts';
import { aMailRecord, aReminder, cycle } from './situation.ts';

let record: TestRecord;
beforeEach(async () => {
  record = await aMailRecord();
});
afterEach(() => record.close());

const duty = planDutyId(cycle, 'b');
/** Of each mail that is owed about `subject`: whether it is worth sending still. */
async function worth(subject: string): Promise<readonly (readonly [kind: string, isWorth: boolean])[]> {
  const { items } = await record.read.deliveries.list({ subject, unit: 'b' }, {}, 'oldest');
  return Promise.all(items.map(async (delivery) => [delivery.kind, await isStillAwaited(record.read, delivery)] as const));
}

describe('a mail that has not gone', () => {
  it('is a reminder of a plan only while its own ladder counts: not after a submission, nor after a return', async () => {
    await record.write((tx) => tx.reminders.insertMissing([aReminder('b')]));
    expect(await worth(duty)).toEqual([['reminder', true]]);
    await record.write((tx) => tx.duties.claim(duty, 1, { state: 'submitted', submittedAt: at }));
    expect(await worth(duty)).toEqual([['reminder', false]]);
    await record.write((tx) => tx.duties.claim(duty, 2, { state: 'returned', round: 2, due: '2022-02-10' }));
    await record.write((tx) => tx.reminders.insertMissing([aReminder('b', { rung: 'revision/r2/2022-02-10/-1' })]));
    expect(await worth(duty)).toEqual([['reminder', false], ['reminder', true]]);
  });

  it('tells of a date only while that is the date', async () => {
    const notice = { to: 'agency/b', kind: 'extension', cycle, subject: duty, detail: 'extend/2022-01-25', due: '2022-02-10', at } as const;
    await record.write(async (tx) => {
      await tx.duties.claim(duty, 1, { due: '2022-02-10' });
      await tx.notices.tell([{ notice, unit: 'b', rung: 'moved/v2' }]);
    });
    expect(await worth(duty)).toEqual([['extension', true]]);
    await record.write((tx) => tx.duties.claim(duty, 2, { due: '2022-02-20' }));
    expect(await worth(duty)).toEqual([['extension', false]]);
  });

  it('is a reminder of a directive until that is done or has another date; what was decided is told all the same', async () => {
    const id = directiveId(cycle, 1);
    await record.write(async (tx) => {
      await tx.directives.insert({ id, cycle, number: 1, version: 1, text: 'Rà soát', unit: 'b', due: '2022-03-21', quarter: null, target: null, state: 'open', decidedAt: at, decidedBy: 'x', doneAt: null, evidence: null });
      await tx.reminders.insertMissing([aReminder('b', { duty: null, directive: id, rung: 'directive/r1/2022-03-21/-1' })]);
    });
    expect(await worth(id)).toEqual([['directive', true], ['reminder', true]]);
    await record.write((tx) => tx.directives.claim(id, 1, { due: '2022-04-21' }));
    expect(await worth(id)).toEqual([['directive', true], ['reminder', false]]);
    await record.write((tx) => tx.directives.claim(id, 2, { due: '2022-03-21', state: 'done', doneAt: at }));
    expect(await worth(id)).toEqual([['directive', true], ['reminder', false]]);
  });
});
