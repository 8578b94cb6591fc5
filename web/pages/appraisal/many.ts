import { z } from 'zod';
import { hash, inCycle, unitCode } from '../../../api/contracts/common.ts';
import { decide } from '../../../api/use-cases/deciding.ts';
import { listQueue } from '../../../api/use-cases/work.ts';
import { planDutyId } from '../../../domain/ids.ts';
import { Refused } from '../../../domain/refusals.ts';
import { many, one, type Fields } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { sumOf } from './judged.ts';
import { manyKinds, type Many } from './queue.ts';

type Params = z.output<typeof inCycle>;

const what = z.enum(['conclude', 'decide']);
const query = z.object({ what: what.default('decide'), unit: z.union([unitCode, z.array(unitCode).max(500)]).default([]) });
const form = z.object({ what, units: z.array(z.object({ unit: unitCode, contentHash: hash })).min(1).max(500), reason: z.string().trim().max(4000) });

const read = (fields: Fields): unknown => ({ what: one(fields, 'what'), reason: one(fields, 'reason'), units: many(fields, 'unit').map((unit) => ({ unit, contentHash: one(fields, `hash.${unit}`) })) });

/** The plans that were ticked, each with the content that the decision will bind itself to. */
async function show(visit: Visit<Params, z.output<typeof query>>): Promise<View> {
  const { desk, caller, t, params, filled } = visit;
  const kind: Many = filled.faults.length > 0 ? what.catch('decide').parse(one(filled.values, 'what')) : visit.query.what;
  const wanted = new Set(filled.faults.length > 0 ? many(filled.values, 'unit') : [visit.query.unit].flat());
  const [cycle, units, items] = await Promise.all([desk.registers.cycle(params.cycle), desk.registers.units(), listQueue(desk, caller, params.cycle)]);
  const chosen = items.filter((item) => item.what === kind && wanted.has(item.unit));
  const rows = await Promise.all(chosen.map(async ({ unit, duty }) => {
    const [found, submission] = await Promise.all([desk.record.read.duties.find(duty), desk.record.read.submissions.latestOf(duty)]);
    return {
      unit, name: units.get(unit)?.name ?? unit, hash: found?.contentHash ?? '', href: (kind === 'decide' ? paths.decision : paths.conclusion)({ cycle: params.cycle, unit }),
      number: submission?.number, verdict: submission?.verdict, asked: submission?.content.kind === 'plan' ? sumOf(submission.content.budget.map(({ total }) => total)) : null,
    };
  }));
  const title = t(`appraisal.many.title.${kind}`);
  return {
    template: 'appraisal/many.njk', wide: true, title, lead: rows.length === 0 ? t('appraisal.many.none') : t(`appraisal.many.lead.${kind}`, { count: rows.length }), cycle,
    crumbs: [{ text: t('navigation.work'), href: paths.work() }, { text: t('appraisal.queue.title'), href: paths.queue(cycle.id) }, { text: title }],
    model: { rows, kind, action: paths.decideMany(params.cycle), back: paths.queue(params.cycle) },
  };
}

interface Outcome {
  readonly done: number;
  /** Units whose plan had moved on meanwhile, each with the code of its refusal. */
  readonly refused: readonly string[];
}

/** One transaction for each plan: one that has moved on meanwhile holds none of the others up. */
async function decideAll({ desk, caller: { key: _, ...caller }, params }: Visit<Params>, { what: kind, units, reason }: z.output<typeof form>): Promise<Outcome> {
  const refused: string[] = [];
  for (const { unit, contentHash } of units) {
    try {
      await decide(desk, caller, { place: { ...params, unit }, kind: manyKinds[kind], reason, pinned: [], contentHash });
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'forbidden') throw error;
      refused.push(planDutyId(params.cycle, unit));
    }
  }
  return { done: units.length - refused.length, refused };
}

/** Who may open it is anybody; each decision asks for its own permission. */
const spec = { path: '/cycles/:cycle/queue/decisions', action: 'cycle.read', params: inCycle } as const;

export const manyPage = page({ ...spec, name: 'decideManyPage', query, show });

export const manyAct = act({
  ...spec, name: 'decideMany', form, read,
  run: decideAll,
  then: ({ done, refused }, { params }) => ({ to: paths.queue(params.cycle), notice: refused.length > 0 ? 'appraisal.many.partly' : 'appraisal.many.done', figures: { count: done, refused: refused.length } }),
  again: (visit) => show({ ...visit, query: { what: 'decide', unit: [] } }),
});
