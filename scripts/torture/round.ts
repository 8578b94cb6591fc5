import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castOf } from '../../cli/rehearse/cast.ts';
import { rehearseOn } from '../../cli/rehearse/rehearse-on.ts';
import { withRecord } from '../../cli/record.ts';
import type { YearReport } from '../../documents/year-report/model.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import type { Cycle } from '../../domain/cycle.ts';
import { startSystem } from '../../main/supervise/system.ts';
import { loadPlan } from '../../plans/load.ts';
import { differences, expectedCounts } from './expected.ts';
import { inflict } from './faults.ts';
import { violations, type Receipt } from './invariants.ts';
import { faultsOf, recoveriesOf, type Torture } from './plan-of-faults.ts';
import { shortYear } from './short-year.ts';

export interface RoundRequest {
  /** Absent: the province's. */
  readonly plan?: string;
  readonly torture: Torture | 'none';
  readonly units: number;
  /** Absent: as long as the units and the faults need. */
  readonly minutes?: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

export interface RoundResult {
  readonly report: YearReport;
  readonly receipts: number;
  /** What must hold and does not. */
  readonly violations: readonly string[];
  /** Counts that differ from what the cast played: a unit kept from acting in time by a killed server is one. */
  readonly differences: readonly string[];
}

const isReceipt = (body: unknown): body is Receipt => typeof body === 'object' && body !== null && 'submission' in body && 'hash' in body;

/** A short year on a system of its own, with faults in it, and what must hold at its end. */
export async function tortureRound({ plan: planId = 'gia-lai-2022', torture, units, minutes, seed, signal, say }: RoundRequest): Promise<RoundResult> {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-torture-'));
  const began = performance.now();
  const system = await startSystem({ env: { LOG_LEVEL: 'warn', ...process.env, CHUTRINH_DATA: folder, PORT: '0', TEMPORAL_PORT: '0', HOST: '127.0.0.1' }, signal });
  const startMs = performance.now() - began;
  const over = new AbortController();
  try {
    return await withRecord(folder, async (record) => {
      const calendar = workingCalendar(await record.read.calendarDays.list());
      const receipts: Receipt[] = [];
      const [namespace, taskQueue] = [process.env['TEMPORAL_NAMESPACE'] ?? 'default', process.env['TEMPORAL_TASK_QUEUE'] ?? 'chutrinh'];
      let inflicting: Promise<void> = Promise.resolve();
      let launched: Cycle | undefined;
      const year = shortYear(loadPlan(planId));
      const faults = torture === 'none' ? [] : faultsOf(torture, { year, calendar }, seed);
      const report = await rehearseOn({
        services: { address: system.address, data: folder, isOwn: true }, options: { plan: planId, units, seed, ...(minutes === undefined ? {} : { minutes }) }, signal, say, calendarOf: () => year,
        extra: recoveriesOf(faults, year, startMs),
        onLaunched: (cycle) => {
          launched = cycle;
          inflicting = inflict({ system, record, cycle, namespace, taskQueue, signal: AbortSignal.any([signal, over.signal]), say }, faults);
          inflicting.catch(() => undefined);
        },
        onAnswer: (_, body) => { if (isReceipt(body)) receipts.push(body); },
      });
      await inflicting;
      const cast = castOf(report.units.map((unit) => unit.code), seed);
      const quarters = (launched?.settings.calendar.periods ?? []).map((period) => period.quarter);
      return {
        report, receipts: receipts.length, differences: differences(report, expectedCounts(cast, quarters)),
        violations: await violations({ record, cycle: report.cycle, receipts, temporalAddress: system.temporalAddress, namespace }),
      };
    });
  } finally {
    over.abort();
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
