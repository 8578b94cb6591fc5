import { z } from 'zod';
import { hash, slug } from '../../../api/contracts/common.ts';
import { loadedPlan, planBefore } from '../../../api/use-cases/plan-library.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { quarters, type Plan } from '../../../domain/plan.ts';
import type { Unit } from '../../../domain/unit.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { groupWords } from '../../view/fields.ts';
import { formats } from '../../view/formats.ts';
import { asked, boundBy, nameOf } from './words.ts';

export const byPlan = z.object({ id: slug });
/** The newest version, unless another is asked for. */
export const asksVersion = z.object({ version: hash.optional().catch(undefined) });

type Here = Pick<Visit, 't' | 'language'> & { readonly register: ReadonlyMap<string, Unit> };

async function show({ desk, caller, params, query: { version }, t, language }: Visit<{ id: string }, z.output<typeof asksVersion>>): Promise<View> {
  const [{ plan, number, versions }, register] = await Promise.all([loadedPlan(desk, params.id, version), desk.registers.units()]);
  const before = await planBefore(desk, plan);
  const here: Here = { t, language, register };
  return {
    template: 'plans/plan.njk', title: language === 'vi' ? plan.title : plan.titleEn, wide: true, crumbs: [{ text: t('plans.title'), href: paths.plans() }, { text: `${plan.id}` }],
    lead: t('plans.plan.lead', { targets: plan.targets.length, tasks: plan.tasks.length, tables: plan.tables.length, units: plan.units.length }),
    model: {
      plan, number, versions: versions.length > 1 ? versions.map((each, index) => ({ number: index + 1, href: paths.plan(plan.id, { version: each }), isShown: index + 1 === number })).toReversed() : [],
      csvLink: paths.planTargetsCsv(plan.id), changesLink: before ? paths.planChanges(plan.id) : undefined, draftLink: isAllowed(caller.actor, 'plandoc.write') ? paths.newPlanDraft({ base: plan.id }) : undefined,
      targets: plan.targets.map((target) => ({ ...target, name: language === 'en' && target.nameEn ? target.nameEn : target.name, asks: asked(target, t, language), bound: boundBy(target, register, t), milestoneWords: quarters.flatMap((quarter) => (target.milestones?.[quarter] === undefined ? [] : [`${t(`quarters.${quarter}`)}: ${formats(language).number(target.milestones[quarter])}`])).join('; ') })),
      tasks: plan.tasks.map((task) => ({ ...task, lead: task.lead.map((code) => nameOf(register, code)), coordinating: (task.coordinating ?? []).map((code) => nameOf(register, code)) })),
      tables: plan.tables.map((table) => ({ ...table, href: `${paths.planTables(plan.id, { version })}#${table.id}` })), results: plan.results, roles: rolesOf(plan, here), periods: plan.calendar.periods,
      responsibilities: plan.responsibilities.map((each) => ({ ...each, unit: each.unit === 'each' ? t('plans.each') : register.get(each.unit)?.name ?? groupWords(t, each.unit) })),
    },
  };
}

function rolesOf({ roles: { appraisers, ...parts } }: Plan, { t, register }: Here) {
  const ofParts = Object.entries(parts).map(([part, code]) => ({ part: t(`plans.roles.${part}`), unit: nameOf(register, code) }));
  return [...ofParts, ...Object.entries(appraisers).map(([aspect, code]) => ({ part: t('plans.roles.appraiser', { aspect: t(`aspects.${aspect}`) }), unit: nameOf(register, code) }))];
}

export const planPage = page({ name: 'plan', path: '/plans/:id', action: 'plandoc.read', params: byPlan, query: asksVersion, show });
