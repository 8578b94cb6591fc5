import { z } from 'zod';
import { slug } from '../../../api/contracts/common.ts';
import { loadedPlan, loadedPlans, planBefore } from '../../../api/use-cases/plan-library.ts';
import { targetChangeKinds, targetChanges, type TargetChange } from '../../../domain/plan-changes.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { choice } from '../../view/fields.ts';
import { byPlan } from './plan.ts';
import { asked } from './words.ts';

const query = z.object({ since: slug.optional().catch(undefined), kind: z.enum(targetChangeKinds).optional().catch(undefined) });

/** What targets were changed since another plan, by their stable codes. */
async function show({ desk, params, query: { since, kind }, t, language }: Visit<{ id: string }, z.output<typeof query>>): Promise<View> {
  const { plan } = await loadedPlan(desk, params.id);
  const others = (await loadedPlans(desk)).filter(({ id }) => id !== plan.id);
  const before = others.find(({ id }) => id === since) ?? (await planBefore(desk, plan)) ?? others[0];
  const title = t('plans.changes.title');
  const changes = before ? targetChanges(before, plan) : [];
  const count = (of: TargetChange['kind']): number => changes.filter((each) => each.kind === of).length;
  return {
    template: 'plans/changes.njk', title, wide: true, help: 'plans.changes.help', crumbs: [{ text: t('plans.title'), href: paths.plans() }, { text: plan.id, href: paths.plan(plan.id) }, { text: title }],
    lead: before ? t('plans.changes.lead', { plan: before.title, new: count('new'), changed: count('changed'), same: count('same'), dropped: count('dropped') }) : t('plans.changes.none'),
    model: {
      plan, since: before?.id ?? '', kind, others: choice(others.map(({ id }) => id), (id) => others.find((each) => each.id === id)?.title ?? id), kinds: choice(targetChangeKinds, (each) => t(`plans.changes.kinds.${each}`), t('registers.any')),
      rows: changes.filter((each) => kind === undefined || each.kind === kind).map((change) => ({ code: change.code, kind: change.kind, name: (change.after ?? change.before)?.name, before: change.before && asked(change.before, t, language), after: change.after && asked(change.after, t, language), clause: change.after?.clause })),
    },
  };
}

export const planChangesPage = page({ name: 'planChanges', path: '/plans/:id/changes', action: 'plandoc.read', params: byPlan, query, show });
