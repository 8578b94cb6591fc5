import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directive } from '../../domain/directive.ts';
import { directiveId, directiveWorkflowId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import { aSituation, type Situation } from './situation.ts';

let here: Situation;
let workflow: string;
beforeEach(async () => {
  here = await aSituation(['so-a'], { state: 'reporting' });
  workflow = directiveWorkflowId(here.cycle.id, 1);
  await put();
});
afterEach(() => here.record.close());

const id = () => directiveId(here.cycle.id, 1);
const put = (more: Partial<Directive> = {}) => here.record.write((tx) => tx.directives.insert({
  id: id(), cycle: here.cycle.id, number: 1, version: 1, text: 'Rà soát', unit: 'so-a', due: '2022-03-25', quarter: null, target: null, state: 'open', decidedAt: atTime('2022-03-07', '15:00'), decidedBy: 'x', doneAt: null, evidence: null, ...more,
}));
const sent = () => here.sent.map(({ rung, to, unit, escalation, duty, directive }) => [rung, to, unit, escalation, duty, directive]);

describe('remindDirective', () => {
  it('is idempotent: a rung goes out once, and stands among the reminders of the directive', async () => {
    const at = here.itIs('2022-03-18 08:00');
    const view = await here.activities.remindDirective(workflow, at);
    expect(await here.activities.remindDirective(workflow, at)).toEqual(view);
    expect(sent()).toEqual([['directive/r1/2022-03-25/-5', 'unit', 'so-a', false, null, id()]]);
    expect((await here.record.read.reminders.listOf(id())).map(({ rung }) => rung)).toEqual(['directive/r1/2022-03-25/-5']);
    expect((await here.record.read.deliveries.list({ subject: id() }, {})).items.filter(({ kind }) => kind === 'reminder')).toHaveLength(1);
    expect(view.rungs[0]?.key).toBe('directive/r1/2022-03-25/-1');
  });

  it('sends the latest rung alone after days without a worker: to the secretariat, as an escalation', async () => {
    await here.activities.remindDirective(workflow, here.itIs('2022-03-30 10:00'));
    expect(sent()).toEqual([['directive/r1/2022-03-25/+3', 'secretariat', 'so-a', true, null, id()]]);
    const [notice] = (await here.record.read.notices.list('x', ['secretariat'], {})).items;
    expect(notice).toMatchObject({ kind: 'escalation', subject: id(), detail: 'directive', due: '2022-03-25' });
  });

  it('sends nothing before its time, nothing in a pause, and nothing of what is done', async () => {
    await here.activities.remindDirective(workflow, here.itIs('2022-03-17 08:00'));
    await here.record.write((tx) => tx.cycles.claim(here.cycle.id, 1, { pausedAt: 1 }));
    await here.activities.remindDirective(workflow, here.itIs('2022-03-18 08:00'));
    await here.record.write((tx) => tx.cycles.claim(here.cycle.id, 2, { pausedAt: null }));
    await here.record.write((tx) => tx.directives.claim(id(), 1, { state: 'done', doneAt: atTime('2022-03-18', '07:00'), evidence: 'Công văn 12' }));
    expect(await here.activities.remindDirective(workflow, here.itIs('2022-03-18 08:00'))).toMatchObject({ state: 'over', rungs: [] });
    expect(sent()).toEqual([]);
  });

  it('makes up for nothing of a nearer date that it was given just now', async () => {
    const at = here.itIs('2022-03-14 10:00');
    await here.record.write(async (tx) => {
      await tx.directives.claim(id(), 1, { due: '2022-03-17' });
      await tx.audit.append([{ at, actor: 'x', act: 'reviseDirective', cycle: here.cycle.id, unit: 'so-a', subject: id(), outcome: 'done', details: {} }]);
    });
    await here.activities.remindDirective(workflow, at);
    expect(sent()).toEqual([]);
    expect((await here.activities.readDirective(workflow)).rungs[0]?.key).toBe('directive/r1/2022-03-17/-1');
  });

  it('remembers since when it is waited for behind any number of notes', async () => {
    const at = here.itIs('2022-03-14 10:00');
    const row = { at, actor: 'x', cycle: here.cycle.id, unit: 'so-a', subject: id(), outcome: 'done', details: {} } as const;
    await here.record.write(async (tx) => {
      await tx.directives.claim(id(), 1, { due: '2022-03-17' });
      await tx.audit.append([{ ...row, act: 'reviseDirective' }, ...Array.from({ length: 120 }, () => ({ ...row, act: 'noteProgress' }))]);
    });
    expect((await here.activities.readDirective(workflow)).rungs[0]?.key).toBe('directive/r1/2022-03-17/-1');
  });

  it('counts from the new date once it is revised', async () => {
    await here.activities.remindDirective(workflow, here.itIs('2022-03-18 08:00'));
    const at = here.itIs('2022-03-21 10:00');
    await here.record.write(async (tx) => {
      await tx.directives.claim(id(), 1, { due: '2022-04-29' });
      await tx.audit.append([{ at, actor: 'x', act: 'reviseDirective', cycle: here.cycle.id, unit: 'so-a', subject: id(), outcome: 'done', details: {} }]);
    });
    expect((await here.activities.readDirective(workflow)).rungs.map(({ key }) => key)[0]).toBe('directive/r1/2022-04-29/-5');
    await here.activities.remindDirective(workflow, here.itIs('2022-04-22 08:00'));
    expect(here.sent.map(({ rung }) => rung)).toEqual(['directive/r1/2022-03-25/-5', 'directive/r1/2022-04-29/-5']);
  });
});
