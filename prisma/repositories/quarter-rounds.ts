import type { QuarterRound, Restatement } from '../../domain/duty.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { QuarterRounds } from '../../domain/ports/cycles.ts';
import type { QuarterState } from '../../domain/stages.ts';
import { z } from 'zod';
import type { QuarterRound as Row, Restatement as RestatementRow } from '../generated/client.ts';
import { fromInstant, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { readJson } from './json.ts';

const anything = z.unknown();

function toRound(row: Row): QuarterRound {
  return {
    cycle: row.cycle,
    quarter: row.quarter as Quarter,
    state: row.state as QuarterState,
    openedAt: toInstant(row.openedAt),
    frozenAt: toInstantOrNull(row.frozenAt),
    frozen: row.frozen === null ? null : readJson(row.frozen, anything, `QuarterRound ${row.cycle} ${row.quarter}`),
  };
}

function toRestatement({ id, ...row }: RestatementRow): Restatement {
  return { ...row, quarter: row.quarter as Quarter, before: readJson(row.before, anything, `Restatement ${id}`), after: readJson(row.after, anything, `Restatement ${id}`), at: toInstant(row.at) };
}

const asText = (value: unknown): string => JSON.stringify(value ?? null);

export function createQuarterRounds({ db }: Context): QuarterRounds {
  return {
    async list(cycle) {
      return (await db.quarterRound.findMany({ where: { cycle }, orderBy: { quarter: 'asc' } })).map(toRound);
    },
    async listStates(cycle) {
      const rows = await db.quarterRound.findMany({ where: { cycle }, orderBy: { quarter: 'asc' }, omit: { frozen: true } });
      return rows.map((row) => { const { frozen: _, ...round } = toRound({ ...row, frozen: null }); return round; });
    },
    async find(cycle, quarter) {
      const row = await db.quarterRound.findFirst({ where: { cycle, quarter } });
      return row ? toRound(row) : undefined;
    },
    async open(cycle, quarter, at) {
      return (await insertRows(db, 'QuarterRound', [{ cycle, quarter, state: 'open' satisfies QuarterState, openedAt: fromInstant(at) }], 'ignore')) > 0;
    },
    async freeze(cycle, quarter, report, at) {
      const data = { state: 'frozen' satisfies QuarterState, frozen: asText(report), frozenAt: fromInstant(at) };
      return (await db.quarterRound.updateMany({ where: { cycle, quarter, state: 'open' satisfies QuarterState }, data })).count > 0;
    },
    async cancelOpen(cycle) {
      return (await db.quarterRound.updateMany({ where: { cycle, state: 'open' satisfies QuarterState }, data: { state: 'cancelled' satisfies QuarterState } })).count;
    },
    async restate(rows) {
      await insertRows(db, 'Restatement', rows.map((row) => ({ ...row, before: asText(row.before), after: asText(row.after), at: fromInstant(row.at) })));
    },
    async restatements(cycle, quarter) {
      return (await db.restatement.findMany({ where: { cycle, ...(quarter === undefined ? {} : { quarter }) }, orderBy: { id: 'asc' } })).map(toRestatement);
    },
  };
}
