import { setTimeout as sleep } from 'node:timers/promises';
import type { Cycle } from '../../../domain/cycle.ts';
import type { Plan } from '../../../domain/plan.ts';
import { createTurns } from '../../../domain/turns.ts';
import { morningOf } from '../../../domain/view/office-hours.ts';
import { createBoard } from '../api/board.ts';
import { createClient, type ApiClient, type ClientOptions } from '../api/client.ts';
import { partKey, type Part, type People } from './people.ts';
import { playUnit } from './play.ts';
import type { Setting } from './setting.ts';
import { until, type Notes, type Stage } from './stage.ts';

export interface LiveRequest {
  readonly address: string;
  readonly people: People;
  readonly plan: Plan;
  readonly key: string;
  readonly setting: Setting;
  readonly signal: AbortSignal;
  readonly onLaunched: (cycle: Cycle, secretariat: ApiClient) => void;
  readonly onAnswer?: ClientOptions['onAnswer'];
}

/** Requests under way at once, over all actors. */
const width = 8;
/** How long the closing may take after its moment, in real ms, before the rehearsal says that the year did not end. */
const patienceMs = 180_000;

/** Launches the cycle and plays the year to its end. Answers what was noted besides the record. */
export async function liveYear({ address, people, plan, key, setting, signal, onLaunched, onAnswer }: LiveRequest): Promise<{ cycle: Cycle; notes: Notes }> {
  const takeTurns = createTurns(width);
  const clients = new Map<string, ApiClient>();
  const clientOf = (part: Part): ApiClient => {
    const name = partKey(part);
    const token = people.tokens.get(name);
    if (token === undefined) throw new Error(`Nobody plays ${name}`);
    const client = clients.get(name) ?? createClient({ address, token, takeTurns, signal, ...(onAnswer ? { onAnswer } : {}) });
    clients.set(name, client);
    return client;
  };
  const { cast, dates, moments, clock, from } = setting;
  const secretariat = clientOf({ role: 'secretariat', unit: plan.roles.secretariat });
  const { body: cycle } = await secretariat.post<Cycle>('/cycles', { planId: plan.id, key, title: `Diễn tập: ${plan.title}`.slice(0, 300), units: cast.map((each) => each.unit), calendar: plan.calendar, rehearsal: { clock } }, `launch:${key}`);
  onLaunched(cycle, secretariat);

  const ended = new AbortController();
  const board = createBoard(secretariat, cycle.id, AbortSignal.any([signal, ended.signal]));
  const notes: Notes = { refused: 0, overran: 0, warnings: [] };
  const momentAfter = (at: number): number => moments.find((moment) => moment.at > at)?.at ?? Infinity;
  const stage: Stage = { cycle, plan, seed: dates.seed, board, clientOf, signal, notes, ownPlans: new Map(), momentAfter };
  await until(stage, Math.max(from, morningOf(plan.calendar.guidance)));
  await secretariat.post(`/cycles/${cycle.id}/guidance`, { guidance: `Đề nghị các đơn vị xây dựng kế hoạch năm theo các chỉ tiêu của “${plan.title}”.` }, `guidance:${key}`);
  const watching = board.run();
  await Promise.race([Promise.all(cast.map((character) => playUnit(stage, character, dates))), watching]);
  await untilClosed(stage, secretariat);
  ended.abort();
  await watching;
  return { cycle, notes };
}

async function untilClosed(stage: Stage, secretariat: ApiClient): Promise<void> {
  const { cycle, plan, signal, notes } = stage;
  await until(stage, morningOf(plan.calendar.closing));
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(250, undefined, { signal })) {
    const { body } = await secretariat.get<Cycle>(`/cycles/${cycle.id}`);
    if (body.state === 'closed') return;
  }
  const seconds = Math.round(patienceMs / 1000);
  notes.warnings.push({ vi: `Chu kỳ chưa đóng sau ngày tổng kết ${seconds} giây`, en: `The cycle was not closed ${seconds} s after its closing date` });
}
