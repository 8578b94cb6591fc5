import type { z } from 'zod';
import { entryMark, isListPart, type DraftPlace } from '../../../../api/use-cases/plan-draft-edit.ts';
import { editPlanDraft } from '../../../../api/use-cases/plan-drafts.ts';
import { checkPlanDraft } from '../../../../api/use-cases/plan-draft-check.ts';
import { one, type Fields } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { fieldOf, entryFields, entryOf } from './entry-form.ts';
import { members } from './describe.ts';
import { findingsView } from './findings.ts';
import { byEntry, byPart, byRow, draftCrumbs, draftOf, fresh, opened } from './place.ts';
import { unitWords } from './unit-words.ts';

export type At = Visit<{ draft: string }>;

const addressOf = (draft: string, { part, entry, row }: DraftPlace): string => (entry === undefined ? paths.draftPart(draft, part) : row === undefined ? paths.draftEntry(draft, part, entry) : paths.draftRow(draft, entry, row));
const removalOf = (draft: string, { part, entry = '', row }: DraftPlace): string => (row === undefined ? paths.removeDraftEntry(draft, part, entry) : paths.removeDraftRow(draft, entry, row));

/** The form of one entry. When somebody else has changed it since it was opened, theirs stands beside what was typed, and saving again is a choice. */
export async function entryView(visit: At, place: DraftPlace): Promise<View> {
  const { desk, t, language, filled } = visit;
  const draft = await draftOf(visit);
  const { entry, asks } = opened(draft, place);
  const table = draft.body.tables.find(({ id }) => place.part === 'tables' && id === place.entry);
  const heads = place.row === undefined ? {} : Object.fromEntries((table?.columns ?? []).map(({ key, label, unit }) => [`cells.${key}`, unit ? `${label} (${unit})` : label]));
  const units = await unitWords(desk, t);
  const fields = entryFields(asks, entry, t, units, heads);
  const mark = entryMark(entry);
  const isStale = Object.hasOwn(filled.values, 'was') && one(filled.values, 'was') !== mark;
  const isNew = entry === undefined;
  const title = isNew ? t(`plans.editor.new.${place.row === undefined ? place.part : 'rows'}`) : t(`plans.editor.one.${place.row === undefined ? place.part : 'rows'}`);
  const findings = (await checkPlanDraft(desk, draft)).filter((each) => each.part === place.part && (place.entry === undefined || each.entry === place.entry) && (place.row === undefined || each.row === place.row));
  const list = isListPart(place.part) ? [{ text: t(`plans.parts.${place.part}`), href: paths.draftPart(draft.id, place.part) }] : [];
  const above = place.row === undefined ? [] : [{ text: table?.title ?? '', href: paths.draftEntry(draft.id, 'tables', place.entry ?? '') }];
  return {
    template: 'plans/entry.njk', title, crumbs: draftCrumbs(t, draft, ...list, ...above, { text: title }), help: `plans.editor.help.${place.row === undefined ? place.part : 'rows'}`,
    model: {
      fields, lists: fields.some(({ from }) => from === 'units') ? { units: units.names } : {}, seen: mark, action: addressOf(draft.id, place), back: above[0]?.href ?? list[0]?.href ?? paths.planDraft(draft.id), removal: isNew || place.entry === undefined ? undefined : removalOf(draft.id, place),
      findings: isNew ? [] : findingsView(findings, draft.id, t, language),
      stale: isStale ? fields.filter(({ name, value = '', ticked = [] }) => shownOf(filled.values, name) !== (value || ticked.join(', '))).map(({ name, label, value = '', ticked = [] }) => ({ label, theirs: value || ticked.join(', '), yours: shownOf(filled.values, name) })) : undefined,
      rows: place.row === undefined && table && place.entry !== fresh ? table.rows.map((row) => ({ text: [row.number, ...Object.values(row.cells).filter((cell) => typeof cell === 'string')].filter(Boolean).join(' ').slice(0, 90) || row.id, href: paths.draftRow(draft.id, table.id, row.id) })) : undefined,
      grid: table ? paths.draftGrid(draft.id, table.id) : undefined,
      addRow: table ? paths.draftRow(draft.id, table.id, fresh) : undefined,
    },
  };
}

