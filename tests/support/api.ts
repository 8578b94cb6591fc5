import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import pino from 'pino';
import request from 'supertest';
import { createApp, type App, type AppDeps } from '../../api/app.ts';
import { ruleEntries } from '../../api/rules.ts';
import { makeAccount } from '../../api/use-cases/accounts.ts';
import { randomSecret, secretId } from '../../api/use-cases/passwords.ts';
import { createFileStore } from '../../api/uploads/store.ts';
import type { Route } from '../../api/http/route.ts';
import { routes } from '../../api/routes/all.ts';
import { fillPlan } from '../../cli/rehearse/content/plan-content.ts';
import { fillReport } from '../../cli/rehearse/content/report-content.ts';
import type { AuditRow } from '../../domain/audit.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Duty, Opinion } from '../../domain/duty.ts';
import { opinionId, periodId, planDutyId, reportDutyId } from '../../domain/ids.ts';
import { atTime } from '../../domain/plain-date.ts';
import { aspects, type Plan, type Quarter } from '../../domain/plan.ts';
import { prefillPlan, prefillReport } from '../../domain/prefill.ts';
import { refusals, type RefusalCode } from '../../domain/refusals.ts';
import type { Role } from '../../domain/roles.ts';
import type { Act } from '../../domain/stages.ts';
import type { PlanContent, ReportContent } from '../../domain/submission.ts';
import { actOnCycle, actOnDuty } from '../../domain/transition.ts';
import { prepareRecord } from '../../main/prepare.ts';
import { mailRoom } from '../../notify/mail-room.ts';
import { writeCalendar } from '../../notify/ical.ts';
import { workingDaysFile } from '../../notify/working-days/file.ts';
import { loadPlan, loadUnits } from '../../plans/load.ts';
import { verifyAudit } from '../../prisma/audit-chain.ts';
import { createChecker, shippedCatalogue } from '../../rules/check.ts';
import { openTestRecord, type TestRecord } from './record.ts';

export const plan: Plan = loadPlan('gia-lai-2022');
export const parts = plan.roles;
/** A unit that holds no other part, and another one. */
export const unit = 'so-nv';
export const otherUnit = 'so-yt';

