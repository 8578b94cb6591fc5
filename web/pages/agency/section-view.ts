import { one } from '../../http/form.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { crumbsOf } from '../duty/here.ts';
import { filesByField } from '../files/evidence.ts';
import { readDraftHere, type DraftHere } from './draft-here.ts';
import { checkView } from './findings.ts';
import { labelsOf } from './labels.ts';
import { applyEdits, shownAgain, textOf } from './form/edits.ts';
import { formSections, type FormSection } from './form/field.ts';
import { budgetModel } from './models/budget.ts';
import { generalModel, narrativeModel } from './models/general.ts';
import { targetsModel } from './models/targets.ts';
import { tasksModel } from './models/tasks.ts';
import { pinsOf } from './pins.ts';
import { progressOf } from './progress.ts';
import { readOnly } from './read-only.ts';
import type { SectionParams } from './save.ts';

const models = {
  general: generalModel, targets: targetsModel, tasks: tasksModel, budget: budgetModel, narrative: narrativeModel,
} as const satisfies Readonly<Record<FormSection, (visit: Visit, here: DraftHere) => Readonly<Record<string, unknown>>>>;

export interface SectionQuery {
  readonly check?: string;
}

/** One page of the form. Shown again after a save that left something over, it keeps what was typed and shows both sides of what two people changed. */
export async function showSection(visit: Visit<SectionParams, SectionQuery>): Promise<View> {
  const { t, params, filled, query } = visit;
  const { section } = params;
  const here = await readDraftHere(visit);
  const own = here.fields.filter((field) => field.section === section);
  const text = Object.fromEntries(own.map((field) => [field.name, textOf(here.content, field, here)]));
  const conflicts = Object.fromEntries(applyEdits(here.content, own, filled.values, here).conflicts.map((conflict) => [conflict.field, conflict]));
  const isChecked = query.check !== undefined || one(filled.values, 'do') === 'check';
  const check = isChecked ? await checkView(visit, here, section) : undefined;
  const label = labelsOf(visit, here.content, here.background);
  const position = formSections.indexOf(section);
  const progress = progressOf(here.content);
  const now = progress[position];
  return {
    template: 'agency/section.njk', title: t(`agency.section.${section}.title`), cycle: here.cycle, wide: true, help: `agency.section.${section}.help.${here.content.kind}`,
    lead: !here.canWrite ? readOnly(here, t) : t(`agency.progress.${now?.state ?? 'empty'}`, { filled: now?.filled ?? 0, total: now?.total ?? 0 }),
    crumbs: crumbsOf(here, visit, { text: t('agency.form'), href: paths.draft(params) }, { text: t(`agency.section.${section}.title`) }),
    model: {
      section, namedFaults: filled.faults.map(({ field, message }) => ({ field, message: field === '' ? message : `${label(field)}: ${message}` })), body: `agency/sections/${section}.njk`, here, place: params, text, conflicts, check, notes: check?.notes ?? {}, pins: pinsOf(here), progress,
      was: JSON.stringify(Object.fromEntries(Object.entries(shownAgain(text, filled.values)).filter(([, value]) => value !== ''))), version: here.draft.version, canWrite: here.canWrite, isStored: here.draft.origin !== 'prefilled',
      previous: formSections[position - 1], next: formSections[position + 1], m: models[section](visit, here), today: here.today, files: await filesByField(visit, here.content),
    },
  };
}
