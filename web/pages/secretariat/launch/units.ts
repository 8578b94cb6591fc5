import { z } from 'zod';
import { unitCode } from '../../../../api/contracts/common.ts';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import type { LaunchDraft } from '../../../../domain/launch-draft.ts';
import { searchKey } from '../../../../domain/search-key.ts';
import { isUnitValidOn, unitLevels, type Unit } from '../../../../domain/unit.ts';
import { many, one } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

const query = z.object({ q: z.string().max(100).optional() });
const byName = new Intl.Collator('vi');

/** Units that exist when the plans are due, by level and group; ticked ones that a search hides travel along. */
async function show(visit: Visit<InDraft, z.output<typeof query>>): Promise<View> {
  const { desk, t, filled } = visit;
  const draft = await readDraft(visit);
  const register = await desk.registers.units();
  const q = one(filled.values, 'q') || (visit.query.q ?? '');
  const ticked = new Set(filled.faults.length > 0 ? many(filled.values, 'unit') : draft.content.units);
  const all = [...register.values()].filter((unit) => isUnitValidOn(unit, draft.content.calendar.draftsDue));
  const shown = all.filter((unit) => searchKey(`${unit.code} ${unit.name}`).includes(searchKey(q)));
  return stepView({
    draft, step: 'units', lead: t('launch.units.lead', { count: ticked.size, total: all.length }),
    model: { q, groups: groupsOf(shown, ticked, visit), hidden: [...ticked].filter((code) => !shown.some((unit) => unit.code === code)) },
  }, visit);
}

function groupsOf(units: readonly Unit[], ticked: ReadonlySet<string>, { t }: Pick<Visit, 't'>) {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) groups.set(groupOf(unit), [...(groups.get(groupOf(unit)) ?? []), unit]);
  const order = (name: string): number => unitLevels.findIndex((level) => name.startsWith(`${level}/`));
  return [...groups].toSorted(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1)).map(([name, members]) => {
    const [level = '', group = ''] = name.split('/');
    const word = t.has(`units.group.${group}`) ? t(`units.group.${group}`) : group;
    return {
      name, title: group === '' || word === t(`units.level.${level}`) ? t(`units.level.${level}`) : `${t(`units.level.${level}`)} – ${word}`, ticked: members.filter(({ code }) => ticked.has(code)).length,
      units: members.toSorted((a, b) => byName.compare(a.name, b.name)).map((unit) => ({ ...unit, isTicked: ticked.has(unit.code) })),
    };
  });
}

const groupOf = ({ level, group }: Unit): string => `${level}/${group ?? ''}`;

/** What the pressed button does to the ticks: nothing, or all or none of a group. */
async function pressed({ desk }: Visit, button: string, units: readonly string[], due: string): Promise<readonly string[]> {
  const [what, group] = button.split(':');
  if (what !== 'all' && what !== 'none') return units;
  const members = [...(await desk.registers.units()).values()].filter((unit) => groupOf(unit) === group && isUnitValidOn(unit, due)).map(({ code }) => code);
  return what === 'all' ? [...new Set([...units, ...members])] : units.filter((code) => !members.includes(code));
}

const form = z.object({ version, units: z.array(unitCode).max(5000), button: z.string().max(120), q: z.string().max(100) });

export const unitsPage = page({ name: 'launchUnits', path: '/cycles/new/:draft/units', action: 'cycle.launch', params: byDraft, query, show });
export const unitsAct = act({
  name: 'saveLaunchUnits', path: '/cycles/new/:draft/units', action: 'cycle.launch', params: byDraft, form, quiet: true,
  read: (fields) => ({ version: versionOf(fields), units: many(fields, 'unit'), button: one(fields, 'button'), q: one(fields, 'q') }),
  async run(visit, given): Promise<LaunchDraft> {
    const draft = await readDraft(visit);
    const units = await pressed(visit, given.button, [...new Set(given.units)], draft.content.calendar.draftsDue);
    return saveLaunch(visit.desk, visit.caller, { id: draft.id, version: given.version, changes: { units } });
  },
  then: (_, { params }, { button, q }) => {
    const stays = button === 'search' || button.includes(':');
    return { to: stays ? `${paths.launchStep(params.draft, 'units')}${q === '' ? '' : `?${new URLSearchParams({ q }).toString()}`}` : paths.launchStep(params.draft, nextStep('units')) };
  },
  again: (visit) => show({ ...visit, query: {} }),
});
