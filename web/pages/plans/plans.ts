import { loadedPlans } from '../../../api/use-cases/plan-library.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

async function show({ desk, caller, t, language }: Visit): Promise<View> {
  const [plans, cycles] = await Promise.all([loadedPlans(desk), desk.record.read.cycles.list()]);
  const canWrite = isAllowed(caller.actor, 'plandoc.write');
  const running = cycles.filter(({ state }) => state !== 'cancelled');
  return {
    template: 'plans/plans.njk', title: t('plans.title'), wide: true, help: 'plans.help', lead: t('plans.lead', { count: plans.length }),
    model: {
      drafts: canWrite ? paths.planDrafts() : undefined, newDraft: canWrite ? paths.newPlanDraft() : undefined,
      rows: plans.map((plan) => ({
        id: plan.id, title: language === 'vi' ? plan.title : plan.titleEn, year: plan.year, level: t(`units.level.${plan.level}`), targets: plan.targets.length, tasks: plan.tasks.length, units: plan.units.length, href: paths.plan(plan.id),
        cycles: running.filter(({ planId }) => planId === plan.id).map(({ id, title, rehearsal }) => ({ text: title, href: paths.cycle(id), rehearsal })),
      })),
    },
  };
}

export const plansPage = page({ name: 'plans', path: '/plans', action: 'plandoc.list', show });
