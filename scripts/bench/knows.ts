import { setTimeout as sleep } from 'node:timers/promises';
import { fillPlan } from '../../cli/rehearse/content/plan-content.ts';
import { planDutyId } from '../../domain/ids.ts';
import { prefillPlan } from '../../domain/prefill.ts';
import { loadPlan } from '../../plans/load.ts';
import { standingQuery, type Standing } from '../../workflows/messages/standing.ts';
import { spread, type Spread } from './submit/spread.ts';
import { startProvince, type Province } from './system/province.ts';
import { untilWaiting } from './system/waiting.ts';

export interface KnowsBench {
  readonly method: string;
  readonly receiptMs: Spread;
  /** From the receipt on. */
  readonly knowsMs: Spread;
}

const method = 'All parts as real processes. One unit after another submits its plan over HTTP; from the receipt until its workflow, asked every 10 ms by query, says that it has read the submission.';

/** How long after its receipt a submission is known to its workflow. */
export async function benchKnows({ submissions = 40 }: { submissions?: number } = {}): Promise<KnowsBench> {
  const province = await startProvince(submissions, { withAgencies: true });
  try {
    const cycle = await province.launch();
    await province.secretariat.post(`/cycles/${cycle}/guidance`, {}, 'guidance');
    await untilWaiting(province, cycle);
    const receipts: number[] = [];
    const known: number[] = [];
    for (const unit of province.units) {
      const { receiptMs, knowsMs } = await submitAndWait(province, cycle, unit);
      receipts.push(receiptMs);
      known.push(knowsMs);
    }
    return { method, receiptMs: spread(receipts), knowsMs: spread(known) };
  } finally {
    await province.stop();
  }
}

async function submitAndWait({ record, temporal, clientOf }: Province, cycle: string, code: string): Promise<{ receiptMs: number; knowsMs: number }> {
  const plan = loadPlan('gia-lai-2022');
  const unit = await record.read.units.find(code);
  if (!unit) throw new Error(`No unit ${code}`);
  const content = fillPlan(prefillPlan({ plan, unit }), { plan, character: { unit: code, ability: 0.9 }, seed: 1, round: 1 });
  const handle = temporal.workflow.getHandle(planDutyId(cycle, code));
  const client = clientOf({ role: 'agency', unit: code });
  const began = performance.now();
  await client.post(`/cycles/${cycle}/plans/${code}/submissions`, { content }, `submit-${code}`);
  const received = performance.now();
  while ((await handle.query<Standing>(standingQuery)).state !== 'submitted') await sleep(10);
  return { receiptMs: received - began, knowsMs: performance.now() - received };
}
