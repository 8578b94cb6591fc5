import type { FigureMarks } from '../../domain/ports/duties.ts';
import { Prisma } from '../generated/client.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';

interface Alike {
  readonly unit: string;
  readonly same: number | bigint;
}

export function createFigureMarks({ db }: Context): FigureMarks {
  return {
    async replace(cycle, quarter, unit, marks) {
      await db.$executeRaw`DELETE FROM "FigureMark" WHERE "cycle" = ${cycle} AND "quarter" = ${quarter} AND "unit" = ${unit}`;
      await insertRows(db, 'FigureMark', marks.map((mark) => ({ cycle, quarter, mark, unit })));
    },
    async mostAlike(cycle, quarter, unit, marks) {
      if (marks.length === 0) return undefined;
      // its own report is among them: asking SQL to leave it out would lead SQLite to the index by unit, and through the whole quarter
      const found = await db.$queryRaw<Alike[]>`
        SELECT "unit", COUNT(*) AS "same" FROM "FigureMark"
        WHERE "cycle" = ${cycle} AND "quarter" = ${quarter} AND "mark" IN (${Prisma.join([...marks])})
        GROUP BY "unit" ORDER BY "same" DESC, "unit" LIMIT 2`;
      const other = found.find((each) => each.unit !== unit);
      return other && { unit: other.unit, same: Number(other.same) };
    },
  };
}