const shownOf = (fields: Fields, name: string): string => [fields[name] ?? ''].flat().join(', ');

/** A form that stores one entry, and one that takes it away. */
function actsOf<P extends z.ZodType>(name: string, path: `/${string}`, params: P, placeOf: (params: z.output<P>) => DraftPlace & { readonly draft: string }, hasRemoval: boolean) {
  const named = (place: DraftPlace): DraftPlace => (place.row === fresh ? { ...place, row: '' } : place.row === undefined && place.entry === fresh ? { part: place.part } : place);
  const again = (visit: Visit<z.output<P>>): Promise<View> => {
    const { draft, ...place } = placeOf(visit.params);
    return entryView({ ...visit, params: { draft } }, place);
  };
  // A member of a list is one line of its field; cells of a row are fields by their own path.
  const pointerOf = (pointer: string): string => fieldOf(Object.values(members).flat())(pointer) || pointer.slice(1).replaceAll('/', '.');
  const back = ({ draft, part, entry, row }: DraftPlace & { readonly draft: string }): string => (row === undefined ? (isListPart(part) ? paths.draftPart(draft, part) : paths.planDraft(draft)) : paths.draftEntry(draft, part, entry ?? ''));
  const save = act({
    name: `save${name}`, path, action: 'plandoc.write', params, quiet: true, fieldOf: pointerOf,
    run: async (visit: Visit<z.output<P>>, form: unknown) => {
      const { draft: id, ...place } = placeOf(visit.params);
      const draft = await draftOf({ ...visit, params: { draft: id } });
      const { entry, asks } = opened(draft, place);
      const typed = entryOf(asks, form as Fields, await unitWords(visit.desk, visit.t), entry);
      const value = place.part === 'tables' && place.row === undefined && !entry ? { ...typed, rows: [{ id: 'd1', cells: {} }] } : typed;
      await editPlanDraft(visit.desk, visit.caller, id, { ...named(place), was: one(form as Fields, 'was'), value });
      return { id };
    },
    then: (_, visit: Visit<z.output<P>>) => ({ to: back(placeOf(visit.params)), notice: 'plans.editor.done' }),
    again,
  });
  const remove = act({
    name: `remove${name}`, path: `${path}/removal`, action: 'plandoc.write', params, quiet: true,
    run: async (visit: Visit<z.output<P>>, form: unknown) => {
      const { draft: id, ...place } = placeOf(visit.params);
      opened(await draftOf({ ...visit, params: { draft: id } }), place);
      await editPlanDraft(visit.desk, visit.caller, id, { ...place, was: one(form as Fields, 'was'), value: null });
      return { id };
    },
    then: (_, visit: Visit<z.output<P>>) => ({ to: back(placeOf(visit.params)), notice: 'plans.editor.removed' }),
    again,
  });
  return hasRemoval ? [save, remove] : [save];
}

export const rowPages = [
  page({ name: 'draftRow', path: '/plan-drafts/:draft/tables/:table/rows/:row', action: 'plandoc.write', params: byRow, show: (visit) => entryView(visit, { part: 'tables', entry: visit.params.table, row: visit.params.row }) }),
  ...actsOf('DraftRow', '/plan-drafts/:draft/tables/:table/rows/:row', byRow, ({ draft, table, row }) => ({ draft, part: 'tables', entry: table, row }), true),
];
export const entryPages = [
  page({ name: 'draftEntry', path: '/plan-drafts/:draft/:part/:entry', action: 'plandoc.write', params: byEntry, show: (visit) => entryView(visit, { part: visit.params.part, entry: visit.params.entry }) }),
  ...actsOf('DraftEntry', '/plan-drafts/:draft/:part/:entry', byEntry, ({ draft, part, entry }) => ({ draft, part, entry }), true),
  ...actsOf('DraftPart', '/plan-drafts/:draft/:part', byPart, ({ draft, part }) => ({ draft, part }), false),
];
