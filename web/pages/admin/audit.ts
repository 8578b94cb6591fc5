import { z } from 'zod';
import { namesOf } from '../../../api/use-cases/people.ts';
import type { AuditRow } from '../../../domain/audit.ts';
import { page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { csvFile } from '../../view/csv.ts';
import { formats } from '../../view/formats.ts';

const text = z.string().max(300).optional();
const query = z.object({ cycle: text, unit: text, act: text, actor: text, subject: text, cursor: text });
type Query = z.output<typeof query>;

const perPage = 100;
/** As many rows as a spreadsheet still opens at once. */
const exported = 5_000;

const filterOf = ({ cursor: _, ...filter }: Query) => Object.fromEntries(Object.entries(filter).filter((each): each is [string, string] => each[1] !== undefined));

async function show({ desk, t, query: wanted }: Visit<unknown, Query>): Promise<View> {
  const filter = filterOf(wanted);
  const { items, next, total } = await desk.record.read.audit.list(filter, { limit: perPage, ...(wanted.cursor === undefined ? {} : { cursor: wanted.cursor }) });
  const names = await namesOf(desk, items.map(({ actor }) => (actor.startsWith('account:') ? actor.slice('account:'.length) : null)));
  const rows = items.map((row) => ({ ...row, who: names.get(row.actor.replace(/^account:/, '')) ?? row.actor, told: JSON.stringify(row.details) }));
  return {
    template: 'admin/audit.njk', title: t('admin.audit.title'), lead: t('admin.audit.lead', { count: total }), help: 'admin.audit.help', wide: true,
    model: { rows, wanted: filter, next: next === undefined ? undefined : paths.audit({ ...filter, cursor: next }), csv: paths.auditCsv(filter), verify: paths.verifyAudit(), fields: ['cycle', 'unit', 'act', 'actor', 'subject'] },
  };
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

async function verify({ kit, t }: Visit): Promise<View> {
  const { rows, intact, firstBroken } = await kit.verifyAudit();
  return {
    template: 'admin/audit-verdict.njk', title: t('admin.audit.verify'), crumbs: [{ text: t('admin.audit.title'), href: paths.audit() }, { text: t('admin.audit.verify') }],
    lead: t(intact ? 'admin.audit.intact' : 'admin.audit.broken', { count: rows, row: firstBroken?.id ?? 0 }), model: { firstBroken },
  };
}

export const verifyAuditPage = page({ name: 'verifyAudit', path: '/admin/audit/verification', action: 'audit.verify', show: verify });
