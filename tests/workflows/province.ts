import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { calendarAt, type CycleClock } from '../../domain/cycle-clock.ts';
import { defaultAllowances, defaultLadder, defaultQuietHours, type Cycle, type CycleSettings } from '../../domain/cycle.ts';
import type { Instant } from '../../domain/date.ts';
import { cycleWorkflowId } from '../../domain/ids.ts';
import type { Plan } from '../../domain/plan.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import type { Unit } from '../../domain/unit.ts';
import { connect } from '../../main/worker/connecting.ts';
import { createCrew, type Crew } from '../../main/worker/crew.ts';
import { ensureWorkflowBundle } from '../../scripts/bundle-workflows.ts';
import { openTestRecord, type TestRecord } from '../support/record.ts';
import { temporalAddress } from '../support/temporal.ts';

export const roles = { secretariat: 'so-tttt', committee: 'bcd', approver: 'ubnd', leadAppraiser: 'so-tttt', appraisers: { technical: 'so-tttt', investment: 'so-khdt', recurrent: 'so-tc', security: 'ca' } } as const;

/** The dates of 2022, with reports due on the 20th. */
export const dates: Plan['calendar'] = {
  guidance: '2021-10-01', draftsDue: '2021-10-29', appraisalDue: '2021-11-30', approvalDue: '2021-12-10', closing: '2022-12-31',
  periods: [
    { quarter: 'Q1', from: '2021-12-15', to: '2022-03-14', due: '2022-03-20' },
    { quarter: 'Q2', from: '2022-03-15', to: '2022-06-14', due: '2022-06-20' },
    { quarter: 'Q3', from: '2022-06-15', to: '2022-09-14', due: '2022-09-20' },
    { quarter: 'Q4', from: '2022-09-15', to: '2022-12-14', due: '2022-12-20' },
  ],
};

export const aUnit = (code: string): Unit => ({ code, name: code.toUpperCase(), level: 'department', validFrom: '2010-01-01' });

export const aPlan = (units: readonly string[]): Plan => ({
  id: 'p-2022', title: 'Kế hoạch 2022', titleEn: 'Plan 2022', year: 2022, issuer: 'ubnd', issuerName: 'UBND tỉnh', level: 'province', roles, units,
  targets: [{ id: 't1', code: 't1', clause: 'II', quote: '97%', name: 'Hồ sơ công việc', measure: 'ratio', comparator: 'at-least', threshold: 90, unit: '%', appliesTo: { levels: ['department'] }, reportedBy: 'each', dueYear: 2022 }],
  tasks: [], results: [], tables: [], legalGrounds: [], responsibilities: [], calendar: dates,
});

export function aCycle(clock: CycleClock, more: Partial<Cycle> = {}, settings: Partial<CycleSettings> = {}): Cycle {
  const key = randomUUID().slice(0, 8);
  return {
    id: `2022-${key}`, year: 2022, key, planId: 'p-2022', planHash: 'hash', title: 'Năm 2022', rehearsal: true, clock, state: 'guidance', version: 1,
    settings: { roles, calendar: dates, ladder: defaultLadder, allowances: defaultAllowances, quietHours: defaultQuietHours, shardSize: 200, ...settings },
    guidance: '', publishedAt: null, pausedAt: null, endedReason: null, createdAt: calendarAt(clock, Date.now()), ...more,
  };
}

export async function aRecord(cycle: Cycle, units: readonly string[]): Promise<TestRecord> {
  const record = await openTestRecord();
  await fillRecord(record, cycle, units);
  return record;
}

/** Units, a plan and one cycle that has been launched. */
export async function fillRecord(record: RecordStore, cycle: Cycle, units: readonly string[]): Promise<void> {
  await record.write(async (tx) => {
    await tx.units.upsertMany([...new Set([...units, 'so-tttt', 'bcd', 'ubnd', 'so-khdt', 'so-tc', 'ca'])].map(aUnit));
    await tx.planDocuments.put(cycle.planHash, aPlan(units));
    await tx.cycles.insert(cycle);
    await tx.cycleUnits.insertMany(units.map((unit, index) => ({ cycle: cycle.id, unit, shard: Math.floor(index / cycle.settings.shardSize), joinedOn: dates.guidance, leftOn: null, reason: null })));
    await tx.outbox.append([{ workflowId: cycleWorkflowId(cycle.id), workflowType: 'annualCycle', act: 'launch', version: 1 }], cycle.createdAt);
  });
}

export interface Province {
  readonly record: TestRecord;
  readonly crew: Crew;
  readonly client: Client;
  readonly cycle: Cycle;
  readonly taskQueue: string;
  /** What the cycle's calendar shows now. */
  now(): Instant;
  close(): Promise<void>;
}

export interface ProvinceOptions {
  /** Made when everything else is ready, so that a slow start costs no calendar days. */
  readonly clock: () => CycleClock;
  readonly units: readonly string[];
  readonly cycle?: (clock: CycleClock) => Cycle;
}

let quiet = false;

/** A cycle with its record, a worker and a relay on the workflow server of this run. */
export async function openProvince({ clock: clockOf, units, cycle: cycleOf = aCycle }: ProvinceOptions): Promise<Province> {
  if (!quiet) Runtime.install({ logger: new DefaultLogger('ERROR') });
  quiet = true;
  const record = await openTestRecord();
  const connections = await connect({ address: await temporalAddress(), namespace: 'default' });
  const taskQueue = `test-${randomUUID()}`;
  const crew = await createCrew({ ...connections, record, taskQueue, workflows: { workflowBundle: { codePath: await ensureWorkflowBundle() } } });
  const running = crew.run();
  const clock = clockOf();
  const cycle = cycleOf(clock);
  await fillRecord(record, cycle, units);
  return {
    record, crew, cycle, taskQueue,
    client: connections.client,
    now: () => calendarAt(clock, Date.now()),
    async close() {
      await crew.stop();
      await running;
      await connections.close();
      await record.close();
    },
  };
}
