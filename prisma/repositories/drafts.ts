import type { Draft } from '../../domain/duty.ts';
import type { Drafts } from '../../domain/ports/duties.ts';
import type { Draft as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { contentOutline, readJson } from './json.ts';
import { findRow } from './one-row.ts';

function toDraft(row: Row): Draft {
  return { ...row, content: readJson(row.content, contentOutline, `Draft ${row.duty} content`), savedAt: toInstant(row.savedAt) };
}

function toRow({ duty, version, content, savedAt, savedBy }: Draft): Row {
  return { duty, version, content: JSON.stringify(content), savedAt: fromInstant(savedAt), savedBy };
}

export function createDrafts({ db }: Context): Drafts {
  return {
    async find(duty) {
      const row = await findRow<Row>(db, 'Draft', { duty });
      return row ? toDraft(row) : undefined;
    },
    async save(duty, expected, content, at, by) {
      const draft: Draft = { duty, version: expected + 1, content, savedAt: at, savedBy: by };
      const { duty: _, ...data } = toRow(draft);
      const written = expected === 0 ? await insertRows(db, 'Draft', [toRow(draft)], 'ignore') : (await db.draft.updateMany({ where: { duty, version: expected }, data })).count;
      return written > 0 ? draft : undefined;
    },
    async insertMany(drafts) {
      await insertRows(db, 'Draft', drafts.map(toRow));
    },
  };
}
