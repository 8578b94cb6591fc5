import type { CycleUnits } from '../../domain/ports/cycles.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

export function createCycleUnits({ db }: Context): CycleUnits {
  return {
    list: (cycle) => db.cycleUnit.findMany({ where: { cycle }, orderBy: { unit: 'asc' } }),
    async find(cycle, unit) {
      return (await db.cycleUnit.findFirst({ where: { cycle, unit } })) ?? undefined;
    },
    async insertMany(rows) {
      await insertRows(db, 'CycleUnit', rows.map(({ cycle, unit, shard, joinedOn, leftOn, reason }) => ({ cycle, unit, shard, joinedOn, leftOn, reason })));
    },
    async leave(cycle, unit, on, reason) {
      return (await db.cycleUnit.updateMany({ where: { cycle, unit, leftOn: null }, data: { leftOn: on, reason } })).count > 0;
    },
  };
}
