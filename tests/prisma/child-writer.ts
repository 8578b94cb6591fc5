/**
 * `node --import tsx child-writer.ts <file> <name> <writes> <callers>`: a process of its own on the record. Every write claims
 * the duty of u1 and appends an audit row; its number is printed only when the write is acknowledged.
 */
import { writeSync } from 'node:fs';
import { openRecord } from '../../prisma/client.ts';
import { anAuditRow } from './rows.ts';

const [file = '', name = '', writes = '0', callers = '1'] = process.argv.slice(2);
const record = await openRecord({ file });
const duty = 'plan/2022-gl/u1';
let next = 0;

async function caller(): Promise<void> {
  for (let n = next++; n < Number(writes); n = next++) {
    await record.write(async (tx) => {
      const found = await tx.duties.find(duty);
      if (!(await tx.duties.claim(duty, found?.version ?? 0, { contentHash: `${name}${n}` }))) throw new Error('The claim was lost inside a transaction');
      await tx.audit.append([anAuditRow({ actor: name, details: { n, text: 'x'.repeat(500) } })]);
    });
    writeSync(1, `${n}\n`);
  }
}

await Promise.all(Array.from({ length: Number(callers) }, caller));
await record.close();