export interface Answer {
  readonly status: number;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- what a test reads of an answer, it asserts
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** One person with a personal token; a POST carries a fresh idempotency key unless it is told one. */
export interface Person {
  readonly id: string;
  readonly secret: string;
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  put(path: string, body: unknown, version: number): Promise<Answer>;
}

export interface TestApi {
  readonly record: TestRecord;
  readonly app: App;
  /** Names of the routes that have answered with success. */
  readonly succeeded: Set<string>;
  /** Real time of the server under test; a cycle on the ordinary clock shows the same. */
  readonly clock: { now: number };
  as(role: Role, unit: string): Promise<Person>;
  /** Launches the 2022 plan and opens its drafting, as the workflows would. */
  aYear(key?: string): Promise<Year>;
  /** The newest 500 rows, oldest first. */
  audit(): Promise<readonly AuditRow[]>;
  close(): Promise<void>;
}

/** A year in drafting, with what its workflows do at hand. */
export interface Year {
  readonly cycle: string;
  readonly plan: string;
  readonly report: (quarter: Quarter, of?: string) => string;
  system(duty: string, act: Act): Promise<void>;
  startAppraisal(of?: string): Promise<void>;
  openReports(quarter: Quarter): Promise<void>;
  freeze(quarter: Quarter): Promise<void>;
}

export const start = atTime('2021-10-04', '09:00');

export async function openTestApi(deps: Partial<AppDeps> = {}): Promise<TestApi> {
  const record = await openTestRecord();
  await prepareRecord(record, { withDemonstration: false, plans: ['gia-lai-2022'] });
  const clock = { now: start };
  const catalogue = shippedCatalogue();
  const app = createApp({
    record, files: createFileStore(join(dirname(record.file), 'files')), check: createChecker({ catalogue }), writeCalendar, mail: mailRoom(() => null), calendarFile: workingDaysFile, allowsPrivate: true, verifyAudit: () => verifyAudit(record), rules: () => ruleEntries(catalogue), probe: async () => ({ server: true, worker: true }),
    logger: pino({ level: 'silent' }), version: 'test', now: () => clock.now, ...deps,
  });
  const succeeded = new Set<string>();
  const known = new Map<string, Promise<Person>>();
  const as = (role: Role, of: string): Promise<Person> => {
    const key = `${role} ${of}`;
    const person = known.get(key) ?? engage({ record, app, succeeded }, role, of, clock.now);
    known.set(key, person);
    return person;
  };
  return {
    record, app, clock, as, succeeded,
    aYear: (key = 'tinh') => launchYear(record, as, clock, key),
    audit: async () => (await record.read.audit.list({}, { limit: 500 })).items.toReversed(),
    close: async () => {
      app.stop();
      await record.close();
    },
  };
}

async function engage({ record, app, succeeded }: Pick<TestApi, 'record' | 'app' | 'succeeded'>, role: Role, of: string, now: number): Promise<Person> {
  const { account } = await makeAccount({ login: `${role}-${of}`, name: `${role} ${of}`, unit: of, roles: [role], password: 'mat-khau-thu-nghiem' }, now);
  const secret = `chutrinh_${randomSecret()}`;
  await record.write(async (tx) => {
    await tx.accounts.insert(account);
    await tx.tokens.insert({ id: secretId(secret), account: account.id, name: 'test', createdAt: now, expiresAt: null, lastUsedAt: null });
  });
  const send: Person['send'] = async (method, path, body, headers = {}) => {
    const asked = request(app.express)[method.toLowerCase() as 'get'](`/api/v1${path}`).set({ authorization: `Bearer ${secret}`, 'accept-language': 'en', ...headers });
    const answer = await (body === undefined ? asked : asked.send(body as object));
    if (answer.status < 300) succeeded.add(assertContract(method, path, answer));
    return answer;
  };
  return {
    id: account.id, secret, send,
    get: (path) => send('get', path),
    post: (path, body = {}, headers = {}) => send('post', path, body, { 'idempotency-key': randomUUID(), ...headers }),
    put: (path, body, version) => send('put', path, body, { 'if-match': `"${version}"` }),
  };
}

/** The route that serves an address. */
export function routeOf(method: string, path: string): Route {
  const address = path.split('?')[0] ?? path;
  const found = routes.find((route) => route.method === method.toLowerCase() && new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(address));
  if (!found) throw new Error(`no route for ${method} ${path}`);
  return found;
}

/** What is answered is what the contract says; answers the route's name. */
function assertContract(method: string, path: string, answer: Answer): string {
  const route = routeOf(method, path);
  const expected = route.answer === undefined ? 204 : route.status ?? 200;
  if (answer.status !== expected) throw new Error(`${route.name} answered ${answer.status} instead of ${expected}`);
  const read = route.answer?.safeParse(route.produces?.startsWith('text/') ? answer.text : answer.body);
  if (read && !read.success) throw new Error(`${route.name} breaks its contract: ${read.error.message}`);
  return route.name;
}

async function launchYear(record: TestRecord, as: TestApi['as'], clock: TestApi['clock'], key: string): Promise<Year> {
  const secretariat = await as('secretariat', parts.secretariat);
  const launched = await secretariat.post('/cycles', { planId: plan.id, key });
  if (launched.status !== 201) throw new Error(`launch: ${launched.text}`);
  const { id: cycle } = launched.body as Cycle;
  await secretariat.post(`/cycles/${cycle}/guidance`, { guidance: 'Hướng dẫn xây dựng kế hoạch năm 2022' });
  const workflow = { kind: 'workflow', id: `test/${cycle}` } as const;
  const open = (duty: Partial<Duty>, of: string): Duty => ({
    id: '', cycle, kind: 'plan', unit: of, quarter: null, state: 'draft', version: 1, round: 1, due: plan.calendar.draftsDue, unitDue: plan.calendar.draftsDue, late: false, submission: null, contentHash: null,
    approvedHash: null, shard: 0, openedAt: clock.now, submittedAt: null, endedAt: null, ...duty,
  });
  await record.write((tx) => tx.duties.insertMissing(plan.units.map((of) => open({ id: planDutyId(cycle, of) }, of))));
  const system: Year['system'] = async (duty, act) => void (await record.write((tx) => actOnDuty(tx, { duty, act, actor: workflow, at: clock.now })));
  return {
    cycle, plan: `/cycles/${cycle}/plans/${unit}`, report: (quarter, of = unit) => `/cycles/${cycle}/reports/${quarter}/${of}`, system,
    async startAppraisal(of = unit) {
      await system(planDutyId(cycle, of), 'startAppraisal');
      await record.write(async (tx) => {
        const duty = await tx.duties.find(planDutyId(cycle, of));
        if (!duty) throw new Error('no duty');
        await tx.opinions.insertMissing(aspects.map((aspect): Opinion => ({
          id: opinionId(duty.id, duty.round, aspect), duty: duty.id, round: duty.round, aspect, appraiser: parts.appraisers[aspect], due: plan.calendar.appraisalDue, answer: null, reason: null, lines: [],
          contentHash: duty.contentHash ?? '', givenAt: null, givenBy: null,
        })));
      });
    },
    async openReports(quarter) {
      const period = plan.calendar.periods.find((each) => each.quarter === quarter);
      if (!period) throw new Error('no period');
      await record.write(async (tx) => {
        const before = await tx.cycles.find(cycle);
        if (before?.state === 'drafting') await actOnCycle(tx, { cycle, act: 'openReporting', actor: workflow, at: clock.now });
        await tx.quarterRounds.open(cycle, quarter, clock.now);
        await tx.duties.insertMissing(plan.units.map((of) => open({ id: reportDutyId(cycle, quarter, of), kind: 'report', quarter, state: 'open', due: period.due, unitDue: period.due }, of)));
      });
    },
    freeze: async (quarter) => void (await record.write((tx) => tx.quarterRounds.freeze(cycle, quarter, { frozen: true }, clock.now))),
  };
}

const author = { plan, character: { unit, ability: 0.9 }, seed: 7 } as const;

function registered(code: string) {
  const found = loadUnits('gia-lai').get(code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
}

/** A plan that passes. */
export function planOfUnit(of = unit): PlanContent {
  return fillPlan(prefillPlan({ plan, unit: registered(of) }), { ...author, round: 1, character: { unit: of, ability: 0.9 } });
}

/** A report that passes; with the unit's own plan, tasks and money are reported too. */
export function reportOfUnit(quarter: Quarter, ownPlan?: PlanContent, of = unit): ReportContent {
  const period = plan.calendar.periods.find((each) => each.quarter === quarter);
  if (!period) throw new Error('no period');
  const form = prefillReport({ plan, unit: registered(of), period: { ...period, id: periodId(plan.year, quarter) }, ...(ownPlan ? { approvedPlan: ownPlan } : {}) });
  return fillReport(form, { ...author, character: { unit: of, ability: 0.9 }, quarter, ...(ownPlan ? { ownPlan } : {}) });
}

/** Asserts a problem document and answers its body. */
export function problem(answer: Answer, code: RefusalCode): Answer['body'] {
  const { status, headers, body } = answer;
  if (body.code !== code) throw new Error(`expected ${code}, got ${status} ${answer.text.slice(0, 2000)}`);
  if (status !== refusals[code].status || !headers['content-type']?.startsWith('application/problem+json')) throw new Error(`${code} came as ${status} ${headers['content-type']}`);
  return body;
}

export { routes };
