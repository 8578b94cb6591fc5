import { z } from 'zod';
import { inCycle, planPlace, reason, unitCode } from '../../../../api/contracts/common.ts';
import { addUnit, retireUnit } from '../../../../api/use-cases/membership.ts';
import { listMembers } from '../../../../api/use-cases/reading.ts';
import { isAllowed, listScope } from '../../../../domain/permissions.ts';
import { calendarAt } from '../../../../domain/cycle-clock.ts';
import { searchKey } from '../../../../domain/search-key.ts';
import { dateOf } from '../../../../domain/plain-date.ts';
import { isUnitValidOn, unitLevels } from '../../../../domain/unit.ts';
import { act, page, type Download, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { csvFile } from '../../../view/csv.ts';
import { choice } from '../../../view/fields.ts';
import { formats } from '../../../view/formats.ts';
import { exemptWords } from '../../../view/joining.ts';
import { pageAsked, pageOf } from '../../../view/pager.ts';
import { confirmView, reasonField } from '../confirm.ts';

const byName = new Intl.Collator('vi');
type In = { cycle: string };
const query = z.object({ q: z.string().max(100).optional().catch(undefined), level: z.enum(unitLevels).optional().catch(undefined), page: pageAsked });
type Query = z.output<typeof query>;
const perPage = 100;

/** The members that a filter finds, by name. */
async function found({ desk, params, query: { q, level } }: Visit<In, Query>) {
  const [cycle, members, register] = await Promise.all([desk.registers.cycle(params.cycle), listMembers(desk, params.cycle), desk.registers.units()]);
  const all = members.map((member) => ({ ...member, level: register.get(member.unit)?.level })).toSorted((a, b) => byName.compare(a.name, b.name));
  return { cycle, all, rows: all.filter((member) => (q === undefined || searchKey(`${member.unit} ${member.name}`).includes(searchKey(q))) && (level === undefined || member.level === level)) };
}

async function showList(visit: Visit<In, Query>): Promise<View> {
  const { caller, t, language, query: { page: asked, ...filter } } = visit;
  const { cycle, all, rows: matching } = await found(visit);
  const format = formats(language);
  const canRead = (unit: string): boolean => isAllowed(caller.actor, 'unit.story', { unit });
  const shown = pageOf(matching, { asked, perPage, href: (number) => paths.members(cycle.id, { ...filter, page: number }) });
  const rows = shown.rows.map((member) => ({ ...member, exempt: exemptWords(cycle, member, t, format), story: canRead(member.unit) ? paths.story(cycle.id, member.unit) : undefined, retire: paths.retireMember(cycle.id, member.unit) }));
  const levels = choice(unitLevels.filter((level) => all.some((member) => member.level === level)), (level) => t(`units.level.${level}`), t('registers.any'));
  const left = all.filter(({ leftOn }) => leftOn !== null).length;
  return {
    template: 'secretariat/members.njk', title: t('secretariat.members.title'), lead: t(left === 0 ? 'secretariat.members.lead' : 'secretariat.members.leadLeft', { count: all.length - left, left }), help: 'secretariat.members.help', cycle, wide: true,
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('secretariat.members.title') }],
    model: { cycle, rows, shown, filter, levels, csvLink: paths.membersCsv(cycle.id, filter), canAdd: isAllowed(caller.actor, 'cycle.addUnit'), canRetire: isAllowed(caller.actor, 'cycle.retireUnit'), whole: listScope(caller.actor, 'duty.list') === 'any' },
  };
}

const columns = ['unit', 'code', 'level', 'joined', 'leftOn', 'reason'] as const;

