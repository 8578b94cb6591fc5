import { z } from 'zod';
import { addTargets } from '../../../../api/use-cases/plan-drafts.ts';
import { targetLibrary } from '../../../../api/use-cases/plan-library.ts';
import type { Target } from '../../../../domain/plan.ts';
import { many } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { asked } from '../words.ts';
import { byDraft, draftCrumbs, draftOf } from './place.ts';

const query = z.object({ q: z.string().max(100).optional().catch(undefined) });

async function show(visit: Visit<{ draft: string }>): Promise<View> {
  const { desk, t, language } = visit;
  const { q } = query.parse(visit.query);
  const [draft, entries] = await Promise.all([draftOf(visit), targetLibrary(desk, q)]);
  const there = new Set(draft.body.targets.map(({ code }) => code));
  const title = t('plans.library.title');
  return {
    template: 'plans/library.njk', title, wide: true, help: 'plans.library.help', crumbs: draftCrumbs(t, draft, { text: t('plans.parts.targets'), href: paths.draftPart(draft.id, 'targets') }, { text: title }), lead: t('plans.library.lead', { count: entries.length, there: entries.filter(({ code }) => there.has(code)).length }),
    model: { draft, q, action: paths.planLibrary(draft.id), rows: entries.map(({ code, target, uses }) => ({ code, name: target.name, isThere: there.has(code), uses: uses.map((use) => `${use.year}: ${asked(use.target, t, language)} (${use.plan})`) })) },
  };
}

export const libraryPages = [
  page({ name: 'planLibrary', path: '/plan-drafts/:draft/library', action: 'plandoc.write', params: byDraft, query, show }),
  act({
    name: 'addFromLibrary', path: '/plan-drafts/:draft/library', action: 'plandoc.write', params: byDraft, once: true,
    run: async (visit, form) => {
      const { desk, caller, params } = visit;
      const [draft, entries] = await Promise.all([draftOf(visit), targetLibrary(desk)]);
      const wanted = many(form, 'codes');
      const ids = new Set(draft.body.targets.map(({ id }) => id));
      const targets = entries.filter(({ code }) => wanted.includes(code)).map(({ code, target }): Target => ({ ...target, id: ids.has(target.id) ? `${code}-${draft.year}` : target.id, dueYear: draft.year }));
      await addTargets(desk, caller, params.draft, targets);
      return { count: targets.length };
    },
    then: ({ count }, { params }) => ({ to: paths.draftPart(params.draft, 'targets'), notice: 'plans.library.done', figures: { count } }),
    again: show,
  }),
];
