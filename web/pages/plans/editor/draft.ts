import { checkPlanDraft } from '../../../../api/use-cases/plan-draft-check.ts';
import { draftParts, isListPart } from '../../../../api/use-cases/plan-draft-edit.ts';
import { discardPlanDraft } from '../../../../api/use-cases/plan-drafts.ts';
import { keptOf } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { findingGroups, findingsView } from './findings.ts';
import { byDraft, draftCrumbs, draftOf } from './place.ts';

type At = Visit<{ draft: string }>;

/** The parts of a draft with what is in each and what is wrong with it. */
export async function draftView(visit: At): Promise<View> {
  const { desk, t, language } = visit;
  const draft = await draftOf(visit);
  const [findings, by] = await Promise.all([checkPlanDraft(desk, draft), desk.record.read.accounts.find(draft.savedBy)]);
  const format = findings.filter(({ kind }) => kind === 'format').length;
  return {
    template: 'plans/draft.njk', title: draft.title, wide: true, crumbs: draftCrumbs(t, draft), lead: format > 0 ? t('plans.editor.notYet', { count: format }) : t('plans.editor.ready', { count: findings.length }),
    model: {
      draft, saved: t('plans.editor.saved', { time: formats(language).instant(draft.savedAt), by: by?.name ?? '', version: draft.version }),
      parts: draftParts.map((part) => ({ title: t(`plans.parts.${part}`), href: paths.draftPart(draft.id, part), count: isListPart(part) ? draft.body[part].length : undefined, problems: findings.filter((each) => each.part === part).length })),
      tools: [{ text: t('plans.library.title'), href: paths.planLibrary(draft.id) }, { text: t('plans.paste.title'), href: paths.pasteTargets(draft.id) }, { text: t('plans.check.title'), href: paths.checkPlanDraft(draft.id) }],
    },
  };
}

async function showCheck(visit: At): Promise<View> {
  const { desk, t, language } = visit;
  const draft = await draftOf(visit);
  const findings = await checkPlanDraft(desk, draft);
  const title = t('plans.check.title');
  return {
    template: 'plans/check.njk', title, help: 'plans.check.help', crumbs: draftCrumbs(t, draft, { text: title }), lead: findings.length === 0 ? t('plans.check.none') : t('plans.check.lead', { count: findings.length, format: findings.filter(({ kind }) => kind === 'format').length }),
    model: { findings: findingGroups(findingsView(findings, draft.id, t, language)) },
  };
}

export const draftPages = [
  page({ name: 'planDraft', path: '/plan-drafts/:draft', action: 'plandoc.write', params: byDraft, show: draftView }),
  page({ name: 'checkPlanDraft', path: '/plan-drafts/:draft/check', action: 'plandoc.write', params: byDraft, show: showCheck }),
  act({
    name: 'discardPlanDraft', path: '/plan-drafts/:draft/discarding', action: 'plandoc.write', params: byDraft, once: true,
    ask: async (visit) => {
      const draft = await draftOf(visit);
      const { t } = visit;
      return { template: 'components/ask.njk', title: t('plans.editor.discard'), crumbs: draftCrumbs(t, draft, { text: t('plans.editor.discard') }), model: { action: paths.discardPlanDraft(draft.id), back: paths.planDraft(draft.id), button: t('plans.editor.discard'), kept: keptOf(visit.filled.values), isGrave: true, will: [t('plans.editor.willDiscard', { title: draft.title })] } };
    },
    run: ({ desk, caller, params }) => discardPlanDraft(desk, caller, params.draft),
    then: () => ({ to: paths.planDrafts(), notice: 'plans.editor.discarded' }),
    again: draftView,
  }),
];
