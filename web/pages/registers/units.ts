import { z } from 'zod';
import { day, slug } from '../../../api/contracts/common.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { isUnitValidOn, unitLevels, type Unit } from '../../../domain/unit.ts';
import { page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { csvFile } from '../../view/csv.ts';
import { formats } from '../../view/formats.ts';
import { choice, groupWords } from '../../view/fields.ts';
import { pageAsked, pageOf } from '../../view/pager.ts';
import { crumbsTo } from './crumbs.ts';

const query = z.object({ q: z.string().max(100).optional().catch(undefined), level: z.enum(unitLevels).optional().catch(undefined), group: slug.optional().catch(undefined), on: day.optional().catch(undefined), all: z.literal('1').optional().catch(undefined), page: pageAsked });
type Query = z.output<typeof query>;

/** Rows of one page: a browser on an old computer lays them out within a second (docs/performance.md). */
const perPage = 100;

/** Without a wish: the units that exist today. */
async function chosen({ desk, query: { q, level, group, on, all } }: Visit<unknown, Query>): Promise<{ readonly units: readonly Unit[]; readonly day: string }> {
  const asked = on ?? dateOf(desk.now());
  const found = await desk.record.read.units.list({ ...(q === undefined ? {} : { search: q }), ...(level === undefined ? {} : { level }), ...(all === undefined ? { on: asked } : {}) });
  return { units: found.filter((unit) => group === undefined || unit.group === group), day: asked };
}

async function show(visit: Visit<unknown, Query>): Promise<View> {
  const { desk, caller, query: wanted, t, language } = visit;
  const [{ units, day: asked }, register] = await Promise.all([chosen(visit), desk.registers.units()]);
  const { page: asksPage, ...filter } = wanted;
  const shown = pageOf(units, { asked: asksPage, perPage, href: (number) => paths.units({ ...filter, page: number }) });
  const groups = [...new Set([...register.values()].flatMap(({ group }) => group ?? []))].sort();
  return {
    template: 'registers/units.njk', title: t('registers.units.title'), wide: true, help: 'registers.units.help', crumbs: crumbsTo(t, 'units'),
    lead: wanted.all ? t('registers.units.leadAll', { count: units.length }) : t('registers.units.lead', { count: units.length, date: formats(language).date(asked) }),
    model: {
      query: wanted, day: asked, canWrite: isAllowed(caller.actor, 'unit.write'), csvLink: paths.unitsCsv(filter), shown,
      levels: choice(unitLevels, (level) => t(`units.level.${level}`), t('registers.any')), groups: choice(groups, (group) => groupWords(t, group), t('registers.any')),
      rows: shown.rows.map((unit) => ({
        ...unit, href: paths.unit(unit.code), levelWords: t(`units.level.${unit.level}`), groupName: unit.group === undefined ? '' : groupWords(t, unit.group),
        parentName: unit.parent === undefined ? '' : register.get(unit.parent)?.name ?? unit.parent, isOver: unit.validTo !== undefined && !isUnitValidOn(unit, asked),
        into: (unit.successors ?? []).map((code) => ({ text: register.get(code)?.name ?? code, href: paths.unit(code) })),
      })),
    },
  };
}

const columns = ['code', 'name', 'level', 'group', 'parent', 'validFrom', 'validTo', 'successors'] as const;

async function download(visit: Visit<unknown, Query>): Promise<Download> {
  const { units } = await chosen(visit);
  const { t } = visit;
  return csvFile(t('registers.units.file'), [columns.map((column) => t(`registers.units.columns.${column}`)), ...units.map((unit) => columns.map((column) => (column === 'level' ? t(`units.level.${unit.level}`) : [unit[column] ?? ''].flat().join(', '))))]);
}

export const unitsPage = page({ name: 'units', path: '/registers/units', action: 'unit.list', query, show });
export const unitsCsv = page({ name: 'unitsCsv', path: '/registers/units.csv', action: 'unit.list', query, show: download });
