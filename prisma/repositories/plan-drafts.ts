import type { PlanDraft } from '../../domain/plan-draft.ts';
import type { PlanDrafts } from '../../domain/ports/registers.ts';
import type { PlanDraft as Row } from '../generated/client.ts';
import { fromInstant, toInstant } from './columns.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { planOutline, readJson } from './json.ts';

const toDraft = (row: Row): PlanDraft => ({ ...row, body: readJson(row.body, planOutline, `PlanDraft ${row.id} body`), savedAt: toInstant(row.savedAt) });
const toRow = (draft: PlanDraft): Row => ({ ...draft, body: JSON.stringify(draft.body), savedAt: fromInstant(draft.savedAt) });

export function createPlanDrafts({ db }: Context): PlanDrafts {
  return {
    async list() {
      const rows = await db.planDraft.findMany({ omit: { body: true }, orderBy: [{ savedAt: 'desc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, savedAt: toInstant(row.savedAt) }));
    },
    async find(id) {
      const row = await db.planDraft.findFirst({ where: { id } });
      return row ? toDraft(row) : undefined;
    },
    async insert(draft) {
      await insertRows(db, 'PlanDraft', [toRow(draft)]);
    },
    async claim(draft, expected) {
      const { id, ...data } = toRow({ ...draft, version: expected + 1 });
      return (await db.planDraft.updateMany({ where: { id, version: expected }, data })).count > 0;
    },
    async remove(id) {
      return (await db.planDraft.deleteMany({ where: { id } })).count > 0;
    },
  };
}