/** Reasons are for those who see the whole year, as on the page. */
async function download(visit: Visit<In, Query>): Promise<Download> {
  const { caller, t, language } = visit;
  const { cycle, rows } = await found(visit);
  const { date } = formats(language);
  const isWhole = listScope(caller.actor, 'duty.list') === 'any';
  return csvFile(`${cycle.id}-${t('secretariat.members.file')}`, [
    columns.map((column) => t(`secretariat.members.columns.${column}`)),
    ...rows.map(({ name, unit, level, joinedOn, leftOn, reason: why }) => [name, unit, level === undefined ? '' : t(`units.level.${level}`), date(joinedOn), leftOn === null ? null : date(leftOn), isWhole ? why : null]),
  ]);
}

/** Units of the register that exist today and are not in the cycle. */
async function showAdd({ desk, params, t }: Visit<In>): Promise<View> {
  const [cycle, members, register] = await Promise.all([desk.registers.cycle(params.cycle), desk.record.read.cycleUnits.list(params.cycle), desk.registers.units()]);
  const today = dateOf(calendarAt(cycle.clock, desk.now()));
  const known = new Set(members.map(({ unit }) => unit));
  const free = [...register.values()].filter((unit) => !known.has(unit.code) && isUnitValidOn(unit, today)).toSorted((a, b) => byName.compare(a.name, b.name));
  const say = (key: string): string => t(`secretariat.members.add.${key}`);
  return confirmView({
    title: say('title'), lead: say('lead'), cycle, action: paths.addMember(cycle.id), back: paths.members(cycle.id), under: { text: t('secretariat.members.title'), href: paths.members(cycle.id) }, button: say('act'), will: [say(cycle.state === 'guidance' ? 'willLater' : 'willNow'), say('willReport')],
    fields: [{ kind: 'select', name: 'unit', label: say('unit'), options: [{ value: '', text: say('choose') }, ...free.map(({ code, name }) => ({ value: code, text: name }))] }, reasonField(t)],
  }, t);
}

async function showRetire({ desk, params, t }: Visit<In & { unit: string }>): Promise<View> {
  const [cycle, register] = await Promise.all([desk.registers.cycle(params.cycle), desk.registers.units()]);
  const unit = register.get(params.unit)?.name ?? params.unit;
  const say = (key: string): string => t(`secretariat.members.retire.${key}`, { unit });
  return confirmView({
    title: say('title'), lead: say('lead'), cycle, action: paths.retireMember(cycle.id, params.unit), back: paths.members(cycle.id), under: { text: t('secretariat.members.title'), href: paths.members(cycle.id) }, button: say('act'), will: [say('will1'), say('will2'), say('will3')], fields: [reasonField(t)], isGrave: true,
  }, t);
}

export const membersPage = page({ name: 'members', path: '/cycles/:cycle/units', action: 'cycle.read', params: inCycle, query, show: showList });
export const membersCsv = page({ name: 'membersCsv', path: '/cycles/:cycle/units.csv', action: 'cycle.read', params: inCycle, query, show: download });
export const addMemberPage = page({ name: 'addMemberPage', path: '/cycles/:cycle/units/new', action: 'cycle.addUnit', params: inCycle, show: showAdd });
export const addMemberAct = act({
  name: 'addUnit', path: '/cycles/:cycle/units/new', action: 'cycle.addUnit', params: inCycle, once: true, form: z.object({ unit: unitCode, reason }),
  run: ({ desk, caller, params }, form) => addUnit(desk, caller, { ...params, ...form }),
  then: (_, { params }) => ({ to: paths.members(params.cycle), notice: 'secretariat.members.add.done' }),
  again: showAdd,
});
export const retireMemberPage = page({ name: 'retireMemberPage', path: '/cycles/:cycle/units/:unit/retirement', action: 'cycle.retireUnit', params: planPlace, show: showRetire });
export const retireMemberAct = act({
  name: 'retireUnit', path: '/cycles/:cycle/units/:unit/retirement', action: 'cycle.retireUnit', params: planPlace, once: true, form: z.object({ reason }),
  run: ({ desk, caller, params }, form) => retireUnit(desk, caller, { ...params, ...form }),
  then: (_, { params }) => ({ to: paths.members(params.cycle), notice: 'secretariat.members.retire.done' }),
  again: showRetire,
});
