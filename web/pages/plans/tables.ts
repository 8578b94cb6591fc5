import type { z } from 'zod';
import { loadedPlan } from '../../../api/use-cases/plan-library.ts';
import type { PlanTable } from '../../../domain/plan.ts';
import type { Language } from '../../../domain/text.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { asksVersion, byPlan } from './plan.ts';

/** The tables of a plan: with everything else on one page they would take an old computer too long. */
async function show({ desk, params, query: { version }, t, language }: Visit<{ id: string }, z.output<typeof asksVersion>>): Promise<View> {
  const { plan } = await loadedPlan(desk, params.id, version);
  const title = t('plans.parts.tables');
  return {
    template: 'plans/tables.njk', title, wide: true, crumbs: [{ text: t('plans.title'), href: paths.plans() }, { text: plan.id, href: paths.plan(plan.id, { version }) }, { text: title }], lead: language === 'vi' ? plan.title : plan.titleEn,
    model: { tables: plan.tables.map((table) => tableView(table, language)) },
  };
}

/** Cells as printed, figures to the right; what is printed empty stays empty. */
function tableView(table: PlanTable, language: Language) {
  const { number } = formats(language);
  const cell = (value: string | number | null | undefined, printed?: string): string => printed ?? (typeof value === 'number' ? number(value) : value ?? '');
  return {
    ...table, heads: table.columns.map(({ label, kind, unit }) => ({ text: unit ? `${label} (${unit})` : label, isFigure: kind !== 'text' })),
    rows: table.rows.map((row) => ({ ...row, isHead: row.role === 'group' || row.role === 'subtotal', cells: table.columns.map(({ key, kind }) => ({ text: cell(row.cells[key], row.printed?.[key]), isFigure: kind !== 'text' })) })),
    totals: (table.statedTotals ?? []).map((total) => ({ label: total.label ?? table.columns.find(({ key }) => key === total.column)?.label, text: cell(total.value, total.printed), words: total.words })),
  };
}

export const planTablesPage = page({ name: 'planTables', path: '/plans/:id/tables', action: 'plandoc.read', params: byPlan, query: asksVersion, show });
