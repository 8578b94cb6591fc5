import { setMaxListeners } from 'node:events';
import type { YearReport } from '../../documents/year-report/model.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Plan, PlanCalendar } from '../../domain/plan.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import type { Bilingual } from '../../domain/text.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { withRecord } from '../record.ts';
import type { ApiClient, ClientOptions } from './api/client.ts';
import { gatherYear } from './result/gather.ts';
import { liveYear } from './run/live.ts';
import { dismiss, engage, partsIn } from './run/people.ts';
import { showProgress } from './run/progress.ts';
import { settingOf } from './run/setting.ts';
import { rehearsedUnits } from './run/units.ts';
import type { Moment } from './script/moments.ts';
import type { Notes } from './run/stage.ts';
import type { Services } from './run/system.ts';

export interface RehearsalRequest {
  readonly services: Pick<Services, 'address' | 'data' | 'isOwn'>;
  readonly options: { readonly plan: string; readonly units?: number; readonly minutes?: number; readonly seed: number };
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** Where progress is shown; nowhere when absent. */
  readonly progress?: NodeJS.WriteStream | undefined;
  /** Another calendar than the plan's: a shorter year. */
  readonly calendarOf?: (plan: Plan) => PlanCalendar;
  readonly extra?: readonly Moment[];
  readonly onLaunched?: (cycle: Cycle) => void;
  readonly onAnswer?: ClientOptions['onAnswer'];
}

/** Real time between now and the first day of the rehearsed year: for the accounts and the launch. */
const leadMs = 2_000;
/** Below this the moments are so short that a busy machine changes the counts. */
const leastEase = 0.8;

/** Lives the year on running services and reads from their record how it went. */
export function rehearseOn(request: RehearsalRequest): Promise<YearReport> {
  setMaxListeners(0, request.signal); // every request and every wait of every actor listens
  return withRecord(request.services.data, (record) => rehearseWith(record, request));
}

async function rehearseWith(record: RecordStore, { services, options, signal, say, progress, calendarOf, extra, onLaunched, onAnswer }: RehearsalRequest): Promise<YearReport> {
  const { plan: known } = (await record.read.planDocuments.latest(options.plan)) ?? {};
  if (!known) throw new CommandFailed(`No plan ${options.plan} in the record; known: ${(await record.read.planDocuments.list()).map(({ id }) => id).join(', ')}`, exitStatus.badInput);
  const plan = calendarOf ? { ...known, calendar: calendarOf(known) } : known;
  const units = rehearsedUnits(plan, await record.read.units.list(), options.units);
  const calendar = workingCalendar(await record.read.calendarDays.list());
  const key = `dien-tap-${Date.now().toString(36)}`;
  const people = await engage(record, key, partsIn(plan.roles, units), Date.now());
  const startReal = Date.now() + leadMs;
  const setting = settingOf({ plan, units, calendar, seed: options.seed, startReal, ...(options.minutes === undefined ? {} : { minutes: options.minutes }), ...(extra ? { extra } : {}) });
  const endsAtReal = startReal + setting.totalRealMs;
  say(`The year ${plan.year} of ${plan.id} with ${units.length} units, seed ${options.seed}: about ${Math.round(setting.totalRealMs / 1000)} s`);
  const shown = new AbortController();
  let launched: { cycle: Cycle; client: ApiClient } | undefined;
  let showing: Promise<void> | undefined;
  try {
    const { cycle, notes } = await liveYear({
      address: services.address, people, plan, key, setting, signal, ...(onAnswer ? { onAnswer } : {}),
      onLaunched: (cycle, client) => {
        launched = { cycle, client };
        onLaunched?.(cycle);
        if (progress) showing = showProgress({ client, cycle, endsAtReal, out: progress, signal: AbortSignal.any([signal, shown.signal]) });
      },
    });
    const seconds = Math.round((Date.now() - startReal + leadMs) / 100) / 10;
    return await gatherYear({ record, cycleId: cycle.id, plan, seed: options.seed, seconds, now: Date.now(), warnings: judgement(notes, setting.ease) });
  } catch (error) {
    if (launched && !services.isOwn) await cancelLaunched(services.address, launched.cycle.id, people.tokens.values().next().value ?? '');
    throw error;
  } finally {
    shown.abort();
    await showing;
    if (!services.isOwn) await dismiss(record, people, Date.now());
  }
}

/** What keeps the year from being taken at its word. */
function judgement({ overran, warnings }: Notes, ease: number): readonly Bilingual[] {
  const percent = Math.round(ease * 100);
  const hurried: readonly Bilingual[] = ease >= leastEase ? [] : [{
    vi: `Năm chạy quá nhanh: mỗi thời điểm chỉ có ${percent} % thời gian cần có; tăng số phút (--minutes)`,
    en: `The year was hurried: its moments had ${percent} % of the time that they need; give it more (--minutes)`,
  }];
  const overrun: readonly Bilingual[] = overran === 0 ? [] : [{
    vi: `${overran} việc xong sau thời điểm kế tiếp của năm: lần chạy khác có thể cho số khác; tăng số phút (--minutes)`,
    en: `${overran} acts ended after the next moment of the year: another run may count differently; give it more (--minutes)`,
  }];
  return [...hurried, ...overrun, ...warnings];
}

/** On a system that goes on, a rehearsal that was broken off is cancelled, so that its workflows end. */
async function cancelLaunched(address: string, cycle: string, token: string): Promise<void> {
  await fetch(`${address}/api/v1/cycles/${cycle}/cancel`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `cancel-${cycle}` },
    body: JSON.stringify({ reason: 'Diễn tập bị ngắt giữa chừng.' }), signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
}
