import { setTimeout as sleep } from 'node:timers/promises';
import { fillPlan } from '../../../cli/rehearse/content/plan-content.ts';
import { ApiProblem, type ApiClient } from '../../../cli/rehearse/api/client.ts';
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
  readonly clientOf: (unit: string) => ApiClient;
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
    const { record, cycle, plan, seed, signal } = ground;
    await sleep(Math.max(0, real - Date.now()), undefined, { signal });
    const known = await record.read.units.find(unit);
    if (!known) throw new Error(`No unit ${unit}`);
    const content = fillPlan(prefillPlan({ plan, unit: known }), { plan, character: { unit, ability: 0.9 }, seed, round: 1 });
    const send = (): Promise<unknown> => ground.clientOf(unit).post(`/cycles/${cycle}/plans/${unit}/submissions`, { content }, `submit-${unit}`);
    for (let isTaken = false; !isTaken; ) {
      await untilReminded(ground, unit);
      underWay += 1;
      isTaken = await send().then(() => true, (error: unknown) => {
        signal.throwIfAborted();
        if (error instanceof ApiProblem) throw error;
        return false; // a server that was killed may take its time on a busy machine
      }).finally(() => {
        underWay -= 1;
      });
    }
  };
  const all = [...times].flatMap(([unit, real]) => (real === null ? [] : [submit(unit, real)]));
  return { underWay: () => underWay, over: Promise.all(all).then(() => undefined) };
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
