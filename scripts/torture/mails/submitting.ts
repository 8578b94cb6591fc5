import { setTimeout as sleep } from 'node:timers/promises';
import { fillPlan } from '../../../cli/rehearse/content/plan-content.ts';
import { planDutyId } from '../../../domain/ids.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { RecordStore } from '../../../domain/ports/record.ts';
import { prefillPlan } from '../../../domain/prefill.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import type { Quarter } from './quarter.ts';

export interface SubmittingGround {
  readonly record: RecordStore;
  readonly cycle: string;
  readonly plan: Plan;
  readonly quarter: Quarter;
  readonly address: string;
  readonly tokenOf: (unit: string) => string;
  readonly seed: number;
  readonly signal: AbortSignal;
}

export interface Submitting {
  readonly underWay: () => number;
  readonly over: Promise<void>;
}

/** Before a rung that comes in less than this nobody submits: which of the two was first could not be told. */
const apartMs = 3_000;

/** Each unit submits its plan at its time, once the reminders of the rungs before have been recorded. */
export function submitAll(ground: SubmittingGround, times: ReadonlyMap<string, number | null>): Submitting {
  let underWay = 0;
  const submit = async (unit: string, real: number): Promise<void> => {
    const { record, plan, seed, signal } = ground;
    await sleep(Math.max(0, real - Date.now()), undefined, { signal });
    const known = await record.read.units.find(unit);
    if (!known) throw new Error(`No unit ${unit}`);
    const content = fillPlan(prefillPlan({ plan, unit: known }), { plan, character: { unit, ability: 0.9 }, seed, round: 1 });
    for (let isTaken = false; !isTaken; ) {
      await untilReminded(ground, unit);
      underWay += 1;
      isTaken = await post(ground, unit, content).finally(() => {
        underWay -= 1;
      });
    }
  };
  const all = [...times].flatMap(([unit, real]) => (real === null ? [] : [submit(unit, real)]));
  return { underWay: () => underWay, over: Promise.all(all).then(() => undefined) };
}

/** One try: false when the server was not there, or went away meanwhile. Throws when it refuses. */
async function post({ address, cycle, tokenOf, signal }: SubmittingGround, unit: string, content: unknown): Promise<boolean> {
  const path = `/cycles/${cycle}/plans/${unit}/submissions`;
  const headers = { authorization: `Bearer ${tokenOf(unit)}`, 'content-type': 'application/json', 'idempotency-key': `submit-${unit}` };
  try {
    const answer = await fetch(`${address}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify({ content }), signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]) });
    const said = await answer.text();
    if (answer.status !== 201 && answer.status < 500 && answer.status !== 429) throw new RangeError(`${path}: ${answer.status} ${said}`);
    return answer.status === 201;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RangeError) throw error;
    await sleep(100, undefined, { signal });
    return false;
  }
}

async function untilReminded({ record, cycle, quarter: { moments, clock }, signal }: SubmittingGround, unit: string): Promise<void> {
  const duty = planDutyId(cycle, unit);
  for (;;) {
    const stands = await record.read.duties.find(duty);
    const soon = calendarAt(clock, Date.now() + apartMs);
    const wanted = moments.filter(({ at }) => at <= soon).length;
    if (stands && (await record.read.reminders.listOf(duty)).length >= wanted) return;
    await sleep(100, undefined, { signal });
  }
}
