import { z } from 'zod';
import { one, type Fields } from '../../http/form.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { actOfDuty, pageOfDuty } from '../duty/on-both.ts';
import { readDraftHere } from './draft-here.ts';
import { checkView } from './findings.ts';
import { textOf } from './form/edits.ts';
import { assertAllSaved, ofSection, saveSection, wordingOf, type OneSection, type Saved, type SectionParams } from './save.ts';
import { showSection } from './section-view.ts';

const checked = z.object({ check: z.string().exactOptional() });
const again = (visit: Visit<SectionParams>): Promise<View> => showSection({ ...visit, query: {} });

export const sectionPages = pageOfDuty<OneSection>({ name: 'draftSection', rest: '/draft/:section', more: ofSection, query: checked, action: 'draft.read', scope: 'unit', show: (visit) => showSection(visit as Visit<SectionParams, { check?: string }>) });

/** Where the buttons of a page lead once everything on it is saved. */
function next({ anchor }: Saved, { params }: Visit<SectionParams>, fields: Fields): string {
  const { section } = params;
  switch (one(fields, 'do')) {
    case 'check': return paths.draftSection(params, section, { check: 'yes' });
    case 'on': return one(fields, 'to') === 'review' ? paths.review(params) : paths.draftSection(params, one(fields, 'to') || section);
    case 'paste': return paths.pasteLines(params);
    default: return `${paths.draftSection(params, section)}${anchor === undefined ? '' : `#${anchor}`}`;
  }
}

/** The button: saves, and shows the page again with what is left to mend. */
const saveActs = actOfDuty<OneSection, z.ZodType<Fields>, Saved>({
  name: 'saveDraft', rest: '/draft/:section', more: ofSection, action: 'draft.save', scope: 'unit', quiet: true,
  run: async (visit, fields) => {
    const saved = await saveSection(visit, fields);
    assertAllSaved(saved);
    return saved;
  },
  then: (saved, visit, fields) => ({
    to: next(saved, visit, fields), ...(one(fields, 'do') === 'save' && saved.draft.savedAt !== null ? { notice: 'agency.savedNotice', figures: { time: formats(visit.language).time(saved.draft.savedAt) } } : {}),
  }),
  again, fieldOf: (pointer) => pointer.slice(1),
});

/** What a script is told of a save: what is left over, field by field, and every field as it stands now. */
const autosaveActs = actOfDuty<OneSection, z.ZodType<Fields>, { saved: Saved; texts: Readonly<Record<string, string>>; by: string }>({
  name: 'autosaveDraft', rest: '/draft/:section/autosave', more: ofSection, action: 'draft.save', scope: 'unit', quiet: true,
  run: async (visit, fields) => {
    const saved = await saveSection(visit, fields);
    const here = await readDraftHere(visit);
    return { saved, texts: Object.fromEntries(here.fields.filter(({ section }) => section === visit.params.section).map((field) => [field.name, textOf(here.content, field, here)])), by: here.savedBy ?? '' };
  },
  reply: ({ saved: { draft, faults, conflicts }, texts, by }, { t, language }) => ({
    fileName: 'saved.json', type: 'application/json',
    body: JSON.stringify({
      version: draft.version, texts,
      saved: draft.savedAt === null ? '' : t('agency.saved', { time: formats(language).time(draft.savedAt) }),
      faults: faults.map(({ field, code, figures }) => ({ field, message: wordingOf(language, code, figures) })),
      conflicts: conflicts.map(({ field, theirs }) => ({ field, message: t('agency.conflictScript', { who: by, theirs: theirs === '' ? t('agency.nothing') : theirs }) })),
    }),
  }),
  then: (_, { params }) => ({ to: paths.draftSection(params, params.section) }),
  again, fieldOf: (pointer) => pointer.slice(1),
});

/** The check alone, for a script to put beside the fields. */
const findingsPages = pageOfDuty<OneSection>({
  name: 'draftFindings', rest: '/draft/:section/findings', more: ofSection, action: 'draft.read', scope: 'unit',
  show: async (visit) => {
    return { template: 'agency/findings.njk', title: '', model: { check: await checkView(visit, await readDraftHere(visit), visit.params.section) } };
  },
});

export const sectionActs = [...saveActs, ...autosaveActs, ...findingsPages];
