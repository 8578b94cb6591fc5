import { z } from 'zod';
import { roles } from '../../../../api/contracts/cycle.ts';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import { aspects } from '../../../../domain/plan.ts';
import { isUnitValidOn } from '../../../../domain/unit.ts';
import { one, type Fields } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

const parts = ['secretariat', 'leadAppraiser', 'approver', 'committee'] as const;
const byName = new Intl.Collator('vi');

const fields = [...aspects.map((aspect) => `appraisers.${aspect}`), ...parts];
const query = z.object({ open: z.string().optional().catch(undefined) });
type At = Visit<InDraft, z.output<typeof query>>;

/** Which unit holds which part of the year. The list of units is long: it stands in the page only for the part that is being changed, or that nobody of the register holds. */
async function show(visit: At): Promise<View> {
  const { desk, t, filled, query: { open } } = visit;
  const draft = await readDraft(visit);
  const { roles: now, calendar } = draft.content;
  const units = new Map([...(await desk.registers.units()).values()].filter((unit) => isUnitValidOn(unit, calendar.draftsDue)).toSorted((a, b) => byName.compare(a.name, b.name)).map(({ code, name }) => [code, name]));
  const rowOf = (field: string, label: string, kept: string) => {
    const value = one(filled.values, field) || kept;
    return { field, label, value, name: units.get(value), isOpen: field === open || !units.has(value) || filled.faults.some((fault) => fault.field === field) };
  };
  const appraisers = aspects.map((aspect) => rowOf(`appraisers.${aspect}`, t('launch.roles.appraiser', { aspect: t(`aspects.${aspect}`) }), now.appraisers[aspect]));
  const rows = [...appraisers, ...parts.map((part) => rowOf(part, t(`launch.roles.${part}`), now[part]))];
  return stepView({ draft, step: 'roles', wide: false, lead: t('launch.roles.lead'), model: { rows, units: [{ value: '', text: t('launch.roles.choose') }, ...[...units].map(([value, text]) => ({ value, text }))] } }, visit);
}

const read = (typed: Fields): unknown => ({
  version: versionOf(typed), button: one(typed, 'button'),
  roles: { ...Object.fromEntries(parts.map((part) => [part, one(typed, part)])), appraisers: Object.fromEntries(aspects.map((aspect) => [aspect, one(typed, `appraisers.${aspect}`)])) },
});

export const rolesPage = page({ name: 'launchRoles', path: '/cycles/new/:draft/roles', action: 'cycle.launch', params: byDraft, query, show });
export const rolesAct = act({
  name: 'saveLaunchRoles', path: '/cycles/new/:draft/roles', action: 'cycle.launch', params: byDraft, quiet: true, form: z.object({ version, roles, button: z.string().max(60) }), read,
  run: ({ desk, caller, params }, { version: expected, roles: given }) => saveLaunch(desk, caller, { id: params.draft, version: expected, changes: { roles: given } }),
  then: (_, { params }, { button }) => {
    const open = fields.find((field) => button === `open:${field}`);
    return { to: open === undefined ? paths.launchStep(params.draft, nextStep('roles')) : `${paths.launchStep(params.draft, 'roles')}?open=${open}#${open}` };
  },
  again: (visit) => show({ ...visit, query: {} }),
  fieldOf: (pointer) => pointer.split('/').slice(2).join('.'),
});
