import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createClient, type ApiClient } from '../../../cli/rehearse/api/client.ts';
import { engage, partKey, type Part } from '../../../cli/rehearse/run/people.ts';
import { addDays, dateOf } from '../../../domain/plain-date.ts';
import type { PlanCalendar } from '../../../domain/plan.ts';
import type { RecordStore } from '../../../domain/ports/record.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { Unit } from '../../../domain/unit.ts';
import { files } from '../../../main/supervise/data-folder.ts';
import type { OnLine } from '../../../main/supervise/parts.ts';
import { startSystem, type System } from '../../../main/supervise/system.ts';
import { loadPlan } from '../../../plans/load.ts';
import { openRecord } from '../../../prisma/client.ts';

/** All three parts as real processes on a fresh folder, with a register of as many departments as wanted. */
export interface Province {
  readonly system: System;
  readonly record: RecordStore;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly units: readonly string[];
  readonly clientOf: (part: Part) => ApiClient;
  readonly tokenOf: (part: Part) => string;
  readonly secretariat: ApiClient;
  /** Launches a year that begins today, on the ordinary clock, unless `more` of the request says otherwise; nothing is opened yet. */
  launch(more?: Readonly<Record<string, unknown>>): Promise<string>;
  stop(): Promise<void>;
}

const planId = 'gia-lai-2022';

export interface ProvinceOptions {
  /** Each unit gets an account of its own. */
  readonly withAgencies?: boolean;
  /** What the parts find in their environment besides. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Hears what the parts say. */
  readonly onLine?: OnLine;
}

export async function startProvince(count: number, { withAgencies = false, env = {}, signal, onLine }: ProvinceOptions = {}): Promise<Province> {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-bench-'));
  const system = await startSystem({ env: { LOG_LEVEL: 'warn', ...process.env, ...env, CHUTRINH_DATA: folder, PORT: '0', TEMPORAL_PORT: '0', HOST: '127.0.0.1' }, ...(signal ? { signal } : {}), ...(onLine ? { onLine } : {}) });
  const record = await openRecord({ file: files(folder).record });
  const connection = await Connection.connect({ address: system.temporalAddress });
  const plan = loadPlan(planId);
  const units = Array.from({ length: count }, (_, index): Unit => ({ code: `so-thu-${index + 1}`, name: `Sở thử nghiệm ${index + 1}`, level: 'department', group: 'so-ban-nganh', parent: 'ubnd-tinh', validFrom: '2010-01-01' }));
  await record.write((tx) => tx.units.upsertMany(units));
  const secretary: Part = { role: 'secretariat', unit: plan.roles.secretariat };
  const people = await engage(record, 'bench', [secretary, ...(withAgencies ? units.map((unit): Part => ({ role: 'agency', unit: unit.code })) : [])], Date.now());
  const control = new AbortController();
  setMaxListeners(0, control.signal); // every request listens
  const takeTurns = createTurns(20);
  const tokenOf = (part: Part): string => people.tokens.get(partKey(part)) ?? '';
  const clientOf = (part: Part): ApiClient => createClient({ address: system.address, token: tokenOf(part), takeTurns, signal: control.signal });
  const secretariat = clientOf(secretary);
  return {
    system, record, secretariat, clientOf, tokenOf, units: units.map((unit) => unit.code),
    temporal: new Client({ connection, namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'default' }), taskQueue: process.env['TEMPORAL_TASK_QUEUE'] ?? 'chutrinh',
    async launch(more = {}) {
      const body = { planId, key: 'bench', units: units.map((unit) => unit.code), calendar: calendarFromToday(plan.calendar), roles: rolesWithin(plan.roles), ...more };
      return (await secretariat.post<{ id: string }>('/cycles', body, 'launch')).body.id;
    },
    async stop() {
      control.abort();
      await connection.close();
      await record.close();
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Units of the register that exist today: those of the plan may have been merged since. */
function rolesWithin(roles: ReturnType<typeof loadPlan>['roles']): ReturnType<typeof loadPlan>['roles'] {
  const unit = 'so-thu-1';
  return { ...roles, secretariat: unit, leadAppraiser: unit, committee: unit, approver: unit, appraisers: { technical: unit, investment: unit, recurrent: unit, security: unit } };
}

function calendarFromToday(calendar: PlanCalendar): PlanCalendar {
  const today = dateOf(Date.now());
  const [guidance, draftsDue, appraisalDue, approvalDue, closing] = [0, 30, 60, 70, 400].map((days) => addDays(today, days)) as [string, string, string, string, string];
  const periods = calendar.periods.map((period, index) => ({ ...period, from: addDays(today, 80 + index * 70), to: addDays(today, 140 + index * 70), due: addDays(today, 150 + index * 70) }));
  return { guidance, draftsDue, appraisalDue, approvalDue, periods, closing };
}
