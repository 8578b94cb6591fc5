import type { Duty } from '../../domain/duty.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { Duties, DutyChanges, DutyFilter, DutyTally } from '../../domain/ports/duties.ts';
import type { DutyKind, DutyState } from '../../domain/stages.ts';
import { Prisma, type Duty as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { changeRow, findRow } from './one-row.ts';
import { limitOf, pageOf, positionOf } from './paging.ts';

function toDuty(row: Row): Duty {
  return {
    ...row,
    kind: row.kind as DutyKind,
    quarter: row.quarter as Quarter | null,
    state: row.state as DutyState,
    openedAt: toInstant(row.openedAt),
    submittedAt: toInstantOrNull(row.submittedAt),
    endedAt: toInstantOrNull(row.endedAt),
  };
}

function toRow(duty: Duty): Row {
  return {
    id: duty.id, cycle: duty.cycle, kind: duty.kind, unit: duty.unit, quarter: duty.quarter, state: duty.state, version: duty.version, round: duty.round,
    due: duty.due, unitDue: duty.unitDue, late: duty.late, submission: duty.submission, contentHash: duty.contentHash, approvedHash: duty.approvedHash, shard: duty.shard,
    openedAt: fromInstant(duty.openedAt), submittedAt: fromInstantOrNull(duty.submittedAt), endedAt: fromInstantOrNull(duty.endedAt),
  };
}

function toData({ submittedAt, endedAt, ...changes }: DutyChanges): Partial<Row> {
  return {
    ...changes,
    ...(submittedAt === undefined ? {} : { submittedAt: fromInstantOrNull(submittedAt) }),
    ...(endedAt === undefined ? {} : { endedAt: fromInstantOrNull(endedAt) }),
  };
}

function toWhere({ states, dueBefore, units, unit, silent, ...equal }: DutyFilter): Prisma.DutyWhereInput {
  return {
    ...equal,
    ...(unit === undefined ? {} : { unit }),
    ...(units === undefined ? {} : { AND: [{ unit: { in: [...units] } }] }),
    ...(states === undefined ? {} : { state: { in: [...states] } }),
    ...(dueBefore === undefined ? {} : { due: { lt: dueBefore } }),
    ...(silent ? { submission: null, draft: null } : {}),
  };
}

interface TallyRow {
  readonly kind: string;
  readonly quarter: string | null;
  readonly state: string;
  readonly count: bigint;
  readonly dueBefore: bigint;
  readonly silent: bigint;
}

function toTally({ kind, quarter, state, count, dueBefore, silent }: TallyRow): DutyTally {
  return { kind: kind as DutyKind, quarter: quarter as Quarter | null, state: state as DutyState, count: Number(count), dueBefore: Number(dueBefore), silent: Number(silent) };
}

type SortColumn = 'due' | 'unit' | 'state';

function sorting(sort: `${'' | '-'}${SortColumn}` = 'unit'): { column: SortColumn; direction: 'asc' | 'desc'; beyond: 'gt' | 'lt' } {
  return sort.startsWith('-') ? { column: sort.slice(1) as SortColumn, direction: 'desc', beyond: 'lt' } : { column: sort as SortColumn, direction: 'asc', beyond: 'gt' };
}

export function createDuties({ db }: Context): Duties {
  return {
    async find(id) {
      const row = await findRow<Row>(db, 'Duty', { id });
      return row ? toDuty(row) : undefined;
    },
    async list(filter, page) {
      const where = toWhere(filter);
      const { column, direction, beyond } = sorting(page.sort);
      const after = positionOf(page);
      const rest: Prisma.DutyWhereInput = after ? { OR: [{ [column]: { [beyond]: after[0] } }, { [column]: after[0], id: { gt: String(after[1]) } }] } : {};
      const limit = limitOf(page);
      const rows = await db.duty.findMany({ where: { AND: [where, rest] }, orderBy: [{ [column]: direction }, { id: 'asc' }], take: limit + 1 });
      return pageOf(rows, limit, await db.duty.count({ where }), toDuty, (row) => [row[column], row.id]);
    },
    async all(filter) {
      return (await db.duty.findMany({ where: toWhere(filter), orderBy: { id: 'asc' } })).map(toDuty);
    },
    count: (filter) => db.duty.count({ where: toWhere(filter) }),
    async countByState(cycle, kind, quarter) {
      const groups = await db.duty.groupBy({ by: ['state'], where: { cycle, kind, ...(quarter === undefined ? {} : { quarter }) }, _count: { _all: true } });
      return Object.fromEntries(groups.map((group) => [group.state, group._count._all]));
    },
    async tally(cycle, dueBefore, unit) {
      const ofUnit = unit === undefined ? Prisma.empty : Prisma.sql`AND d."unit" = ${unit}`;
      const rows = await db.$queryRaw<TallyRow[]>`
        SELECT d."kind", d."quarter", d."state", COUNT(*) AS "count", SUM(CASE WHEN d."due" < ${dueBefore} THEN 1 ELSE 0 END) AS "dueBefore",
          SUM(CASE WHEN d."submission" IS NULL AND f."duty" IS NULL THEN 1 ELSE 0 END) AS "silent"
        FROM "Duty" d LEFT JOIN "Draft" f ON f."duty" = d."id" WHERE d."cycle" = ${cycle} ${ofUnit} GROUP BY d."kind", d."quarter", d."state"`;
      return rows.map(toTally);
    },
    insertMissing: (duties) => insertRows(db, 'Duty', duties.map(toRow), 'ignore'),
    async claim(id, version, changes) {
      const row = await changeRow<Row>(db, 'Duty', { id, version }, { ...toData(changes), version: version + 1 });
      return row ? toDuty(row) : undefined;
    },
  };
}
