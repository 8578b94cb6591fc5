import { freezeRound } from '../../../activities/freezing.ts';
import { fillReport } from '../../../cli/rehearse/content/report-content.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import { contentHash } from '../../../domain/content-hash.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import { periodId, quarterWorkflowId, reportDutyId } from '../../../domain/ids.ts';
import { addDays, atTime } from '../../../domain/plain-date.ts';
import type { Plan, Quarter } from '../../../domain/plan.ts';
import { prefillReport } from '../../../domain/prefill.ts';
import { actOnCycle, actOnDuty } from '../../../domain/transition.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { ReportedYear } from '../../../tests/support/a-reported-year.ts';
import { parts, plan as provincial, unit, type TestApi } from '../../../tests/support/api.ts';
import { widePlan } from './wide-plan.ts';

const workflow = { kind: 'workflow', id: 'bench' } as const;

/** The units of the plan and as many made-up departments and districts as are wanted. */
function provinceOf(count: number): readonly Unit[] {
  return Array.from({ length: count - provincial.units.length }, (_, index): Unit => ({
    code: `don-vi-${index + 1}`, name: `Đơn vị thử nghiệm số ${index + 1}`, level: index % 8 === 0 ? 'district' : 'department', group: index % 8 === 0 ? 'ubnd-cap-huyen' : 'so-ban-nganh', parent: 'ubnd-tinh', validFrom: '2010-01-01',
  }));
}

/** Puts them into the register: before anything is asked of a server, which remembers it. */
export async function registerProvince({ record }: TestApi, count: number): Promise<void> {
  await record.write((tx) => tx.units.upsertMany(provinceOf(count)));
}

/** A year of many units and targets with two quarters reported, the first of them frozen: each unit of an ability of its own, the same each time. Every target binds every unit. */
export async function aBigYear(api: TestApi, count: number, targets: number): Promise<ReportedYear> {
  const { record, clock } = api;
  const plan = widePlan(provincial, targets);
  await record.write((tx) => tx.planDocuments.put(contentHash(plan), plan));
  const units = [...plan.units, ...provinceOf(count).map(({ code }) => code)];
  const registered = new Map((await record.read.units.list()).map((each) => [each.code, each]));
  const launched = await (await api.as('secretariat', parts.secretariat)).post('/cycles', { planId: plan.id, key: 'lon', units });
  if (launched.status !== 201) throw new Error(launched.text.slice(0, 1000));
  const { id: cycle } = launched.body as Cycle;
  await record.write(async (tx) => void (await actOnCycle(tx, { cycle, act: 'publishGuidance', actor: workflow, at: clock.now })));
  await record.write(async (tx) => void (await actOnCycle(tx, { cycle, act: 'openReporting', actor: workflow, at: clock.now })));
  for (const quarter of ['Q1', 'Q2'] as const) await reportAll(api, { plan, cycle, quarter, units, registered });
  return { ...await api.aYear('be'), cycle, report: (quarter, of = unit) => `/cycles/${cycle}/reports/${quarter}/${of}`, missing: '', late: '', reporting: units };
}

interface Round {
  readonly plan: Plan;
  readonly cycle: string;
  readonly quarter: Quarter;
  readonly units: readonly string[];
  readonly registered: ReadonlyMap<string, Unit>;
}

async function reportAll(api: TestApi, { plan, cycle, quarter, units, registered }: Round): Promise<void> {
  const { record, clock } = api;
  const period = plan.calendar.periods.find((each) => each.quarter === quarter);
  if (!period) throw new Error(`no ${quarter}`);
  clock.now = atTime(addDays(period.due, -3), '09:30');
  await record.write(async (tx) => {
    await tx.quarterRounds.open(cycle, quarter, clock.now);
    await tx.duties.insertMissing(units.map((of) => ({
      id: reportDutyId(cycle, quarter, of), cycle, kind: 'report', unit: of, quarter, state: 'open', version: 1, round: 1, due: period.due, unitDue: period.due, late: false, submission: null, contentHash: null, approvedHash: null, shard: 0,
      openedAt: clock.now, submittedAt: null, endedAt: null,
    })));
  });
  for (const [index, of] of units.entries()) {
    const agency = await api.as('agency', of);
    const own = registered.get(of);
    if (!own) throw new Error(`no ${of}`);
    let taken = false;
    for (const ability of [0.35 + ((index * 37) % 60) / 100, 0.97]) {
      const form = prefillReport({ plan, unit: own, period: { ...period, id: periodId(plan.year, quarter) } });
      const { status } = await agency.post(`/cycles/${cycle}/reports/${quarter}/${of}/submissions`, { content: fillReport(form, { plan, character: { unit: of, ability }, quarter, seed: 11 }) });
      taken = status === 201;
      if (taken) break;
    }
    if (!taken) throw new Error(`no report of ${of} was taken`);
    if (quarter === 'Q1') await close(api, reportDutyId(cycle, quarter, of));
  }
  if (quarter === 'Q1') await freezeRound({ record, now: (ofCycle) => calendarAt(ofCycle, clock.now) }, quarterWorkflowId(cycle, quarter));
}

/** As its workflow would: unreviewed when it came, else missing. */
async function close({ record, clock }: TestApi, duty: string): Promise<void> {
  const { state } = (await record.read.duties.find(duty)) ?? {};
  await record.write(async (tx) => void (await actOnDuty(tx, { duty, act: state === 'submitted' ? 'closeUnreviewed' : 'closeMissing', actor: workflow, at: clock.now })));
}
