import { z } from 'zod';
import { line, slug } from '../../../../api/contracts/common.ts';
import { listLaunchDrafts, startLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import { namesOf } from '../../../../api/use-cases/people.ts';
import type { LaunchDraft } from '../../../../domain/launch-draft.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';

/** Launches in preparation, and the beginning of a new one: its plan. */
async function show({ desk, caller, t }: Visit): Promise<View> {
  const [drafts, plans] = await Promise.all([listLaunchDrafts(desk, caller), desk.record.read.planDocuments.list()]);
  const names = await namesOf(desk, drafts.map(({ savedBy }) => savedBy));
  return {
    template: 'secretariat/launch/start.njk', title: t('launch.title'), lead: t('launch.start.lead'), help: 'launch.start.help',
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: t('launch.title') }],
    model: {
      plans: plans.map(({ id, title, year }) => ({ value: id, text: `${title} (${year})` })),
      drafts: drafts.map((draft) => ({ ...draft, href: paths.launchStep(draft.id, draft.state === 'waiting' ? 'preview' : 'units'), by: names.get(draft.savedBy) })),
    },
  };
}

export const startPage = page({ name: 'launches', path: '/cycles/new', action: 'cycle.launch', show });

export const startAct = act({
  name: 'startLaunch', path: '/cycles/new', action: 'cycle.launch', once: true, form: z.object({ planId: slug, key: slug.max(40), title: line().optional() }),
  run: ({ desk, caller }, { planId, key, title }): Promise<LaunchDraft> => startLaunch(desk, caller, { planId, key, ...(title === undefined ? {} : { title }) }),
  then: ({ id }) => ({ to: paths.launchStep(id, 'units') }),
  again: show,
});
