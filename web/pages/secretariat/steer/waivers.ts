import { z } from 'zod';
import { inCycle, prose } from '../../../../api/contracts/common.ts';
import { waiver } from '../../../../api/contracts/cycle.ts';
import { grantWaiver, listWaivers } from '../../../../api/use-cases/waiving.ts';
import { isAllowed } from '../../../../domain/permissions.ts';
import type { Fields } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { one } from '../../../http/form.ts';
import { paths } from '../../../paths.ts';
import { confirmView, reasonField } from '../confirm.ts';

const byName = new Intl.Collator('vi');
type In = { cycle: string };

async function showList({ desk, kit, caller, params, t, language }: Visit<In>): Promise<View> {
  const [cycle, waivers, register] = await Promise.all([desk.registers.cycle(params.cycle), listWaivers(desk, caller, params.cycle), desk.registers.units()]);
  const plan = await desk.registers.plan(cycle.planHash);
  const rules = new Map(kit.rules().map((rule) => [rule.id, rule.title[language]]));
  return {
    template: 'secretariat/waivers.njk', title: t('secretariat.waivers.title'), lead: waivers.length === 0 ? t('secretariat.waivers.leadNone') : t('secretariat.waivers.lead', { count: waivers.length }), help: 'secretariat.waivers.help', cycle, wide: true,
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('secretariat.waivers.title') }],
    model: {
      cycle, canGrant: isAllowed(caller.actor, 'waiver.grant'),
      rows: waivers.map((each) => ({ ...each, name: register.get(each.unit)?.name ?? each.unit, from: plan.targets.find(({ id }) => id === each.target)?.name ?? rules.get(each.rule ?? '') ?? each.target ?? each.rule })),
    },
  };
}

/** One choice stands for a target or a rule: `target:ct-01`, `rule:total-differs`. */
async function showNew({ desk, kit, params, t, language }: Visit<In>): Promise<View> {
  const [cycle, register, members] = await Promise.all([desk.registers.cycle(params.cycle), desk.registers.units(), desk.registers.members(params.cycle)]);
  const plan = await desk.registers.plan(cycle.planHash);
  const units = [...members].map((code) => ({ value: code, text: register.get(code)?.name ?? code })).toSorted((a, b) => byName.compare(a.text, b.text));
  const say = (key: string): string => t(`secretariat.waivers.new.${key}`);
  return confirmView({
    title: say('title'), lead: say('lead'), cycle, action: paths.newWaiver(cycle.id), back: paths.waivers(cycle.id), under: { text: t('secretariat.waivers.title'), href: paths.waivers(cycle.id) }, button: say('act'), will: [say('will1'), say('will2')],
    fields: [
      { kind: 'select', name: 'unit', label: t('secretariat.duties.columns.unit'), options: [{ value: '', text: say('choose') }, ...units] },
      { kind: 'select', name: 'from', label: say('from'), options: [{ value: '', text: say('choose') }, ...plan.targets.map(({ id, name }) => ({ value: `target:${id}`, text: `${say('target')}: ${name}` })), ...kit.rules().map(({ id, title }) => ({ value: `rule:${id}`, text: `${say('rule')}: ${title[language]}` }))] },
      { kind: 'line', name: 'approver', label: say('approver'), hint: say('approverHint') }, { kind: 'date', name: 'expires', label: say('expires') }, reasonField(t),
    ],
  }, t);
}

function read(fields: Fields): unknown {
  const [kind, id] = one(fields, 'from').split(':');
  const given = Object.fromEntries(['unit', 'approver', 'expires', 'reason'].map((name) => [name, one(fields, name)]));
  return { ...given, from: one(fields, 'from'), ...(kind === 'target' ? { target: id } : kind === 'rule' ? { rule: id } : {}) };
}

export const waiversPage = page({ name: 'waivers', path: '/cycles/:cycle/waivers', action: 'waiver.list', scope: 'list', params: inCycle, show: showList });
export const newWaiverPage = page({ name: 'newWaiver', path: '/cycles/:cycle/waivers/new', action: 'waiver.grant', params: inCycle, show: showNew });
export const grantWaiverAct = act({
  name: 'grantWaiver', path: '/cycles/:cycle/waivers/new', action: 'waiver.grant', params: inCycle, once: true, form: z.object({ ...waiver.shape, from: prose(200).min(1, { error: 'empty' }) }), read,
  run: ({ desk, caller, params }, { from: _, ...given }) => grantWaiver(desk, caller, { cycle: params.cycle, waiver: given }),
  then: (_, { params }) => ({ to: paths.waivers(params.cycle), notice: 'secretariat.waivers.new.done' }),
  again: showNew,
  fieldOf: (pointer) => (/^\/(target|rule)/.test(pointer) ? 'from' : pointer.split('/')[1] ?? ''),
});
