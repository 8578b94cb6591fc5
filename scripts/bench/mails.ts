import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Duty, Reminder } from '../../domain/duty.ts';
import { planDutyId } from '../../domain/ids.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import { files } from '../../main/supervise/data-folder.ts';
import { openRecord } from '../../prisma/client.ts';
import { startSink, startWorker, type BenchSink } from './mails/processes.ts';
import { spread as ofRuns, type Spread as OfRuns } from './spread.ts';
import { submit } from './submit/send.ts';
import { startServer } from './submit/server.ts';
import { spread, type Spread } from './submit/spread.ts';
import { aYearOf } from './submit/year.ts';

export interface MailsBench {
  readonly method: string;
  /** From the moment at which all are owed until the last is marked as sent. */
  readonly secondsForAll: OfRuns;
  readonly lost: number;
  readonly twice: number;
  readonly workerCpuMsPerMail: number;
  readonly submitIdle: Spread;
  readonly submitMeanwhile: Spread;
  /** Of the medians of each round. */
  readonly timesIdle: OfRuns;
  readonly serverCpuMs: { readonly idle: number; readonly meanwhile: number };
}

const mails = 2_000;
const idle = 150;
const most = 450;
const warmUp = 60;
/** Between two submissions, so that a round has enough of them for as long as its mails take. */
const pauseMs = 60;

const method = `Server, worker (workflow server away) and mail server as processes of their own on one fresh record. Each round: ${idle} plans submitted over HTTP by one client, ${pauseMs} ms after each other, while
nothing else happens; then ${mails} reminders to as many people are owed at once and, from then until the last is marked as sent, plans are submitted in the same way. ${warmUp} submissions first that do not count.`;

/** How fast mails go out, and what that does to people who submit meanwhile, in turns with nothing going out. */
export async function benchMails({ rounds = 3 }: { rounds?: number } = {}): Promise<MailsBench> {
  const year = await aYearOf(warmUp + rounds * (idle + most));
  const record = await openRecord({ file: files(year.data).record });
  const readers = await engage(record);
  const [server, sink] = [await startServer(year.data), await startSink()];
  const worker = await startWorker(year.data, sink.port);
  const left = year.submissions.values();
  const send = async (goesOn: (sent: number) => boolean): Promise<{ readonly times: number[]; readonly cpu: number }> => {
    const [times, cpu]: [number[], number] = [[], server.cpuMs()];
    const agent = new Agent({ keepAlive: true, maxSockets: 1 }); // a connection that has idled while mails were made ready may be closed any moment
    while (goesOn(times.length)) {
      const { value } = left.next();
      if (!value) throw new RangeError('More submissions were needed than there are units');
      times.push(await submit(agent, server.port, value));
      await sleep(pauseMs);
    }
    agent.destroy();
    return { times, cpu: server.cpuMs() - cpu };
  };
  try {
    await send((sent) => sent < warmUp);
    const results: Round[] = [];
    for (let round = 0; round < rounds; round += 1) results.push(await oneRound(round, { record, readers, sink, send, workerCpu: worker.cpuMs }));
    const all = (of: (result: Round) => readonly number[]): number[] => results.flatMap(of);
    const [before, during] = [all(({ quiet }) => quiet.times), all(({ busy }) => busy.times)];
    const perSubmission = (cpu: number[], count: number): number => Number((cpu.reduce((sum, each) => sum + each, 0) / count).toFixed(2));
    return {
      method, secondsForAll: ofRuns(results.map(({ seconds }) => seconds)), lost: mails * rounds - sink.different(), twice: sink.arrived() - sink.different(),
      workerCpuMsPerMail: perSubmission(all(({ workerCpu }) => [workerCpu]), mails * rounds),
      submitIdle: spread(before), submitMeanwhile: spread(during), timesIdle: ofRuns(results.map(({ quiet, busy }) => spread(busy.times).median / spread(quiet.times).median)),
      serverCpuMs: { idle: perSubmission(all(({ quiet }) => [quiet.cpu]), before.length), meanwhile: perSubmission(all(({ busy }) => [busy.cpu]), during.length) },
    };
  } finally {
    await worker.stop();
    await Promise.all([server.stop(), sink.stop(), record.close()]);
    year.remove();
  }
}

interface Round {
  readonly quiet: { readonly times: readonly number[]; readonly cpu: number };
  readonly busy: { readonly times: readonly number[]; readonly cpu: number };
  readonly seconds: number;
  readonly workerCpu: number;
}

interface RoundGround {
  readonly record: RecordStore;
  readonly readers: readonly Duty[];
  readonly sink: BenchSink;
  readonly send: (goesOn: (sent: number) => boolean) => Promise<Round['quiet']>;
  readonly workerCpu: () => number;
}

async function oneRound(round: number, { record, readers, sink, send, workerCpu }: RoundGround): Promise<Round> {
  const quiet = await send((sent) => sent < idle);
  const cpu = workerCpu();
  await owe(record, readers, round);
  const began = performance.now();
  let seconds = 0;
  const sent = (async () => {
    while (sink.arrived() < mails * (round + 1) || (await record.read.deliveries.backlog(Date.now())).waiting > 0) await sleep(100);
    seconds = (performance.now() - began) / 1_000;
  })();
  const busy = await send((count) => seconds === 0 && count < most);
  await sent;
  return { quiet, busy, seconds, workerCpu: workerCpu() - cpu };
}

/** Units besides those that submit, each with somebody to be reminded. */
async function engage(record: RecordStore): Promise<readonly Duty[]> {
  const [first] = await record.read.duties.all({});
  if (!first) throw new Error('No duty in the year of the bench');
  const known = await record.read.units.find(first.unit);
  if (!known) throw new Error(`No unit ${first.unit}`);
  const codes = Array.from({ length: mails }, (_, index) => `so-nhac-${index + 1}`);
  const duties = codes.map((unit): Duty => ({ ...first, id: planDutyId(first.cycle, unit), unit, state: 'draft', submission: null }));
  await record.write(async (tx) => {
    await tx.units.upsertMany(codes.map((code) => ({ ...known, code, name: `Sở ${code}` })));
    await tx.duties.insertMissing(duties);
    for (const unit of codes) await tx.contacts.replaceOf(unit, [{ unit, part: 'focal', name: `Đầu mối ${unit}`, email: `dau-moi@${unit}.example` }]);
  });
  return duties;
}

/** Everybody is owed one reminder; in slices, as the workflows of as many units would write them. */
async function owe(record: RecordStore, duties: readonly Duty[], round: number): Promise<void> {
  const now = Date.now();
  const reminders = duties.map(({ id, cycle, unit, due }): Reminder => ({ id: `${id}/${round}`, cycle, duty: id, unit, rung: `plan/r1/${due}/-${round + 1}`, to: 'unit', escalation: false, dueAt: now, sentAt: now }));
  for (let from = 0; from < reminders.length; from += 50) await record.write((tx) => tx.reminders.insertMissing(reminders.slice(from, from + 50)));
}
