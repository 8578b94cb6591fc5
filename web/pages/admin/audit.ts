import { z } from 'zod';
import { namesOf } from '../../../api/use-cases/people.ts';
import type { AuditRow } from '../../../domain/audit.ts';
import { isPlainDate } from '../../../domain/plain-date.ts';
import { act, page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { csvFile } from '../../view/csv.ts';
import { formats } from '../../view/formats.ts';

const text = z.string().max(300).optional();
const query = z.object({ cycle: text, unit: text, act: text, actor: text, subject: text, cursor: text });
type Query = z.output<typeof query>;

const perPage = 50;
/** As many rows as a spreadsheet still opens at once. */
const exported = 5_000;

const filterOf = ({ cursor: _, ...filter }: Query) => Object.fromEntries(Object.entries(filter).filter((each): each is [string, string] => each[1] !== undefined));

async function show({ desk, t, language, query: wanted }: Visit<unknown, Query>): Promise<View> {
  const filter = filterOf(wanted);
  const { items, next, total } = await desk.record.read.audit.list(filter, { limit: perPage, ...(wanted.cursor === undefined ? {} : { cursor: wanted.cursor }) });
  const names = await namesOf(desk, items.flatMap(({ actor, subject }) => [accountIn(actor), accountIn(subject)]));
  const named = (id: string): string => names.get(accountIn(id) ?? '') ?? id;
  const [cycles, units] = await Promise.all([desk.record.read.cycles.list(), desk.registers.units()]);
  const only = (wish: Partial<Query>): string => paths.audit({ ...filter, ...wish });
  const rows = items.map((row) => ({
    ...row, ...whoOf(row.actor, named, t), about: named(row.subject), words: wordsOf(row, t, language), gist: gistOf(row, t), told: Object.entries(row.details).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    ofActor: only({ actor: row.actor }), ofAct: only({ act: row.act }), ofSubject: only({ subject: row.subject }),
  }));
  return {
    template: 'admin/audit.njk', title: t('admin.audit.title'), lead: t('admin.audit.lead', { count: formats(language).number(total) }), help: 'admin.audit.help', wide: true,
    model: { rows, wanted: filter, next: next === undefined ? undefined : paths.audit({ ...filter, cursor: next }), csv: paths.auditCsv(filter), fields: ['act', 'actor', 'subject'],
      cycles: cycles.map(({ id, title }) => ({ value: id, text: title })), units: [...units.values()].map(({ code, name }) => ({ value: code, text: name })).toSorted((a, b) => a.text.localeCompare(b.text, 'vi')),
    },
  };
}

const accountIn = (id: string): string | null => (id.startsWith('account:') ? id.slice('account:'.length) : null);

/** Who did it; a workflow's id, which says which process, small after it. */
function whoOf(actor: string, named: (id: string) => string, t: Visit['t']): { readonly who: string; readonly whoId?: string } {
  if (actor.startsWith('workflow:')) return { who: t('admin.audit.byWorkflow'), whoId: actor.slice('workflow:'.length) };
  return { who: actor === 'cli' ? t('admin.audit.byOperator') : named(actor) };
}

/** What of the details people ask for: from which state to which, and why. */
function gistOf({ details: { from, to, reason } }: AuditRow, t: Visit['t']): readonly string[] {
  const state = (value: unknown): string | undefined => (typeof value === 'string' && t.has(`states.${value}`) ? t(`states.${value}`) : undefined);
  const [before, after] = [state(from), state(to)];
  return [...(before !== undefined && after !== undefined ? [t('admin.audit.from', { from: before, to: after })] : []), ...(typeof reason === 'string' && reason !== '' ? [reason] : [])];
}

/** The act as people call it; undefined for one that has no words. */
function wordsOf({ act, details }: AuditRow, t: Visit['t'], language: Visit['language']): string | undefined {
  const { due } = details;
  const figures = { what: '', due: typeof due === 'string' && isPlainDate(due) ? formats(language).date(due) : '' };
  return t.has(`acts.${act}`, figures) ? t(`acts.${act}`, figures).replace(/[:,\s]+$/, '') : undefined;
}

export const auditPage = page({ name: 'audit', path: '/admin/audit', action: 'audit.read', query, show });

async function download({ desk, t, language, query: wanted }: Visit<unknown, Query>): Promise<Download> {
  const rows: AuditRow[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await desk.record.read.audit.list(filterOf(wanted), { limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...items);
    cursor = next;
  } while (cursor !== undefined && rows.length < exported);
  const { instant } = formats(language);
  const head = ['id', 'at', 'actor', 'act', 'cycle', 'unit', 'subject', 'outcome', 'details', 'hash'] as const;
  return csvFile('nhat-ky', [head.map((name) => t(`admin.audit.column.${name}`)), ...rows.map((row) => [row.id, instant(row.at), row.actor, row.act, row.cycle, row.unit, row.subject, row.outcome, JSON.stringify(row.details), row.hash])]);
}

export const auditCsv = page({ name: 'auditCsv', path: '/admin/audit.csv', action: 'audit.read', query, show: download });

/** Every row is read: as long as the trail has become, so it is asked for by a button and not by an address. */
export const verifyAuditAct = act({
  name: 'verifyAudit', path: '/admin/audit/verification', action: 'audit.verify',
  run: ({ kit }) => kit.verifyAudit(),
  then: ({ rows, intact, firstBroken }, { t }) => ({
    template: 'admin/audit-verdict.njk', title: t('admin.audit.verify'), crumbs: [{ text: t('admin.audit.title'), href: paths.audit() }, { text: t('admin.audit.verify') }],
    lead: t(intact ? 'admin.audit.intact' : 'admin.audit.broken', { count: rows, row: firstBroken?.id ?? 0 }), model: { firstBroken },
  }),
  again: (visit) => show({ ...visit, query: {} }),
});
