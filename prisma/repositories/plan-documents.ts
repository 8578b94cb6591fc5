import type { Plan } from '../../domain/plan.ts';
import type { PlanDocuments } from '../../domain/ports/registers.ts';
import type { Context } from './context.ts';
import { insertRows } from './insert.ts';
import { planOutline, readJson } from './json.ts';

function toPlan({ hash, body }: { readonly hash: string; readonly body: string }): Plan {
  return readJson(body, planOutline, `PlanDocument ${hash}`);
}

/** Plans read lately. A hash names its content for ever, so only whether it is stored must be asked again. */
const remembered = 8;

export function createPlanDocuments({ db }: Context): PlanDocuments {
  const read = new Map<string, Plan>();
  return {
    async find(hash) {
      const known = read.get(hash);
      if (known) return (await db.planDocument.findFirst({ where: { hash }, select: { id: true } })) ? known : undefined;
      const row = await db.planDocument.findFirst({ where: { hash } });
      if (!row) return undefined;
      const plan = toPlan(row);
      if (read.size >= remembered) read.delete(read.keys().next().value ?? '');
      read.set(hash, plan);
      return plan;
    },
    async list() {
      const newest = await db.planDocument.groupBy({ by: ['plan'], _max: { id: true } });
      const ids = newest.flatMap((group) => group._max.id ?? []);
      const rows = await db.planDocument.findMany({ where: { id: { in: ids } }, omit: { body: true }, orderBy: [{ year: 'desc' }, { plan: 'asc' }] });
      return rows.map(({ hash, plan, title, year }) => ({ hash, id: plan, title, year }));
    },
    async latest(id) {
      const row = await db.planDocument.findFirst({ where: { plan: id }, orderBy: { id: 'desc' } });
      return row ? { hash: row.hash, plan: toPlan(row) } : undefined;
    },
    async versions(id) {
      return (await db.planDocument.findMany({ where: { plan: id }, select: { hash: true }, orderBy: { id: 'asc' } })).map(({ hash }) => hash);
    },
    async put(hash, plan) {
      await insertRows(db, 'PlanDocument', [{ hash, plan: plan.id, title: plan.title, year: plan.year, body: JSON.stringify(plan) }], 'ignore');
    },
  };
}
