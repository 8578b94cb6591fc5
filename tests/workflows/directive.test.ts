import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Directive } from '../../domain/directive.ts';
import { directiveId, directiveWorkflowId } from '../../domain/ids.ts';
import { dateOf, addDays } from '../../domain/plain-date.ts';
import type { DirectiveChanges } from '../../domain/ports/directives.ts';
import { rebuildWorkflows } from '../../relay/rebuild.ts';
import type { Standing } from '../../workflows/messages/standing.ts';
import { until } from '../support/until.ts';
import { clockFrom } from './clocks.ts';
import { aCycle, openProvince, type Province } from './province.ts';

let province: Province;
beforeAll(async () => {
  // From Monday 7 March 2022 a calendar day passes in a quarter of a second, until the end of the year.
  province = await openProvince({ clock: () => clockFrom('2022-03-07', 250, '2022-12-31'), units: ['so-a'], cycle: (clock) => aCycle(clock, { state: 'guidance' }) });
});
afterAll(() => province.close());

const idOf = (number: number): string => directiveWorkflowId(province.cycle.id, number);
const standingOf = async (number: number): Promise<Standing | undefined> => province.client.workflow.getHandle(idOf(number)).query<Standing>('standing').catch(() => undefined);
const statusOf = async (number: number): Promise<string | undefined> => (await province.client.workflow.getHandle(idOf(number)).describe().catch(() => undefined))?.status.name;
const reminded = async (number: number) => (await province.record.read.reminders.listOf(directiveId(province.cycle.id, number))).map(({ rung, to }) => [rung.split('/').slice(2).join(' '), to]);

/** As the use-case does it; without a message the workflow server knows nothing of it. */
async function decide(number: number, due: string, withMessage = true): Promise<void> {
  const directive: Directive = {
    id: directiveId(province.cycle.id, number), cycle: province.cycle.id, number, version: 1, text: 'Rà soát', unit: 'so-a', due, quarter: null, target: null, state: 'open', decidedAt: province.now(), decidedBy: 'x', doneAt: null, evidence: null,
  };
  await province.record.write(async (tx) => {
    await tx.directives.insert(directive);
    if (withMessage) await tx.outbox.append([{ workflowId: idOf(number), workflowType: 'directive', act: 'decideDirective', version: 1 }], province.now());
  });
}

const inDays = (days: number): string => addDays(dateOf(province.now()), days);

async function change(number: number, act: string, changes: DirectiveChanges): Promise<void> {
  await province.record.write(async (tx) => {
    const id = directiveId(province.cycle.id, number);
    const before = await tx.directives.find(id);
    const after = await tx.directives.claim(id, before?.version ?? 0, changes);
    await tx.audit.append([{ at: province.now(), actor: 'x', act, cycle: province.cycle.id, unit: 'so-a', subject: id, outcome: 'done', details: {} }]);
    await tx.outbox.append([{ workflowId: idOf(number), workflowType: 'directive', act, version: after?.version ?? 0 }], province.now());
  });
}

describe.concurrent('a directive', () => {
  it('reminds its unit, then its leader, the secretariat and the committee, each once', async ({ expect }) => {
    const due = inDays(45);
    await decide(1, due);
    await until('it was escalated to the committee', async () => (await reminded(1)).some(([, to]) => to === 'committee'));
    expect(await reminded(1)).toEqual([[`${due} -5`, 'unit'], [`${due} -1`, 'unit'], [`${due} 0`, 'unit'], [`${due} +1`, 'leader'], [`${due} +3`, 'secretariat'], [`${due} +5`, 'committee']]);
    expect(await standingOf(1)).toMatchObject({ state: 'open', next: null });
    await change(1, 'completeDirective', { state: 'done', doneAt: province.now(), evidence: 'Công văn 12' });
    await until('its workflow has ended', async () => (await statusOf(1)) === 'COMPLETED');
  });

  it('that is done is not reminded of any more', async ({ expect }) => {
    const due = inDays(100);
    await decide(2, due);
    await until('it is followed', async () => (await standingOf(2))?.next?.step === 'remindDirective');
    await change(2, 'completeDirective', { state: 'done', doneAt: province.now(), evidence: 'Công văn 13' });
    await until('its workflow has ended', async () => (await statusOf(2)) === 'COMPLETED');
    await until('its date has passed', async () => dateOf(province.now()) > due);
    expect(await reminded(2)).toEqual([]);
  });

  it('with another date is reminded of by that date', async ({ expect }) => {
    await decide(3, inDays(120));
    await until('it is followed', async () => (await standingOf(3))?.version === 1);
    const due = inDays(30);
    await change(3, 'reviseDirective', { due });
    await until('it is overdue by the new date', async () => (await reminded(3)).some(([rung]) => rung?.endsWith('+1')));
    expect((await reminded(3)).every(([rung]) => rung?.startsWith(due))).toBe(true);
  });

  it('without a workflow gets one from the comparison with the record, once', async ({ expect }) => {
    await decide(4, inDays(90), false);
    expect(await standingOf(4)).toBeUndefined();
    const rebuild = () => rebuildWorkflows({ record: province.record, client: province.client, taskQueue: province.taskQueue });
    await rebuild();
    await until('it is followed', async () => (await standingOf(4))?.next);
    const { runId } = await province.client.workflow.getHandle(idOf(4)).describe();
    await rebuild();
    expect((await province.client.workflow.getHandle(idOf(4)).describe()).runId).toBe(runId);
  });
});
