import { afterEach, describe, expect, it } from 'vitest';
import type { ComplianceReport } from '../../domain/compliance/report.ts';
import { cycleWorkflowId, quarterWorkflowId } from '../../domain/ids.ts';
import type { Directive } from '../../domain/directive.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import { aPlanDuty } from '../domain/view/situation.ts';
import { steer } from '../workflows/people.ts';
import { aSituation, imageOf, putPlan, putReport, type Situation } from './situation.ts';

let here: Situation;
afterEach(() => here.record.close());

const cycleWorkflow = (): string => cycleWorkflowId(here.cycle.id);
const round = (): string => quarterWorkflowId(here.cycle.id, 'Q1');

async function twice<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const first = await work();
  const image = await imageOf(here);
  expect(await work()).toEqual(first);
  expect(await imageOf(here)).toEqual(image);
  return first;
}

describe('openDuties', () => {
  it('is idempotent for plans: all of a shard, none twice, none of who has left', async () => {
    here = await aSituation(['so-a', 'so-b', 'so-c']);
    await here.record.write((tx) => tx.cycleUnits.leave(here.cycle.id, 'so-c', '2021-10-02', 'sáp nhập'));
    const ids = await twice(() => here.activities.openDuties(cycleWorkflow(), 0));
    expect(ids).toEqual([`plan/${here.cycle.id}/so-a`, `plan/${here.cycle.id}/so-b`]);
    expect(await here.activities.openDuties(cycleWorkflow(), 1)).toEqual([]);
  });

  it('is idempotent for reports, and opens them in an open round only', async () => {
    here = await aSituation(['so-a', 'so-b'], { state: 'reporting' });
    here.itIs('2022-03-14 08:00');
    expect(await here.activities.openDuties(round(), 0)).toEqual([]);
    await here.activities.openQuarter(cycleWorkflow(), 'Q1');
    expect(await twice(() => here.activities.openDuties(round(), 0))).toHaveLength(2);
    expect((await here.record.read.duties.all({ cycle: here.cycle.id, kind: 'report' })).map(({ due }) => due)).toEqual(['2022-03-21', '2022-03-21']);
  });
});

describe('startWorkflows', () => {
  it('is idempotent', async () => {
    here = await aSituation([]);
    const ids = Array.from({ length: 50 }, (_, index) => `plan/c/u${index}`);
    await here.activities.startWorkflows('unitPlan', ids, { kind: 'identity' });
    await here.activities.startWorkflows('unitPlan', ids, { kind: 'identity' });
    expect([...here.started].sort()).toEqual([...ids].sort());
  });
});

describe('the stages of a cycle', () => {
  it('openReporting is idempotent, and waits for the last plan or the approval date', async () => {
    here = await aSituation(['so-a']);
    await putPlan(here, 'so-a');
    expect((await here.activities.openReporting(cycleWorkflow(), here.itIs('2021-12-10 23:00'))).state).toBe('drafting');
    const at = here.itIs('2021-12-11 00:00');
    expect((await twice(() => here.activities.openReporting(cycleWorkflow(), at))).state).toBe('reporting');
  });

  it('openQuarter is idempotent', async () => {
    here = await aSituation(['so-a'], { state: 'reporting' });
    const view = await twice(() => here.activities.openQuarter(cycleWorkflow(), 'Q1'));
    expect(view.quarters.map(({ state }) => state)).toEqual(['open', 'ahead', 'ahead', 'ahead']);
  });

  it('startClosing is idempotent, and waits for the last round', async () => {
    here = await aSituation(['so-a'], { state: 'reporting' });
    for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4'] as const) {
      expect((await here.activities.startClosing(cycleWorkflow(), 0)).state).toBe('reporting');
      await here.activities.openQuarter(cycleWorkflow(), quarter);
      await here.record.write((tx) => tx.quarterRounds.freeze(here.cycle.id, quarter, {}, 1));
    }
    expect((await twice(() => here.activities.startClosing(cycleWorkflow(), 0))).state).toBe('closing');
  });

  it('closeYear is idempotent, ends what is still open and keeps the evaluation', async () => {
    here = await aSituation(['so-a'], { state: 'reporting' });
    const id = await putReport(here, 'so-a', { state: 'accepted' });
    await here.activities.openQuarter(cycleWorkflow(), 'Q1');
    await here.activities.freezeQuarter(round());
    const reopened = await putPlan(here, 'so-a', { state: 'returned' });
    const version = (await here.record.read.cycles.find(here.cycle.id))?.version ?? 0;
    await here.record.write((tx) => tx.cycles.claim(here.cycle.id, version, { state: 'closing' }));
    const at = here.itIs('2022-12-31 08:00');
    expect((await twice(() => here.activities.closeYear(cycleWorkflow(), at))).state).toBe('closed');
    expect((await here.record.read.duties.find(reopened))?.state).toBe('lapsed');
    expect((await here.record.read.duties.find(id))?.state).toBe('accepted');
    const { items } = await here.record.read.audit.list({ cycle: here.cycle.id, act: 'close' }, {});
    expect(items[0]?.details['evaluation']).toMatchObject({ year: 2022, units: [{ unit: 'so-a' }] });
  });

  it('cancelOpen is idempotent: duties and rounds', async () => {
    here = await aSituation(['so-a', 'so-b'], { state: 'reporting' });
    await putReport(here, 'so-a');
    await putReport(here, 'so-b', { state: 'accepted' });
    await here.activities.openQuarter(cycleWorkflow(), 'Q1');
    await steer(here.record, here.cycle.id, 'cancelCycle', 1);
    await twice(() => here.activities.cancelOpen(cycleWorkflow()));
    expect((await here.record.read.duties.all({ cycle: here.cycle.id })).map(({ state }) => state)).toEqual(['cancelled', 'accepted']);
    expect((await here.record.read.quarterRounds.find(here.cycle.id, 'Q1'))?.state).toBe('cancelled');
  });
});

