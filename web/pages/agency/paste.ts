import { z } from 'zod';
import { editDraft } from '../../../api/use-cases/drafting.ts';
import type { ReadDraft } from '../../../api/use-cases/draft-content.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { Language } from '../../../domain/text.ts';
import { one, type Fields } from '../../http/form.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { crumbsOf, readHere } from '../duty/here.ts';
import { actOfDuty, pageOfDuty, type DutyParams } from '../duty/on-both.ts';
import { pasteColumns, readPasted, withPasted } from './form/paste.ts';
import { wordingOf } from './save.ts';

/** How the amounts of a spreadsheet are written: nothing said means that what can mean two figures is asked about. */
const notations = ['', 'vi', 'en'] as const;

function rowsOf(fields: Fields): ReturnType<typeof readPasted> {
  const writtenIn = (['vi', 'en'] as const satisfies readonly Language[]).find((each) => each === one(fields, 'notation'));
  return readPasted(one(fields, 'rows'), writtenIn);
}

/** Budget lines out of a spreadsheet: pasted, shown as they are read, and only then added. */
async function showPaste(visit: Visit<DutyParams>): Promise<View> {
  const { t, params, filled, language } = visit;
  const here = await readHere(visit);
  const rows = rowsOf(filled.values).map(({ number, cells, faults, line }) => ({
    number, isRead: line !== undefined, cells: pasteColumns.map((column, index) => ({ text: column === 'aspect' && line ? t(`agency.budget.${line.aspect}`) : cells[index] ?? '', fault: faults.find((each) => each.column === column) })),
    faults: [...new Set(faults.map(({ code, figures }) => wordingOf(language, code === 'ambiguous' ? 'ambiguous-pasted' : code, figures)))],
  }));
  return {
    template: 'agency/paste.njk', title: t('agency.budget.paste'), help: 'agency.paste.help', cycle: here.cycle, wide: true,
    crumbs: crumbsOf(here, visit, { text: t('agency.form'), href: paths.draft(params) }, { text: t('agency.section.budget.title'), href: paths.draftSection(params, 'budget') }, { text: t('agency.budget.paste') }),
    model: { here, place: params, rows, text: one(filled.values, 'rows'), notation: one(filled.values, 'notation'), notations: notations.map((value) => ({ value, text: t(`agency.paste.notation.${value || 'ask'}`) })), columns: pasteColumns, wrong: rows.filter(({ isRead }) => !isRead).length, canAdd: rows.length > 0 && rows.every(({ isRead }) => isRead) },
  };
}

export const pastePages = pageOfDuty({ name: 'pasteLines', rest: '/draft/budget/paste', action: 'draft.read', scope: 'unit', show: showPaste });

/** `look` shows what would be added; `add` adds it, all or nothing. */
export const pasteActs = actOfDuty<unknown, z.ZodType<Fields>, ReadDraft | View>({
  name: 'pasteLines', rest: '/draft/budget/paste', action: 'draft.save', scope: 'unit', quiet: true, form: z.custom<Fields>(),
  run: async (visit, fields) => {
    const { desk, caller, params } = visit;
    const rows = rowsOf(fields);
    if (rows.length === 0) throw nothingPasted();
    if (one(fields, 'do') !== 'add') return showPaste({ ...visit, filled: { values: fields, faults: [] } });
    if (rows.some(({ line }) => line === undefined)) throw new Refused('invalid-input');
    return editDraft(desk, caller, params, ({ content }) => (content.kind === 'plan' ? withPasted(content, rows) : content));
  },
  then: (result, { params }, fields) => ('template' in result ? result : { to: paths.draftSection(params, 'budget'), notice: 'agency.paste.done', figures: { count: rowsOf(fields).length } }),
  again: showPaste,
});

function nothingPasted(): Refused {
  return new Refused('invalid-input', { errors: [{ pointer: '/rows', code: 'paste-empty', message: { vi: wordingOf('vi', 'paste-empty', {}), en: wordingOf('en', 'paste-empty', {}) } }] });
}
