import { unitRegistration } from '../../../api/contracts/register.ts';
import { registerUnit } from '../../../api/use-cases/unit-register.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { unitLevels } from '../../../domain/unit.ts';
import { one, present } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { choice, groupWords, type FormField } from '../../view/fields.ts';
import type { Translate } from '../../view/translate.ts';
import { crumbsTo } from './crumbs.ts';
import { unitNames, unitsNamed } from './named-units.ts';

/** Level, group and parent of a new unit. */
export async function placeFields({ desk, t }: Visit, like: { readonly level?: string; readonly group?: string; readonly parent?: string } = {}): Promise<readonly FormField[]> {
  const register = await desk.registers.units();
  const groups = [...new Set([...register.values()].flatMap(({ group }) => group ?? []))].sort();
  return [
    { kind: 'select', name: 'level', label: t('registers.units.columns.level'), options: choice(unitLevels, (level) => t(`units.level.${level}`)), value: like.level ?? 'department' },
    { kind: 'select', name: 'group', label: t('registers.units.columns.group'), options: choice(groups, (group) => groupWords(t, group), t('registers.none')), value: like.group ?? '' },
    { kind: 'line', name: 'parent', label: t('registers.units.columns.parent'), hint: t('registers.newUnit.parentHint'), value: register.get(like.parent ?? '')?.name ?? '', from: 'units' },
  ];
}

export const sourceField = (t: Translate): FormField => ({ kind: 'line', name: 'source', label: t('registers.source'), hint: t('registers.sourceHint') });

async function show(visit: Visit): Promise<View> {
  const { desk, t } = visit;
  return {
    template: 'components/form-page.njk', title: t('registers.newUnit.title'), help: 'registers.newUnit.help', crumbs: crumbsTo(t, 'units', { text: t('registers.newUnit.title') }),
    model: {
      action: paths.newUnit(), back: paths.units(), button: t('registers.newUnit.act'), lists: { units: await unitNames(desk) },
      fields: [
        { kind: 'line', name: 'code', label: t('registers.units.columns.code'), hint: t('registers.newUnit.codeHint') }, { kind: 'line', name: 'name', label: t('registers.units.columns.name') },
        ...(await placeFields(visit)), { kind: 'date', name: 'validFrom', label: t('registers.units.columns.validFrom'), value: dateOf(desk.now()) }, sourceField(t),
      ],
    },
  };
}

export const newUnitPages = [
  page({ name: 'newUnit', path: '/registers/new-unit', action: 'unit.write', show }),
  act({
    name: 'registerUnit', path: '/registers/new-unit', action: 'unit.write', form: unitRegistration, once: true,
    read: async (fields, { desk }) => {
      const [parent] = await unitsNamed(desk, [one(fields, 'parent')], 'parent');
      return { ...present(fields), ...(parent === undefined ? {} : { parent }) };
    },
    run: ({ desk, caller }, { validFrom, source, ...unit }) => registerUnit(desk, caller, { unit, validFrom, source }),
    then: ({ code, name }) => ({ to: paths.unit(code), notice: 'registers.newUnit.done', figures: { name } }),
    again: show,
  }),
];
