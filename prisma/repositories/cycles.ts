import { wholeSettings, type Cycle } from '../../domain/cycle.ts';
import type { CycleChanges, Cycles } from '../../domain/ports/cycles.ts';
import { Refused } from '../../domain/refusals.ts';
import { cycleStates, type CycleState } from '../../domain/stages.ts';
import type { Cycle as Row } from '../generated/client.ts';
import { fromInstant, fromInstantOrNull, toInstant, toInstantOrNull } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { anyObject, readJson } from './json.ts';
import { changeRow, findRow } from './one-row.ts';

const over: readonly CycleState[] = ['closed', 'cancelled'];
const openStates = cycleStates.filter((state) => !over.includes(state));

function toCycle(row: Row): Cycle {
  return {
    ...row,
    state: row.state as CycleState,
    clock: readJson(row.clock, anyObject, `Cycle ${row.id} clock`),
    settings: wholeSettings(readJson(row.settings, anyObject, `Cycle ${row.id} settings`)),
    publishedAt: toInstantOrNull(row.publishedAt),
    pausedAt: toInstantOrNull(row.pausedAt),
    createdAt: toInstant(row.createdAt),
  };
}

function toRow(cycle: Cycle): Row {
  return {
    ...cycle,
    clock: JSON.stringify(cycle.clock),
    settings: JSON.stringify(cycle.settings),
    publishedAt: fromInstantOrNull(cycle.publishedAt),
    pausedAt: fromInstantOrNull(cycle.pausedAt),
    createdAt: fromInstant(cycle.createdAt),
  };
}

function toData({ clock, settings, publishedAt, pausedAt, ...changes }: CycleChanges): Partial<Row> {
  return {
    ...changes,
    ...(clock === undefined ? {} : { clock: JSON.stringify(clock) }),
    ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
    ...(publishedAt === undefined ? {} : { publishedAt: fromInstantOrNull(publishedAt) }),
    ...(pausedAt === undefined ? {} : { pausedAt: fromInstantOrNull(pausedAt) }),
  };
}

export function createCycles({ db }: Context): Cycles {
  return {
    async find(id) {
      const row = await findRow<Row>(db, 'Cycle', { id });
      return row ? toCycle(row) : undefined;
    },
    async list() {
      return (await db.cycle.findMany({ orderBy: [{ year: 'desc' }, { createdAt: 'desc' }] })).map(toCycle);
    },
    async listOpen() {
      return (await db.cycle.findMany({ where: { state: { in: openStates } }, orderBy: [{ year: 'desc' }, { createdAt: 'desc' }] })).map(toCycle);
    },
    async insert(cycle) {
      if ((await insertRows(db, 'Cycle', [toRow(cycle)], 'ignore')) === 0) throw new Refused('already-exists', { figures: { cycle: cycle.id } });
    },
    async claim(id, version, changes) {
      const row = await changeRow<Row>(db, 'Cycle', { id, version }, { ...toData(changes), version: version + 1 });
      return row ? toCycle(row) : undefined;
    },
  };
}
