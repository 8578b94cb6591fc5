import type { Unit, UnitLevel } from '../../domain/unit.ts';
import type { Units } from '../../domain/ports/registers.ts';
import { searchKey } from '../../domain/search-key.ts';
import type { Unit as Row } from '../generated/client.ts';
import { present } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { readJson, textList } from './json.ts';

function toUnit({ search: _, successors, level, ...row }: Row): Unit {
  const codes: readonly string[] = readJson(successors, textList, `Unit ${row.code} successors`);
  return { ...present(row), level: level as UnitLevel, ...(codes.length > 0 ? { successors: codes } : {}) };
}

function toRow(unit: Unit): Row {
  return {
    code: unit.code,
    name: unit.name.normalize('NFC'),
    level: unit.level,
    group: unit.group ?? null,
    parent: unit.parent ?? null,
    validFrom: unit.validFrom,
    validTo: unit.validTo ?? null,
    successors: JSON.stringify(unit.successors ?? []),
    search: searchKey(`${unit.code} ${unit.name}`),
  };
}

export function createUnits({ db }: Context): Units {
  return {
    async find(code) {
      const row = await db.unit.findFirst({ where: { code } });
      return row ? toUnit(row) : undefined;
    },
    async list({ search = '', level, on } = {}) {
      const rows = await db.unit.findMany({
        where: {
          ...(level === undefined ? {} : { level }),
          ...(on === undefined ? {} : { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] }),
        },
        orderBy: { code: 'asc' },
      });
      // Not `contains`: Prisma passes % and _ to LIKE as they are.
      const wanted = searchKey(search);
      return rows.filter((row) => row.search.includes(wanted)).map(toUnit);
    },
    async upsertMany(units) {
      await insertRows(db, 'Unit', units.map(toRow), { replace: 'code' });
    },
    count: () => db.unit.count(),
  };
}
