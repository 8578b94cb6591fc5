import type { PlanContent } from '../../../domain/submission.ts';
import { requiredSections, type RequiredSection } from '../../../domain/sections.ts';
import type { Visit } from '../../http/page.ts';

const headings: ReadonlyMap<string, RequiredSection> = new Map(requiredSections.plan.map((each) => [each.key, each]));

/** Places of a plan that a reason can be pinned to, in the order in which they stand in the form. */
export function placesOf({ sections, targets, tasks, budget }: PlanContent, names: ReadonlyMap<string, string>, { t, language }: Pick<Visit, 't' | 'language'>): readonly { readonly value: string; readonly text: string }[] {
  return [
    { value: '', text: t('appraisal.pin.none') },
    ...Object.keys(sections).map((name) => ({ value: `/sections/${name}`, text: t('appraisal.pin.section', { name: headings.get(name)?.[language] ?? name }) })),
    ...targets.map(({ target }, index) => ({ value: `/targets/${index}`, text: t('appraisal.pin.target', { name: (names.get(target) ?? target).slice(0, 80) }) })),
    ...tasks.map(({ words, id }, index) => ({ value: `/tasks/${index}`, text: t('appraisal.pin.task', { name: (words || id).slice(0, 80) }) })),
    ...budget.map(({ name, id }, index) => ({ value: `/budget/${index}`, text: t('appraisal.pin.line', { name: (name || id).slice(0, 80) }) })),
  ];
}
