import { z } from 'zod';
import { slug } from '../../../../api/contracts/common.ts';
import { newPlanDraft } from '../../../../api/contracts/plan-draft.ts';
import { createPlanDraft } from '../../../../api/use-cases/plan-drafts.ts';
import { loadedPlans } from '../../../../api/use-cases/plan-library.ts';
import { one, present } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { choice } from '../../../view/fields.ts';

async function list({ desk, t }: Visit): Promise<View> {
  const [drafts, accounts] = await Promise.all([desk.record.read.planDrafts.list(), desk.record.read.accounts.list()]);
  return {
    template: 'plans/drafts.njk', title: t('plans.drafts.title'), wide: true, help: 'plans.drafts.help', crumbs: [{ text: t('plans.title'), href: paths.plans() }, { text: t('plans.drafts.title') }], lead: t('plans.drafts.lead', { count: drafts.length }),
    model: { rows: drafts.map((draft) => ({ ...draft, href: paths.planDraft(draft.id), by: accounts.find(({ id }) => id === draft.savedBy)?.name ?? '' })) },
  };
}

/** Without a wish: the newest plan of the person's own unit, else of all. */
const query = z.object({ base: slug.optional().catch(undefined) });

async function begin(visit: Visit): Promise<View> {
  const { desk, caller, t, filled } = visit;
  const plans = await loadedPlans(desk);
  const newest = plans.find(({ roles }) => roles.secretariat === caller.actor.unit) ?? plans[0];
  const asked = Object.hasOwn(filled.values, 'plan') ? one(filled.values, 'base') : query.parse(visit.query).base ?? newest?.id;
  const base = plans.find(({ id }) => id === asked);
  const year = (base ?? newest)?.year ?? new Date(desk.now()).getUTCFullYear();
  const next = (text: string): string => text.replaceAll(String(year), String(year + 1));
  return {
    template: 'components/form-page.njk', title: t('plans.drafts.new'), help: 'plans.drafts.newHelp', crumbs: [{ text: t('plans.title'), href: paths.plans() }, { text: t('plans.drafts.title'), href: paths.planDrafts() }, { text: t('plans.drafts.new') }],
    model: {
      action: paths.newPlanDraft(), back: paths.planDrafts(), button: t('plans.drafts.begin'),
      fields: [
        { kind: 'select', name: 'base', label: t('plans.drafts.base'), hint: t('plans.drafts.baseHint'), options: choice(plans.map(({ id }) => id), (id) => plans.find((each) => each.id === id)?.title ?? id, t('plans.drafts.fromNothing')), value: base?.id ?? '' },
        { kind: 'line', name: 'plan', label: t('plans.drafts.plan'), hint: t('plans.drafts.planHint'), value: base ? next(base.id) : '' }, { kind: 'long', name: 'title', label: t('plans.members.title'), rows: 2, value: base ? next(base.title) : '' },
        { kind: 'figure', name: 'year', label: t('plans.members.year'), value: String(year + 1) },
      ],
    },
  };
}

export const draftsPages = [
  page({ name: 'planDrafts', path: '/plan-drafts', action: 'plandoc.write', show: list }),
  page({ name: 'newPlanDraft', path: '/plan-drafts/new', action: 'plandoc.write', query, show: begin }),
  act({
    name: 'createPlanDraft', path: '/plan-drafts/new', action: 'plandoc.write', form: newPlanDraft, once: true, read: present,
    run: async ({ desk, caller }, body) => ({ id: (await createPlanDraft(desk, caller, body)).id }),
    then: ({ id }) => ({ to: paths.planDraft(id), notice: 'plans.drafts.begun' }),
    again: begin,
  }),
];
