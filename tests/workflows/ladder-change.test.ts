import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../api/use-cases/caller.ts';
import type { Desk } from '../../api/use-cases/desk.ts';
import { changeLadder } from '../../api/use-cases/ladder.ts';
import { createRegisters } from '../../api/use-cases/registers.ts';
import type { Ladders } from '../../domain/cycle.ts';
import type { PlainDate } from '../../domain/date.ts';
import { directiveId, directiveWorkflowId, reportDutyId } from '../../domain/ids.ts';
import { atTime, dateOf } from '../../domain/plain-date.ts';
import type { Standing } from '../../workflows/messages/standing.ts';
import { until } from '../support/until.ts';
import { clockFrom } from './clocks.ts';
import { secretariat } from './people.ts';
import { aCycle, openProvince, type Province } from './province.ts';

/** Seven in the morning of Tuesday 2022-03-15, at real speed: what is reminded of here is so because of the ladder, not because time passes. Q1 is due on Monday 2022-03-21, the directive on Friday the 18th. */
let province: Province;
const report = (): string => reportDutyId(province.cycle.id, 'Q1', 'so-a');
const directive = (): string => directiveWorkflowId(province.cycle.id, 1);
const standing = (id: string): Promise<Standing | undefined> => province.client.workflow.getHandle(id).query<Standing>('standing').catch(() => undefined);
/** The day on which a workflow acts next; null: on none. */
const waitsFor = async (id: string): Promise<PlainDate | null | undefined> => {
  const now = await standing(id);
  return now?.next ? dateOf(now.next.at) : now && null;
};
const reminded = async (): Promise<readonly string[]> => (await Promise.all([report(), directiveId(province.cycle.id, 1)].map((id) => province.record.read.reminders.listOf(id)))).flat().map(({ rung }) => rung);
const told = () => until('nobody is left to tell', async () => (await province.record.read.outbox.backlog(Date.now())).count === 0);
const versionNow = async () => (await province.record.read.cycles.find(province.cycle.id))?.version;

beforeAll(async () => {
  province = await openProvince({ clock: () => clockFrom('2022-03-15', 86_400_000, '2022-05-10'), units: ['so-a'], cycle: (clock) => aCycle(clock, { state: 'reporting', version: 4, publishedAt: atTime('2021-10-01', '09:00') }) });
  const { record, cycle } = province;
  await record.write(async (tx) => {
    await tx.directives.insert({ id: directiveId(cycle.id, 1), cycle: cycle.id, number: 1, version: 1, text: 'Rà soát', unit: 'so-a', due: '2022-03-18', quarter: null, target: null, state: 'open', decidedAt: atTime('2022-03-01', '09:00'), decidedBy: 'x', doneAt: null, evidence: null });
    await tx.outbox.append([{ workflowId: directive(), workflowType: 'directive', act: 'decideDirective', version: 1 }], province.now());
  });
  await until('both wait', async () => (await waitsFor(report())) === '2022-03-16' && (await waitsFor(directive())) === '2022-03-17');
  await told();
});
afterAll(() => province.close());

const change = (ladder: Partial<Ladders>) => {
  const { record, cycle } = province;
  const desk = { record, registers: createRegisters(record, Date.now), now: Date.now } as unknown as Desk;
  return changeLadder(desk, { actor: secretariat } as unknown as Caller, { cycle: cycle.id, ladder, reason: 'Họp sớm' });
};
const other = { report: [{ days: -5, to: 'unit' }, { days: -4, to: 'unit' }, { days: 0, to: 'unit' }], directive: [{ days: -4, to: 'unit' }, { days: -2, to: 'unit' }, { days: 0, to: 'unit' }] } as const satisfies Partial<Ladders>;

it('another ladder moves the timers of what is open, and nothing that has passed is sent because of it', async () => {
  const sent = await reminded();
  expect(sent).toEqual(['directive/r1/2022-03-18/-5']); // missed while nobody was there, made up for before the change
  await change(other);
  await until('both wait for their new days', async () => (await waitsFor(report())) === '2022-03-15' && (await waitsFor(directive())) === '2022-03-16');
  await told();
  expect(await reminded()).toEqual(sent);
});

it('the same again tells nobody', async () => {
  const before = await versionNow();
  await change(other);
  expect([await versionNow(), (await province.record.read.outbox.backlog(Date.now())).count]).toEqual([before, 0]);
});

it('a ladder whose rungs have all passed waits for nothing, and sends nothing', async () => {
  const sent = await reminded();
  await change({ directive: [{ days: -8, to: 'unit' }, { days: -6, to: 'leader' }] });
  await until('nothing is waited for', async () => (await waitsFor(directive())) === null);
  expect(await waitsFor(report())).toBe('2022-03-15');
  await told();
  expect(await reminded()).toEqual(sent);
});
