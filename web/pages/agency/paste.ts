import { z } from 'zod';
import { editDraft } from '../../../api/use-cases/drafting.ts';
import type { ReadDraft } from '../../../api/use-cases/draft-content.ts';
import { Refused } from '../../../domain/refusals.ts';
import { one, type Fields } from '../../http/form.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { crumbsOf, readHere } from '../duty/here.ts';
import { actOfDuty, pageOfDuty, type DutyParams } from '../duty/on-both.ts';
import { pasteColumns, readPasted, withPasted } from './form/paste.ts';
import { wordingOf } from './save.ts';

/** Budget lines out of a spreadsheet: pasted, shown as they are read, and only then added. */
async function showPaste(visit: Visit<DutyParams>): Promise<View> {
  const { t, params, filled, language } = visit;
  const here = await readHere(visit);
  const text = one(filled.values, 'rows');
  const rows = readPasted(text).map(({ number, cells, faults, line }) => ({
    number, isRead: line !== undefined, cells: pasteColumns.map((column, index) => ({ text: column === 'aspect' && line ? t(`agency.budget.${line.aspect}`) : cells[index] ?? '', fault: faults.find((each) => each.column === column) })),
    faults: faults.map(({ code, figures }) => wordingOf(language, code, figures)),
  }));
  return {
    template: 'agency/paste.njk', title: t('agency.budget.paste'), help: 'agency.paste.help', cycle: here.cycle, wide: true,
    crumbs: crumbsOf(here, visit, { text: t('agency.form'), href: paths.draft(params) }, { text: t('agency.section.budget.title'), href: paths.draftSection(params, 'budget') }, { text: t('agency.budget.paste') }),
    model: { here, place: params, rows, columns: pasteColumns, wrong: rows.filter(({ isRead }) => !isRead).length, canAdd: rows.length > 0 && rows.every(({ isRead }) => isRead) },
  };
}

export const pastePages = pageOfDuty({ name: 'pasteLines', rest: '/draft/budget/paste', action: 'draft.read', scope: 'unit', show: showPaste });

/** `look` shows what would be added; `add` adds it, all or nothing. */
export const pasteActs = actOfDuty<unknown, z.ZodType<Fields>, ReadDraft>({
  name: 'pasteLines', rest: '/draft/budget/paste', action: 'draft.save', scope: 'unit', quiet: true, form: z.custom<Fields>(),
  run: async ({ desk, caller, params }, fields) => {
    const rows = readPasted(one(fields, 'rows'));
    if (one(fields, 'do') !== 'add' || rows.length === 0 || rows.some(({ line }) => line === undefined)) throw preview(rows.length);
    return editDraft(desk, caller, params, ({ content }) => (content.kind === 'plan' ? withPasted(content, rows) : content));
  },
  then: (_, { params }, fields) => ({ to: paths.draftSection(params, 'budget'), notice: 'agency.paste.done', figures: { count: readPasted(one(fields, 'rows')).length } }),
  again: showPaste,
});

/** A preview is no fault of anybody: the page is shown again with what was read. */
function preview(count: number): Refused {
  return new Refused('invalid-input', count === 0 ? { errors: [{ pointer: '/rows', code: 'paste-empty', message: { vi: wordingOf('vi', 'paste-empty', {}), en: wordingOf('en', 'paste-empty', {}) } }] } : {});
}
