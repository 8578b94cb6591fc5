import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApplicationFailure } from '@temporalio/common';
import { atTime } from '../../domain/plain-date.ts';
import { aSituation, imageOf, putPlan, putReport, type Situation } from './situation.ts';

let here: Situation;
beforeEach(async () => {
  here = await aSituation(['so-a', 'so-b']);
});
afterEach(() => here.record.close());

/** Does it twice: the second time nothing may change. */
async function twice<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const first = await work();
  const image = await imageOf(here);
  expect(await work()).toEqual(first);
  expect(await imageOf(here)).toEqual(image);
  return first;
}

describe('remind', () => {
  it('is idempotent: a rung goes out once', async () => {
    const id = await putPlan(here, 'so-a');
    const at = here.itIs('2021-10-15 08:00');
    const view = await twice(() => here.activities.remind(id, at));
    expect(here.sent.map(({ rung, to, unit, escalation }) => [rung, to, unit, escalation])).toEqual([['plan/r1/2021-10-29/-10', 'unit', 'so-a', false]]);
    expect(view.rungs[0]?.key).toBe('plan/r1/2021-10-29/-5');
  });

  it('sends the latest rung alone after days without a worker', async () => {
    const id = await putPlan(here, 'so-a');
    await here.activities.remind(id, here.itIs('2021-11-03 10:00'));
    expect(here.sent.map(({ to, escalation }) => [to, escalation])).toEqual([['secretariat', true]]);
  });

  it('sends the latest rung of a report alone after days without a worker', async () => {
    const id = await putReport(here, 'so-a');
    await here.record.write((tx) => tx.cycles.claim(here.cycle.id, 1, { state: 'reporting' }));
    await here.activities.remind(id, here.itIs('2022-03-22 10:00'));
    expect(here.sent.map(({ to, rung }) => [to, rung])).toEqual([['leader', 'report/r1/2022-03-21/+1']]);
  });

  it('sends nothing before its time, in a pause, and to nobody who has submitted', async () => {
    const early = await putPlan(here, 'so-a');
    const submitted = await putPlan(here, 'so-b', { state: 'submitted', submittedAt: atTime('2021-10-14', '09:00') });
    await here.activities.remind(early, here.itIs('2021-10-14 08:00'));
    await here.activities.remind(submitted, here.itIs('2021-10-15 08:00'));
    await here.record.write((tx) => tx.cycles.claim(here.cycle.id, 1, { pausedAt: 1 }));
    await here.activities.remind(early, here.itIs('2021-10-15 08:00'));
    expect(here.sent).toEqual([]);
  });

  it('trusts the workflow that its date has come, also where this machine is behind', async () => {
    const id = await putPlan(here, 'so-a');
    here.itIs('2021-10-15 07:59');
    await here.activities.remind(id, atTime('2021-10-15', '08:00'));
    expect(here.sent).toHaveLength(1);
  });
});

describe('the steps of a plan', () => {
  it('startAppraisal is idempotent: each aspect is asked once', async () => {
    const id = await putPlan(here, 'so-a', { state: 'submitted', contentHash: 'h1', submittedAt: atTime('2021-10-28', '16:00') });
    const at = here.itIs('2021-10-29 08:00');
    const view = await twice(() => here.activities.startAppraisal(id, at));
    expect(view).toMatchObject({ state: 'appraisal', version: 2, opinionsOpen: ['investment', 'recurrent', 'security', 'technical'] });
    expect((await here.record.read.duties.find(id))?.due).toBe('2021-11-05');
    expect((await here.record.read.opinions.listOf(id)).every(({ contentHash, due }) => contentHash === 'h1' && due === '2021-11-05')).toBe(true);
  });

  it('startAppraisal does nothing to a plan that was withdrawn meanwhile', async () => {
    const id = await putPlan(here, 'so-a');
    expect(await here.activities.startAppraisal(id, here.itIs('2021-10-29 08:00'))).toMatchObject({ state: 'draft', version: 1 });
  });

  it('requestConclusion is idempotent', async () => {
    const id = await putPlan(here, 'so-a', { state: 'submitted', contentHash: 'h1', submittedAt: atTime('2021-10-28', '16:00') });
    await here.activities.startAppraisal(id, here.itIs('2021-10-29 08:00'));
    expect(await here.activities.requestConclusion(id, here.itIs('2021-11-08 08:00'))).toMatchObject({ state: 'appraisal' });
    const at = here.itIs('2021-11-11 08:00');
    const view = await twice(() => here.activities.requestConclusion(id, at));
    expect(view.state).toBe('conclusion');
    expect((await here.record.read.duties.find(id))?.due).toBe('2021-11-16');
  });

  it('lapse is idempotent, and tells the cycle when it was the last plan', async () => {
    const id = await putPlan(here, 'so-a');
    const at = here.itIs('2021-12-11 00:00');
    expect((await twice(() => here.activities.lapse(id, at))).state).toBe('lapsed');
    const messages = await here.record.write((tx) => tx.outbox.lease('test', 10, Date.now(), 0));
    expect(messages.map(({ workflowId, act }) => [workflowId, act]).slice(-1)).toEqual([[`cycle/${here.cycle.id}`, 'plansEnded']]);
  });

  it('lapse spares a plan that was extended meanwhile', async () => {
    const id = await putPlan(here, 'so-a', { due: '2021-12-20' });
    expect((await here.activities.lapse(id, here.itIs('2021-12-11 00:00'))).state).toBe('draft');
  });
});

describe('the steps of a report', () => {
  beforeEach(async () => {
    await here.record.write((tx) => tx.cycles.claim(here.cycle.id, 1, { state: 'reporting' }));
  });

  it('closeMissing is idempotent', async () => {
    const id = await putReport(here, 'so-a');
    const at = here.itIs('2022-03-30 00:00');
    expect((await twice(() => here.activities.closeMissing(id, at))).state).toBe('missing');
  });

  it('closeUnreviewed is idempotent', async () => {
    const id = await putReport(here, 'so-a', { state: 'submitted', submittedAt: 1 });
    const at = here.itIs('2022-03-30 00:00');
    expect((await twice(() => here.activities.closeUnreviewed(id, at))).state).toBe('unreviewed');
  });

  it('a report submitted at the last moment is not missing', async () => {
    const id = await putReport(here, 'so-a', { state: 'submitted', submittedAt: 1 });
    expect((await here.activities.closeMissing(id, here.itIs('2022-03-30 00:00'))).state).toBe('submitted');
  });
});

describe('a duty that the record does not know', () => {
  it('ends its workflow: trying again cannot help', async () => {
    const failure = await here.activities.readDuty('plan/2022-x/nobody').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'Refused/not-found', nonRetryable: true });
  });
});
