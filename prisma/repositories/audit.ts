import type { AuditRow, NewAuditRow } from '../../domain/audit.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Audit, AuditFilter } from '../../domain/ports/audit.ts';
import { chainStart, hashOf } from '../audit-chain.ts';
import type { AuditRow as Row, Prisma } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { limitOf, pageOf, positionOf } from './paging.ts';

/** A text that somebody has broken is still shown, so that verification can name its row. */
function detailsOf(text: string): AuditRow['details'] {
  try {
    return JSON.parse(text) as AuditRow['details'];
  } catch {
    return { unreadable: text };
  }
}

function toAuditRow(row: Row): AuditRow {
  return { ...row, at: toInstant(row.at), writtenAt: toInstant(row.writtenAt), outcome: row.outcome as AuditRow['outcome'], details: detailsOf(row.details) };
}

function toRow(row: AuditRow, details: string): Row {
  return { ...row, at: fromInstant(row.at), writtenAt: fromInstant(row.writtenAt), details };
}

/** The rows as they will be stored, each linked to the one before. */
function linked(rows: readonly NewAuditRow[], last: { readonly id: number; readonly hash: string }, writtenAt: number): readonly Row[] {
  let { id, hash: previous } = last;
  return rows.map(({ at, actor, act, cycle, unit, subject, outcome, details }) => {
    const text = canonicalJson(details);
    id += 1;
    const row = { id, at: Math.trunc(at), writtenAt, actor, act, cycle, unit, subject, outcome, details: detailsOf(text), previous };
    previous = hashOf(row);
    return toRow({ ...row, hash: previous }, text);
  });
}

function toWhere({ after, ...equal }: AuditFilter): Prisma.AuditRowWhereInput {
  return { ...equal, ...(after === undefined ? {} : { id: { gt: after } }) };
}

export function createAudit({ db, now }: Context): Audit {
  const last = async (): Promise<{ id: number; hash: string } | undefined> => (await db.$queryRaw<{ id: number; hash: string }[]>`SELECT "id", "hash" FROM "AuditRow" ORDER BY "id" DESC LIMIT 1`)[0];
  return {
    async append(rows) {
      await insertRows(db, 'AuditRow', linked(rows, (await last()) ?? { id: 0, hash: chainStart }, Math.trunc(now())));
    },
    async list(filter, page) {
      const where = toWhere(filter);
      const forward = filter.after !== undefined;
      const from = positionOf(page)?.[0];
      const rest: Prisma.AuditRowWhereInput = from === undefined ? {} : { id: { [forward ? 'gt' : 'lt']: Number(from) } };
      const limit = limitOf(page);
      const rows = await db.auditRow.findMany({ where: { AND: [where, rest] }, orderBy: { id: forward ? 'asc' : 'desc' }, take: limit + 1 });
      return pageOf(rows, limit, await db.auditRow.count({ where }), toAuditRow, (row) => [row.id, row.id]);
    },
    async *slices(size) {
      for (let after = 0; ; ) {
        const rows = await db.auditRow.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: size });
        if (rows.length > 0) yield rows.map(toAuditRow);
        if (rows.length < size) return;
        after = rows.at(-1)?.id ?? after;
      }
    },
    async lastActs(subjects) {
      const groups = await db.auditRow.groupBy({ by: ['subject'], where: { subject: { in: [...new Set(subjects)] }, outcome: 'done' }, _max: { writtenAt: true } });
      return new Map(groups.map(({ subject, _max }) => [subject, toInstant(_max.writtenAt ?? 0n)]));
    },
    async lastOf(subject, acts) {
      const row = await db.auditRow.findFirst({ where: { subject, outcome: 'done', act: { in: [...acts] } }, orderBy: { id: 'desc' }, select: { at: true } });
      return row ? toInstant(row.at) : undefined;
    },
    async lastId() {
      return (await last())?.id ?? 0;
    },
  };
}
