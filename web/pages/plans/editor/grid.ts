import { z } from 'zod';
import { entryAt, entryMark } from '../../../../api/use-cases/plan-draft-edit.ts';
import { editPlanDraft } from '../../../../api/use-cases/plan-drafts.ts';
import type { PlanTable } from '../../../../domain/plan.ts';
import { Refused } from '../../../../domain/refusals.ts';
import { one } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { headName, heads, likeAbove, moved } from './grid-order.ts';
import { blankRow, columnSum, fieldName, isBlank, pastedRows, rowsOf, storedRows, typedRows, type TypedRow } from './grid-rows.ts';
import { byDraft, draftCrumbs, draftOf } from './place.ts';

const byTable = byDraft.extend({ table: z.string().max(80) });
type At = Visit<z.output<typeof byTable>>;

const room = 3;
const roles = ['', 'group', 'subtotal'] as const;

async function tableOf(visit: At): Promise<{ readonly draft: Awaited<ReturnType<typeof draftOf>>; readonly table: PlanTable }> {
  const draft = await draftOf(visit);
  const table = draft.body.tables.find(({ id }) => id === visit.params.table);
  if (!table) throw new Refused('not-found', { figures: { subject: `tables/${visit.params.table}` } });
  return { draft, table };
}

/** All rows of a table to be typed in at once, with what the columns add up to and what the plan says they do. Another's rows, added meanwhile, join below. */
async function gridView(visit: At, given?: readonly TypedRow[]): Promise<View> {
  const { t, language, params, filled } = visit;
  const { draft, table } = await tableOf(visit);
  const mark = entryMark(entryAt(draft.body, { part: 'tables', entry: table.id }));
  const stored = storedRows(table);
  const typed = given ?? typedRows(filled.values, table.columns);
  const isStale = Object.hasOwn(filled.values, 'was') && one(filled.values, 'was') !== mark;
  const rows = typed ? [...typed, ...(isStale ? stored.filter(({ id }) => !typed.some((each) => each.id === id)) : [])] : stored;
  const { number } = formats(language);
  const { rows: read } = rowsOf(rows, table);
  const sums = table.columns.map(({ key, kind }) => (kind === 'text' ? undefined : columnSum(read, key)));
  const groups = heads(rows).map((row) => ({ value: row.id, text: headName(row, table) }));
  const stated = table.columns.map(({ key }) => table.statedTotals?.find(({ column, of, across }) => column === key && of === undefined && across === undefined)?.value);
  const title = t('plans.grid.title');
  return {
    template: 'plans/grid.njk', title, wide: true, lead: table.title, help: 'plans.grid.help', crumbs: draftCrumbs(t, draft, { text: t('plans.parts.tables'), href: paths.draftPart(draft.id, 'tables') }, { text: t('plans.editor.one.tables'), href: paths.draftEntry(draft.id, 'tables', table.id) }, { text: title }),
    model: {
      action: paths.draftGrid(draft.id, params.table), back: paths.draftEntry(draft.id, 'tables', table.id), seen: mark, isStale, columns: table.columns, groups, roles: roles.map((role) => ({ value: role, text: role === '' ? t('plans.rowRoles.item') : t(`plans.rowRoles.${role}`) })),
      rows: [...rows, ...(rows.filter(isBlank).length >= room ? [] : Array.from({ length: room }, () => blankRow))].map((row, index) => ({
        ...row, index, parents: parentsFor(row, groups, t), label: t('plans.grid.row', { number: row.number || String(index + 1) }), names: Object.fromEntries(['id', 'number', 'role', 'parent', 'remove'].map((member) => [member, fieldName(index, member)])),
        cells: table.columns.map(({ key, kind, label }) => ({ name: fieldName(index, `cells.${key}`), text: row.cells[key] ?? '', isText: kind === 'text', label, theirs: isStale ? changedSince(row, key, stored) : undefined })), href: row.id === '' ? undefined : paths.draftRow(draft.id, table.id, row.id),
      })),
      sums: sums.map((sum, index) => ({ key: table.columns[index]?.key, isText: table.columns[index]?.kind === 'text', text: number(sum), stated: stated[index] === undefined ? '' : number(stated[index]), differs: stated[index] !== undefined && stated[index] !== sum })), hasStated: stated.some((value) => value !== undefined),
    },
  };
}

/** Where a row may stand: below none, or one that heads others; a new one as the row above it does. */
function parentsFor(row: TypedRow, groups: readonly { readonly value: string; readonly text: string }[], t: At['t']) {
  const chosen = row.parent ?? (row.id === '' ? likeAbove : '');
  const open = [...(row.id === '' ? [{ value: likeAbove, text: t('plans.grid.likeAbove') }] : []), { value: '', text: t('registers.none') }, ...groups.filter(({ value }) => value !== row.id)];
  return [...open, ...(open.some(({ value }) => value === chosen) ? [] : [{ value: chosen, text: chosen }])].map((each) => ({ ...each, isChosen: each.value === chosen }));
}

/** What stands in the record now, where it is not what is typed. */
function changedSince(row: TypedRow, key: string, stored: readonly TypedRow[]): string | undefined {
  const now = stored.find(({ id }) => id !== '' && id === row.id)?.cells[key];
  return now === undefined || now === (row.cells[key] ?? '') ? undefined : now;
}

/** The rows as the button asks for them before anything is stored: pasted ones at the end, a blank one below the row it was asked at, a row passing its neighbour. */
function prepared(visit: At, typed: readonly TypedRow[], { columns }: PlanTable): readonly TypedRow[] | undefined {
  const asked = one(visit.filled.values, 'do');
  if (asked === 'paste') return [...typed.filter((row) => !isBlank(row)), ...pastedRows(one(visit.filled.values, 'pasted'), columns)];
  const [, what = '', at = ''] = /^(insert|up|down):(\d+)$/.exec(asked) ?? [];
  if (what === 'up' || what === 'down') return moved(typed, Number(at), what);
  return what === 'insert' ? typed.toSpliced(Number(at) + 1, 0, blankRow) : undefined;
}

export const gridPages = [
  page({ name: 'draftGrid', path: '/plan-drafts/:draft/tables/:table/grid', action: 'plandoc.write', params: byTable, show: (visit) => gridView(visit) }),
  act({
    name: 'saveDraftGrid', path: '/plan-drafts/:draft/tables/:table/grid', action: 'plandoc.write', params: byTable, quiet: true, fieldOf: (pointer) => pointer.slice(1),
    run: async (visit, form): Promise<{ readonly view?: View }> => {
      const filled = { ...visit, filled: { values: form, faults: [] } };
      const { table } = await tableOf(visit);
      const typed = typedRows(form, table.columns) ?? [];
      const shown = prepared(filled, typed, table);
      if (shown) return { view: await gridView(filled, shown) };
      const { rows, errors } = rowsOf(typed, table);
      if (rows.length === 0) throw new Refused('invalid-input', { errors: [{ pointer: '/rows.0.number', code: 'no-rows-left' }] });
      if (errors.length > 0) throw new Refused('invalid-input', { errors });
      await editPlanDraft(visit.desk, visit.caller, visit.params.draft, { part: 'tables', entry: table.id, was: one(form, 'was'), value: { ...table, rows } });
      return {};
    },
    then: ({ view }, { params }) => view ?? { to: paths.draftEntry(params.draft, 'tables', params.table), notice: 'plans.editor.done' },
    again: (visit) => gridView(visit),
  }),
];
