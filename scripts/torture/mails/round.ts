import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { everyPage } from '../../../cli/rehearse/result/every-page.ts';
import { randomFor } from '../../../cli/rehearse/random.ts';
import { workingCalendar } from '../../../domain/working-calendar.ts';
import { loadPlan } from '../../../plans/load.ts';
import { startProvince } from '../../bench/system/province.ts';
import { expectedMails } from './expected.ts';
import { kill, killsOf, type Landing } from './kills.ts';
import { readUncertain } from './listed.ts';
import { engageReaders } from './people.ts';
import { ladder, quarterOf, submissionsOf, type Pace } from './quarter.ts';
import { reckon, type Reckoning } from './reckoning.ts';
import { openTortureSink } from './sink.ts';
import { submitAll } from './submitting.ts';
import { makeWeather } from './weather.ts';

export interface MailsRequest {
  readonly units: number;
  readonly kills: number;
  readonly seed: number;
  /** A quick quarter, and no trouble that makes the sender wait for half a minute. */
  readonly isShort?: boolean;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

export interface MailsResult extends Reckoning {
  readonly units: number;
  readonly submitted: number;
  readonly landings: Readonly<Partial<Record<Landing, number>>>;
  readonly refusals: number;
  readonly seconds: number;
}

const planId = 'gia-lai-2022';
/** Rest and lease of mails in s, and how long after the launch the year begins in ms. */
const longRun = { rest: 2, lease: 45, startsIn: 3_000 } as const;
const shortRun = { rest: 1, lease: 6, startsIn: 500 } as const;
const paceOf = (units: number, isShort: boolean): Pace => (isShort ? { lead: 3_000 + units * 100, spacing: 2_000 } : { lead: 20_000 + units * 80, spacing: 8_000 + units * 85 });
/** Until nothing waits any more, in ms: a mail that is put off goes out after half a minute, a minute, two. */
const patienceMs = 900_000;

/** The drafting of a rehearsed year with its mails over SMTP: sender and server killed, mail server slow, away and refusing; then what arrived is held against what should have. */
export async function mailsRound({ units: count, kills: killed, seed, isShort = false, signal, say }: MailsRequest): Promise<MailsResult> {
  const began = Date.now();
  const { rest, lease, startsIn } = isShort ? shortRun : longRun;
  const sink = await openTortureSink(randomFor(seed, 'sink'));
  const province = await startProvince(count, {
    withAgencies: true, signal, onLine: (part, line) => {
      if (/"level":[56]0/.test(line) || /ended \(/.test(line)) say(`${part}: ${line.slice(0, 300)}`);
    },
    env: { REHEARSAL_SMTP_URL: `smtp://127.0.0.1:${sink.port}`, MAIL_REST_SECONDS: String(rest), MAIL_LEASE_SECONDS: String(lease), PUBLIC_URL: 'https://kehoach.tinh.example' },
  });
  const over = new AbortController();
  const within = AbortSignal.any([signal, over.signal]);
  setMaxListeners(0, within); // every unit's wait listens
  try {
    const { record, units, system, secretariat } = province;
    const people = await engageReaders(record, units);
    const plan = loadPlan(planId);
    const pace = paceOf(count, isShort);
    const startReal = Date.now() + startsIn;
    const quarter = quarterOf({ calendar: plan.calendar, days: workingCalendar(await record.read.calendarDays.list()), startReal, pace });
    const cycle = await province.launch({ calendar: quarter.calendar, ladder, rehearsal: { clock: quarter.clock } });
    await secretariat.post(`/cycles/${cycle}/guidance`, {}, 'guidance');
    say(`${count} units, ${killed} kills, seed ${seed}: eight rungs until ${Math.round((quarter.over - began) / 1_000)} s`);

    const [firstRung, signals] = [startReal + pace.lead, { signal: within, say }];
    const weather = makeWeather({ sink, addresses: people.addresses, seed, from: firstRung, to: quarter.over, isShort, ...signals });
    const submitting = submitAll({ record, cycle, plan, quarter, address: system.address, tokenOf: (unit) => province.tokenOf({ role: 'agency', unit }), seed, signal: within }, submissionsOf(units, quarter, pace, seed));
    const killing = kill({ system, sink, submitting: submitting.underWay, dead: new Set(), ...signals }, killsOf(killed, { from: firstRung, to: quarter.over, seed }));
    const [landings] = await Promise.all([killing, submitting.over, weather.over]);
    await sleep(Math.max(0, quarter.over - Date.now()), undefined, { signal });
    say('the quarter is over; waiting for the last mails');

    const expecting = { record, cycle, units, quarter, addressesOf: people.addressesOf };
    const expected = await untilSettled(expecting, signals);
    const deliveries = await everyPage((page) => record.read.deliveries.list({ cycle }, page));
    const uncertain = await readUncertain(system.address, people.administrator);
    return {
      ...reckon({ expected, deliveries, arrived: sink.arrived, gone: weather.gone, listedUncertain: uncertain.listed, countedUncertain: uncertain.counted }),
      units: count, submitted: (await record.read.duties.all({ cycle })).filter(({ submission }) => submission !== null).length,
      landings: Object.fromEntries([...new Set(landings)].map((landing) => [landing, landings.filter((each) => each === landing).length])),
      refusals: sink.refusals(), seconds: Math.round((Date.now() - began) / 1_000),
    };
  } finally {
    over.abort();
    await province.stop();
    await sink.close();
  }
}

/** Every reminder of the ladder is recorded, and nothing waits or is claimed; in vain after the patience, which the reckoning then shows. */
async function untilSettled(expecting: Parameters<typeof expectedMails>[0], { signal, say }: { readonly signal: AbortSignal; readonly say: (line: string) => void }): ReturnType<typeof expectedMails> {
  const { record, cycle } = expecting;
  const expected = await expectedMails(expecting);
  const wanted = expected.filter(({ mayBeOvertaken }) => !mayBeOvertaken).length;
  for (let [end, told] = [Date.now() + patienceMs, Date.now()]; Date.now() < end; await sleep(250, undefined, { signal })) {
    const [{ waiting }, { total }] = await Promise.all([record.read.deliveries.backlog(Date.now()), record.read.deliveries.list({ cycle }, { limit: 1 })]);
    if (waiting === 0 && total >= wanted) break;
    if (Date.now() - told < 15_000) continue;
    told = Date.now();
    say(`${total} owed of ${wanted}, ${waiting} waiting`);
  }
  return expected;
}