describe('a round', () => {
  it('closeReports is idempotent, and leaves a report with an extension alone', async () => {
    here = await aSituation(['so-a', 'so-b', 'so-c'], { state: 'reporting' });
    await putReport(here, 'so-a');
    await putReport(here, 'so-b', { state: 'submitted', submittedAt: 1 });
    await putReport(here, 'so-c', { due: '2022-04-11' });
    await here.activities.openQuarter(cycleWorkflow(), 'Q1');
    const at = here.itIs('2022-03-30 01:00');
    const view = await twice(() => here.activities.closeReports(round(), at));
    expect((await here.record.read.duties.all({ cycle: here.cycle.id })).map(({ state }) => state)).toEqual(['missing', 'unreviewed', 'open']);
    expect(view.openReports).toBe(1);
  });

  it('freezeQuarter is idempotent: the report of the first time stays', async () => {
    here = await aSituation(['so-a', 'so-b'], { state: 'reporting' });
    await putReport(here, 'so-a', { state: 'accepted' });
    const open = await putReport(here, 'so-b');
    await here.activities.openQuarter(cycleWorkflow(), 'Q1');
    expect((await here.activities.freezeQuarter(round())).state).toBe('open');
    await here.record.write((tx) => tx.duties.claim(open, 1, { state: 'missing' }));
    await twice(() => here.activities.freezeQuarter(round()));
    const frozen = (await here.record.read.quarterRounds.find(here.cycle.id, 'Q1'))?.frozen as ComplianceReport;
    expect(frozen.totals.units).toBe(2);
  });

  it('freezeQuarter keeps the directives as they stood: open ones, overdue ones, those done since the report before', async () => {
    here = await aSituation(['so-a'], { state: 'reporting' });
    const put = (number: number, more: Partial<Directive>) => here.record.write((tx) => tx.directives.insert({
      id: `${here.cycle.id}-${number}`, cycle: here.cycle.id, number, version: 1, text: 'Rà soát', unit: 'so-a', due: '2022-06-20', quarter: null, target: null, state: 'open', decidedAt: 1, decidedBy: 'x', doneAt: null, evidence: null, ...more,
    }));
    await putReport(here, 'so-a', { state: 'accepted' });
    await here.activities.openQuarter(cycleWorkflow(), 'Q1');
    here.itIs('2022-03-30 08:00');
    await put(1, { state: 'done', doneAt: atTime('2022-03-25', '09:00'), evidence: 'Công văn 1' });
    await put(2, { due: '2022-03-25' });
    await here.activities.freezeQuarter(round());
    const standing = async (quarter: Quarter) => ((await here.record.read.quarterRounds.find(here.cycle.id, quarter))?.frozen as ComplianceReport).directives?.map(({ number, state, overdue }) => [number, state, overdue]);
    expect(await standing('Q1')).toEqual([[1, 'done', false], [2, 'open', true]]);
    await here.record.write((tx) => tx.duties.insertMissing([aPlanDuty({ id: `report/${here.cycle.id}/Q2/so-a`, cycle: here.cycle.id, unit: 'so-a', kind: 'report', quarter: 'Q2', state: 'accepted' })]));
    await here.activities.openQuarter(cycleWorkflow(), 'Q2');
    here.itIs('2022-06-10 08:00');
    await put(3, {});
    await here.record.write((tx) => tx.directives.claim(`${here.cycle.id}-2`, 1, { state: 'done', doneAt: atTime('2022-04-05', '09:00'), evidence: 'Công văn 2' }));
    await here.activities.freezeQuarter(quarterWorkflowId(here.cycle.id, 'Q2'));
    expect(await standing('Q2')).toEqual([[2, 'done', false], [3, 'open', false]]);
    expect(await standing('Q1')).toEqual([[1, 'done', false], [2, 'open', true]]);
  });
});

