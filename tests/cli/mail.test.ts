import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exitStatus } from '../../cli/exit.ts';
import { files } from '../../main/supervise/data-folder.ts';
import { openRecord } from '../../prisma/client.ts';
import { migrate } from '../../prisma/migrate.ts';
import { aCycle, aDuty, aUnit } from '../prisma/rows.ts';
import { aContact, aReminder, cycle } from '../notify/situation.ts';

async function pipe(folder: string, input: string): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/bin.ts', 'mail', 'bounce', '--data', folder], { stdio: 'pipe' });
  child.stdin.end(input);
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((done) => child.on('close', done))]);
  return { status, out, err };
}

it('`chutrinh mail bounce` takes a report from a pipe; what is none is one clear line and changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-bounce-'));
  migrate(files(folder).record);
  const record = await openRecord({ file: files(folder).record });
  await record.write(async (tx) => {
    await tx.units.upsertMany(['b', 'tt'].map((code) => aUnit(code)));
    await tx.cycles.insert(aCycle(cycle));
    await tx.duties.insertMissing([aDuty('b')]);
    await tx.contacts.replaceOf('b', [aContact('b', 'focal', 'focal.b@tinh.example')]);
    await tx.reminders.insertMissing([aReminder('b')]);
  });
  const later = Date.now() + 60_000;
  const [row] = await record.write((tx) => tx.deliveries.claim('x', 1, { now: later, until: later + 1_000, settled: later }));
  await record.write((tx) => tx.deliveries.begin('x', [row?.id ?? 0], { id: 'm1@tinh.example', raw: 'x' }, later, later + 1_000));
  await record.write((tx) => tx.deliveries.end('x', [row?.id ?? 0], { state: 'sent' }, later));
  const dsn = ['Content-Type: multipart/report; report-type=delivery-status; boundary="B"', '', '--B', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx', '', 'Final-Recipient: rfc822; focal.b@tinh.example', 'Action: failed', 'Status: 5.1.1', '', '--B', 'Content-Type: text/rfc822-headers', '', 'Message-ID: <m1@tinh.example>', '', '--B--', ''].join('\n');
  const garbage = await pipe(folder, 'Xin chào');
  expect([garbage.status, garbage.out, garbage.err]).toEqual([exitStatus.badInput, '', expect.stringMatching(/^chutrinh: invalid-input; \/message: no-bounce \(accepted: a report in the form of RFC 3464.*\n$/)]);
  expect((await record.read.deliveries.find(row?.id ?? 0))?.state).toBe('sent');
  expect(await pipe(folder, dsn)).toMatchObject({ status: exitStatus.done, out: '<m1@tinh.example> came back (5.1.1).\n' });
  expect((await record.read.deliveries.find(row?.id ?? 0))?.state).toBe('bounced');
  await record.close();
  rmSync(folder, { recursive: true, force: true });
});
