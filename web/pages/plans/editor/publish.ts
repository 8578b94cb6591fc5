import { publishing } from '../../../../api/contracts/plan-draft.ts';
import { previewPublication, publishPlanDraft } from '../../../../api/use-cases/plan-publishing.ts';
import { Refused } from '../../../../domain/refusals.ts';
import { keptOf } from '../../../http/form.ts';
import { act, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { asked } from '../words.ts';
import { draftView } from './draft.ts';
import { byDraft, draftCrumbs, draftOf } from './place.ts';

/** What the format refuses is listed on the page of the check, not here. */
async function preview(desk: Visit['desk'], id: string): ReturnType<typeof previewPublication> {
  try {
    return await previewPublication(desk, id);
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'check-blocked') throw error;
    throw new Refused('check-blocked', { figures: error.figures, errors: [{ pointer: '/', code: 'not-publishable', value: error.errors.length }] });
  }
}

/** Publishing is asked with a summary of what changes. */
export const publishPages = [
  act({
    name: 'publishPlanDraft', path: '/plan-drafts/:draft/publication', action: 'plandoc.write', params: byDraft, form: publishing.strip(), once: true, fieldOf: () => '',
    ask: async (visit) => {
      const { desk, params, t, language, filled } = visit;
      const [draft, it] = await Promise.all([draftOf(visit), preview(desk, params.draft)]);
      const blocking = it.findings.filter(({ severity }) => severity === 'blocking').length;
      const title = t('plans.publish.title');
      return {
        template: 'components/ask.njk', title, wide: true, crumbs: draftCrumbs(t, draft, { text: title }),
        model: {
          action: paths.publishPlanDraft(draft.id), back: paths.planDraft(draft.id), button: t('plans.publish.act'), kept: keptOf(filled.values),
          will: [
            t('plans.publish.will', { title: it.title, number: it.number }), it.against ? t('plans.publish.against', { plan: it.against }) : t('plans.publish.first'),
            ...it.parts.map(({ part, added, changed, removed }) => t('plans.publish.part', { part: t(`plans.parts.${part}`), added, changed, removed })),
            it.cycles.length > 0 ? t('plans.publish.cycles', { count: it.cycles.length, titles: it.cycles.join('; ') }) : t('plans.publish.noCycles'), ...(it.findings.length > 0 ? [t('plans.publish.findings', { count: it.findings.length, blocking })] : []),
          ],
          heads: [t('plans.columns.name'), t('plans.changes.kind'), t('plans.changes.before'), t('plans.changes.after')],
          rows: it.targets.map(({ kind, before, after }) => [(after ?? before)?.name ?? '', t(`plans.changes.kinds.${kind}`), before ? asked(before, t, language) : '–', after ? asked(after, t, language) : '–']),
        },
      };
    },
    run: ({ desk, caller, params }, { version }) => publishPlanDraft(desk, caller, { id: params.draft, version }),
    then: ({ plan, number }) => ({ to: paths.plan(plan), notice: 'plans.publish.done', figures: { number } }),
    again: draftView,
  }),
];