describe('after a pause', () => {
  const pausedFrom = async (from: string, to: string): Promise<void> => {
    await steer(here.record, here.cycle.id, 'pause', here.itIs(from));
    await steer(here.record, here.cycle.id, 'resume', here.itIs(to));
  };

  it('shiftDueDates is idempotent: working days are added once, to what was open', async () => {
    here = await aSituation(['so-a', 'so-b', 'so-c']);
    const open = await putPlan(here, 'so-a');
    const submitted = await putPlan(here, 'so-b', { state: 'submitted', submittedAt: 1 });
    const late = await putPlan(here, 'so-c', { due: '2021-10-12', unitDue: '2021-10-12' });
    await pausedFrom('2021-10-18 09:00', '2021-10-25 09:00');
    expect((await here.activities.readDuty(open)).isPaused).toBe(true);
    await twice(() => here.activities.shiftDueDates(cycleWorkflow()));
    const dates = async (id: string): Promise<unknown> => {
      const duty = await here.record.read.duties.find(id);
      return [duty?.due, duty?.unitDue];
    };
    expect(await dates(open)).toEqual(['2021-11-05', '2021-11-05']);
    expect(await dates(submitted)).toEqual(['2021-10-29', '2021-10-29']);
    expect(await dates(late)).toEqual(['2021-10-19', '2021-10-12']);
    expect((await here.record.read.cycles.find(here.cycle.id))?.settings.calendar).toMatchObject({ draftsDue: '2021-11-05', approvalDue: '2021-12-17', closing: '2022-12-31' });
    expect((await here.activities.readDuty(open)).isPaused).toBe(false);
  });

  it('shiftDueDates goes on where it was interrupted', async () => {
    here = await aSituation(['so-a']);
    const id = await putPlan(here, 'so-a');
    await pausedFrom('2021-10-18 09:00', '2021-10-20 09:00');
    const [resume] = (await here.record.read.audit.list({ cycle: here.cycle.id, act: 'resume' }, {})).items;
    await here.record.write(async (tx) => {
      await tx.duties.claim(id, 1, { due: '2021-11-02', unitDue: '2021-11-02' });
      await tx.audit.append([{ at: 1, actor: 'workflow:x', act: 'extend', cycle: here.cycle.id, unit: 'so-a', subject: id, outcome: 'done', details: { resume: resume?.id } }]);
    });
    await here.activities.shiftDueDates(cycleWorkflow());
    expect((await here.record.read.duties.find(id))?.due).toBe('2021-11-02');
  });

  it('each of two pauses counts', async () => {
    here = await aSituation(['so-a']);
    const id = await putPlan(here, 'so-a');
    await pausedFrom('2021-10-18 09:00', '2021-10-19 09:00');
    await pausedFrom('2021-10-20 09:00', '2021-10-22 09:00');
    await here.activities.shiftDueDates(cycleWorkflow());
    expect((await here.record.read.duties.find(id))?.due).toBe('2021-11-03');
  });

  it('tellResumed wakes every open duty and round, and may do so again', async () => {
    here = await aSituation(['so-a', 'so-b'], { state: 'reporting' });
    await putReport(here, 'so-a');
    await putReport(here, 'so-b', { state: 'accepted' });
    await here.activities.openQuarter(cycleWorkflow(), 'Q1');
    const before = (await here.record.read.outbox.backlog(0)).count;
    await here.activities.tellResumed(cycleWorkflow());
    await here.activities.tellResumed(cycleWorkflow());
    expect((await here.record.read.outbox.backlog(0)).count - before).toBe(4);
  });
});

describe('clearDelivered', () => {
  it('is idempotent, and keeps what is not delivered', async () => {
    here = await aSituation([]);
    here.itIs('2021-10-20 08:00');
    const [message] = await here.record.write((tx) => tx.outbox.lease('x', 1, Date.now(), 0));
    await here.record.write((tx) => tx.outbox.delivered([message?.id ?? 0], atTime('2021-10-12', '08:00')));
    expect([await here.activities.clearDelivered(), await here.activities.clearDelivered()]).toEqual([1, 0]);
  });
});
