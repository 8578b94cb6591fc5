import { checkPlanDraft } from '../../../../api/use-cases/plan-draft-check.ts';
import { entryNames, isListPart, type DraftPart, type ListPart } from '../../../../api/use-cases/plan-draft-edit.ts';
import type { PlanBody } from '../../../../domain/plan-draft.ts';
import { page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { asked } from '../words.ts';
import { entryView } from './entry.ts';
import { findingsView } from './findings.ts';
import { byPart, draftCrumbs, draftOf, fresh } from './place.ts';

type At = Visit<{ draft: string; part: DraftPart }>;

/** One line about each entry of a list. */
function linesOf(body: PlanBody, part: ListPart, { t, language }: At): readonly { readonly text: string; readonly about: string }[] {
  switch (part) {
    case 'targets': return body.targets.map((target) => ({ text: target.name, about: `${target.code} · ${asked(target, t, language)} · ${target.clause}` }));
    case 'tasks': return body.tasks.map(({ number, words, clause }) => ({ text: words, about: [number, clause].filter(Boolean).join(' · ') }));
    case 'tables': return body.tables.map(({ title, clause, rows }) => ({ text: title, about: `${clause} · ${t('registers.rows', { count: rows.length })}` }));
    case 'results': return body.results.map(({ name, clause }) => ({ text: name, about: clause }));
    case 'responsibilities': return body.responsibilities.map(({ unit, duty, clause }) => ({ text: `${unit}: ${duty}`, about: clause }));
    case 'legalGrounds': return body.legalGrounds.map(({ name, symbol }) => ({ text: name, about: symbol ?? '' }));
  }
}

async function show(visit: At): Promise<View> {
  const { desk, params: { part }, t, language } = visit;
  if (!isListPart(part)) return entryView(visit, { part });
  const draft = await draftOf(visit);
  const findings = (await checkPlanDraft(desk, draft)).filter((each) => each.part === part);
  const title = t(`plans.parts.${part}`);
  const lines = linesOf(draft.body, part, visit);
  return {
    template: 'plans/part.njk', title, wide: true, crumbs: draftCrumbs(t, draft, { text: title }), lead: t('plans.editor.partLead', { count: lines.length, problems: findings.length }),
    model: {
      add: paths.draftEntry(draft.id, part, fresh), findings: findingsView(findings, draft.id, t, language),
      tools: part === 'targets' ? [{ text: t('plans.library.title'), href: paths.planLibrary(draft.id) }, { text: t('plans.paste.title'), href: paths.pasteTargets(draft.id) }] : [],
      rows: entryNames(draft.body, part).map((name, index) => ({ ...lines[index], name, href: paths.draftEntry(draft.id, part, name), problems: findings.filter((each) => each.entry === name).length })),
    },
  };
}

export const partPage = page({ name: 'draftPart', path: '/plan-drafts/:draft/:part', action: 'plandoc.write', params: byPart, show });
