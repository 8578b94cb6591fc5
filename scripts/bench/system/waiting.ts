import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '../../../domain/in-parallel.ts';
import { planDutyId } from '../../../domain/ids.ts';
import { standingQuery, type Standing } from '../../../workflows/messages/standing.ts';
import type { Province } from './province.ts';

const sampled = 40;

/** Resolves when every unit's workflow is counted as running, and a spread sample of them, with the last, has read its duty and waits for its next date. */
export async function untilWaiting({ temporal, units }: Province, cycle: string): Promise<void> {
  const query = "WorkflowType = 'unitPlan' AND ExecutionStatus = 'Running'";
  while ((await temporal.workflow.count(query)).count < units.length) await sleep(100);
  const step = Math.max(1, Math.floor(units.length / sampled));
  const sample = units.filter((_, index) => index % step === 0 || index === units.length - 1);
  await inParallel(sample, 8, async (unit) => {
    const handle = temporal.workflow.getHandle(planDutyId(cycle, unit));
    const isWaiting = async (): Promise<boolean> => Boolean((await handle.query<Standing>(standingQuery).catch(() => undefined))?.next);
    while (!(await isWaiting())) await sleep(50);
  });
}
