import { z } from 'zod';
import { inCycle, planPlace, reason, unitCode } from '../../../../api/contracts/common.ts';
import { addUnit, retireUnit } from '../../../../api/use-cases/membership.ts';
import { listMembers } from '../../../../api/use-cases/reading.ts';
import { isAllowed, listScope } from '../../../../domain/permissions.ts';
import { calendarAt } from '../../../../domain/cycle-clock.ts';
import { searchKey } from '../../../../domain/search-key.ts';
import { dateOf } from '../../../../domain/plain-date.ts';
import { isUnitValidOn } from '../../../../domain/unit.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { exemptWords } from '../../../view/joining.ts';
import { pageAsked, pageOf } from '../../../view/pager.ts';
import { confirmView, reasonField } from '../confirm.ts';

const byName = new Intl.Collator('vi');
type In = { cycle: string };
const query = z.object({ q: z.string().max(100).optional().catch(undefined), page: pageAsked });
const perPage = 100;

async function showList({ desk, caller, params, t, language, query: { q, page: asked } }: Visit<In, z.output<typeof query>>): Promise<View> {
  const [cycle, members, register] = await Promise.all([desk.registers.cycle(params.cycle), listMembers(desk, params.cycle), desk.registers.units()]);
  const format = formats(language);
  const canRead = (unit: string): boolean => isAllowed(caller.actor, 'unit.story', { unit });
  const found = members.filter(({ unit, name }) => q === undefined || searchKey(`${unit} ${name}`).includes(searchKey(q)));
  const shown = pageOf(found.toSorted((a, b) => byName.compare(a.name, b.name)), { asked, perPage, href: (number) => paths.members(cycle.id, { q, page: number }) });
  const rows = shown.rows.map((member) => ({
    ...member, exempt: exemptWords(cycle, member, t, format), level: register.get(member.unit)?.level, story: canRead(member.unit) ? paths.story(cycle.id, member.unit) : undefined, retire: paths.retireMember(cycle.id, member.unit),
  }));
  const left = members.filter(({ leftOn }) => leftOn !== null).length;
  return {
    template: 'secretariat/members.njk', title: t('secretariat.members.title'), lead: t(left === 0 ? 'secretariat.members.lead' : 'secretariat.members.leadLeft', { count: members.length - left, left }), help: 'secretariat.members.help', cycle, wide: true,
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('secretariat.members.title') }],
    model: { cycle, rows, shown, q, canAdd: isAllowed(caller.actor, 'cycle.addUnit'), canRetire: isAllowed(caller.actor, 'cycle.retireUnit'), whole: listScope(caller.actor, 'duty.list') === 'any' },
  };
}

/** Units of the register that exist today and are not in the cycle. */
async function showAdd({ desk, params, t }: Visit<In>): Promise<View> {
  const [cycle, members, register] = await Promise.all([desk.registers.cycle(params.cycle), desk.record.read.cycleUnits.list(params.cycle), desk.registers.units()]);
  const today = dateOf(calendarAt(cycle.clock, desk.now()));
  const known = new Set(members.map(({ unit }) => unit));
  const free = [...register.values()].filter((unit) => !known.has(unit.code) && isUnitValidOn(unit, today)).toSorted((a, b) => byName.compare(a.name, b.name));
  const say = (key: string): string => t(`secretariat.members.add.${key}`);
  return confirmView({
    title: say('title'), lead: say('lead'), cycle, action: paths.addMember(cycle.id), back: paths.members(cycle.id), button: say('act'), will: [say(cycle.state === 'guidance' ? 'willLater' : 'willNow'), say('willReport')],
    fields: [{ kind: 'select', name: 'unit', label: say('unit'), options: [{ value: '', text: say('choose') }, ...free.map(({ code, name }) => ({ value: code, text: name }))] }, reasonField(t)],
  }, t);
}

async function showRetire({ desk, params, t }: Visit<In & { unit: string }>): Promise<View> {
  const [cycle, register] = await Promise.all([desk.registers.cycle(params.cycle), desk.registers.units()]);
  const unit = register.get(params.unit)?.name ?? params.unit;
  const say = (key: string): string => t(`secretariat.members.retire.${key}`, { unit });
  return confirmView({
    title: say('title'), lead: say('lead'), cycle, action: paths.retireMember(cycle.id, params.unit), back: paths.members(cycle.id), button: say('act'), will: [say('will1'), say('will2'), say('will3')], fields: [reasonField(t)], isGrave: true,
  }, t);
}

export const membersPage = page({ name: 'members', path: '/cycles/:cycle/units', action: 'cycle.read', params: inCycle, query, show: showList });
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
