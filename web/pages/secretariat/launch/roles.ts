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

/** Which unit holds which part of the year. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const { desk, t } = visit;
  const draft = await readDraft(visit);
  const { roles: now, calendar } = draft.content;
  const units = [...(await desk.registers.units()).values()].filter((unit) => isUnitValidOn(unit, calendar.draftsDue)).toSorted((a, b) => byName.compare(a.name, b.name)).map(({ code, name }) => ({ value: code, text: name }));
  const appraisers = aspects.map((aspect) => ({ field: `appraisers.${aspect}`, label: t('launch.roles.appraiser', { aspect: t(`aspects.${aspect}`) }), value: now.appraisers[aspect] }));
  return stepView({ draft, step: 'roles', wide: false, lead: t('launch.roles.lead'), model: { fields: [...appraisers, ...parts.map((part) => ({ field: part, label: t(`launch.roles.${part}`), value: now[part] }))], units } }, visit);
}

const read = (fields: Fields): unknown => ({
  version: versionOf(fields),
  roles: { ...Object.fromEntries(parts.map((part) => [part, one(fields, part)])), appraisers: Object.fromEntries(aspects.map((aspect) => [aspect, one(fields, `appraisers.${aspect}`)])) },
});

export const rolesPage = page({ name: 'launchRoles', path: '/cycles/new/:draft/roles', action: 'cycle.launch', params: byDraft, show });
export const rolesAct = act({
  name: 'saveLaunchRoles', path: '/cycles/new/:draft/roles', action: 'cycle.launch', params: byDraft, quiet: true, form: z.object({ version, roles }), read,
  run: ({ desk, caller, params }, { version: expected, roles: given }) => saveLaunch(desk, caller, { id: params.draft, version: expected, changes: { roles: given } }),
  then: (_, { params }) => ({ to: paths.launchStep(params.draft, nextStep('roles')) }),
  again: show,
  fieldOf: (pointer) => pointer.split('/').slice(2).join('.'),
});
