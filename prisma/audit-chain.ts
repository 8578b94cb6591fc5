import type { AuditRow, AuditVerdict } from '../domain/audit.ts';
import { contentHash } from '../domain/content-hash.ts';
import type { RecordStore } from '../domain/ports/record.ts';

/** What the first row has for `previous`. */
export const chainStart = '0'.repeat(64);

/** SHA-256 (hex) over the canonical JSON of all fields of a row but the hash itself; `previous` is one of them. */
export function hashOf({ hash: _, ...row }: Omit<AuditRow, 'hash'> & { readonly hash?: string }): string {
  return contentHash(row);
}

interface Before {
  readonly id: number;
  readonly hash: string;
}

/**
 * What is wrong with `row` after `before`. `gap`: a row between them is gone (ids are given without holes).
 * `content`: the row was changed. `link`: it fits itself, but not the row before.
 */
function flawOf(before: Before, row: AuditRow): 'content' | 'link' | 'gap' | undefined {
  if (row.id !== before.id + 1) return 'gap';
  if (hashOf(row) !== row.hash) return 'content';
  return row.previous === before.hash ? undefined : 'link';
}

/**
 * Walks the chain to its end and names the first row that does not fit. It cannot see that the newest rows were cut off: compare
 * `rows` with a count kept elsewhere (a printed report, a backup) for that.
 */
export async function verifyChain(slices: AsyncIterable<readonly AuditRow[]>): Promise<AuditVerdict> {
  let rows = 0;
  let before: Before = { id: 0, hash: chainStart };
  let firstBroken: AuditVerdict['firstBroken'];
  for await (const slice of slices) {
    for (const row of slice) {
      rows += 1;
      const reason = firstBroken ? undefined : flawOf(before, row);
      if (reason) firstBroken = { id: row.id, reason };
      before = row;
    }
  }
  return firstBroken ? { rows, intact: false, firstBroken } : { rows, intact: true };
}

export function verifyAudit(record: Pick<RecordStore, 'read'>): Promise<AuditVerdict> {
  return verifyChain(record.read.audit.slices(1_000));
}
