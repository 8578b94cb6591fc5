import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordStore, Repositories } from '../../domain/ports/record.ts';
import { openRecord } from '../../prisma/client.ts';
import { migrate } from '../../prisma/migrate.ts';
import { aCycle, aDuty, aPlanContent, aSubmission, aUnit, aVerdict, anAuditRow, at } from '../../tests/prisma/rows.ts';

/** Of `runs` runs: the middle one, and the slowest and quickest. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface RecordBench {
  readonly method: string;
  readonly runs: number;
  readonly transactions: number;
  readonly oneCaller: { readonly perSecond: Spread; readonly medianMs: Spread };
  readonly twentyCallers: { readonly perSecond: Spread; readonly medianMs: Spread; readonly p95Ms: Spread };
  readonly bulkMs: { readonly duties: Spread; readonly drafts: Spread };
}

const method = 'A submit as the record sees it, in one transaction with synchronous = FULL: claim the duty, insert the submission with a 45-target content and a verdict of 70 results, '
  + 'append one audit row and one outbox message, save the draft, insert the idempotency key. From the call to the acknowledged commit. Bulk: 2,000 rows in one transaction.';

const content = aPlanContent('u', 45);
const verdict = aVerdict(70);

async function submit(tx: Repositories, unit: string, number: number): Promise<void> {
  const duty = await tx.duties.find(`plan/2022-gl/${unit}`);
  if (!duty) throw new Error('no duty');
  const submission = aSubmission(unit, number, { content, verdict });
  if (!(await tx.duties.claim(duty.id, duty.version, { state: 'submitted', submission: submission.id, contentHash: submission.hash, submittedAt: at }))) throw new Error('lost');
  await tx.submissions.insert(submission);
  await tx.audit.append([anAuditRow({ unit, subject: duty.id })]);
  await tx.outbox.append([{ workflowId: duty.id, workflowType: 'unitPlan', act: 'submit', version: duty.version + 1 }], at);
  await tx.drafts.save(duty.id, number, content, at, 'account:a');
  await tx.idempotencyKeys.insert('a', `${unit}-${number}`, { requestHash: 'h', status: 201, body: JSON.stringify({ receipt: submission.id }) }, at);
}

const units = Array.from({ length: 2_000 }, (_, index) => `u${index}`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

function spread(values: readonly number[]): Spread {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { median: round(quantile(values, 0.5)), least: round(Math.min(...values)), most: round(Math.max(...values)) };
}

/** `callers` callers share `total` submits; each asks for its next when the last is acknowledged. */
async function submits(record: RecordStore, callers: number, total: number, number: number): Promise<{ perSecond: number; each: readonly number[] }> {
  const each: number[] = [];
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let index = next++; index < total; index = next++) each.push(await timed(() => record.write((tx) => submit(tx, units[index] ?? '', number))));
  };
  const whole = await timed(() => Promise.all(Array.from({ length: callers }, caller)));
  return { perSecond: (total / whole) * 1_000, each };
}

async function onFreshRecord<Result>(measure: (record: RecordStore) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-bench-'));
  const file = join(folder, 'record.db');
  migrate(file);
  const record = await openRecord({ file });
  try {
    return await measure(record);
  } finally {
    await record.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function oneRun(transactions: number): Promise<{ one: Awaited<ReturnType<typeof submits>>; twenty: Awaited<ReturnType<typeof submits>>; duties: number; drafts: number }> {
  return onFreshRecord(async (record) => {
    await record.write(async (tx) => {
      await tx.units.upsertMany(units.slice(0, 20).map((code) => aUnit(code)));
      await tx.cycles.insert(aCycle());
    });
    const duties = await timed(() => record.write((tx) => tx.duties.insertMissing(units.map((unit) => aDuty(unit)))));
    const drafts = await timed(() => record.write((tx) => tx.drafts.insertMany(units.map((unit) => ({ duty: `plan/2022-gl/${unit}`, version: 1, content, savedAt: at, savedBy: 'x' })))));
    await submits(record, 1, 50, 1);
    return { duties, drafts, one: await submits(record, 1, transactions, 2), twenty: await submits(record, 20, transactions, 3) };
  });
}

/** Transactions per second of the record alone, without HTTP and without rules. About 10 s with the usual figures. */
export async function benchRecord({ runs = 5, transactions = 300 }: { readonly runs?: number; readonly transactions?: number } = {}): Promise<RecordBench> {
  const all: Awaited<ReturnType<typeof oneRun>>[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await oneRun(transactions));
  return {
    method,
    runs,
    transactions,
    oneCaller: { perSecond: spread(all.map(({ one }) => one.perSecond)), medianMs: spread(all.map(({ one }) => quantile(one.each, 0.5))) },
    twentyCallers: {
      perSecond: spread(all.map(({ twenty }) => twenty.perSecond)),
      medianMs: spread(all.map(({ twenty }) => quantile(twenty.each, 0.5))),
      p95Ms: spread(all.map(({ twenty }) => quantile(twenty.each, 0.95))),
    },
    bulkMs: { duties: spread(all.map((run) => run.duties)), drafts: spread(all.map((run) => run.drafts)) },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await benchRecord(), null, 2));
