import { z } from 'zod';
import { slug } from '../../../api/contracts/common.ts';
import { unitChange } from '../../../api/contracts/register.ts';
import { changeUnits, planUnitChange, unitChangeKinds, type UnitChangeKind } from '../../../api/use-cases/unit-changes.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { keptOf, many, one, type Fields } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import type { FormField } from '../../view/fields.ts';
import { crumbsTo } from './crumbs.ts';
import { unitNames, unitsNamed } from './named-units.ts';
import { placeFields, sourceField } from './new-unit.ts';

const query = z.object({ kind: z.enum(Object.keys(unitChangeKinds) as UnitChangeKind[]).catch('merge'), units: z.union([slug, z.array(slug)]).optional().catch(undefined) });

/** New units that a form has room for. */
const room = { rename: 1, merge: 1, split: 6, close: 0 } as const satisfies Readonly<Record<UnitChangeKind, number>>;

const typedUnits = ({ desk }: Visit, fields: Fields, name: string): Promise<readonly string[]> => unitsNamed(desk, many(fields, name), name);

/** Puts the form's rows in the shape of the contract: new units share level, group and parent. */
async function changeOf(fields: Fields, visit: Visit): Promise<unknown> {
  const [units, joins, [parent = '']] = await Promise.all([typedUnits(visit, fields, 'units'), typedUnits(visit, fields, 'joins'), typedUnits(visit, fields, 'parent')]);
  const shared = Object.fromEntries(Object.entries({ level: one(fields, 'level'), group: one(fields, 'group'), parent }).filter(([, value]) => value !== ''));
  const opens = [0, 1, 2, 3, 4, 5].map((row) => ({ code: one(fields, `code${row}`), name: one(fields, `name${row}`) })).filter(({ code, name }) => code !== '' || name !== '');
  return { kind: one(fields, 'kind'), units, opens: opens.map((each) => ({ ...shared, ...each })), joins, on: one(fields, 'on'), source: one(fields, 'source') };
}

const fieldOf = (pointer: string): string => {
  const [, part = '', row, member] = pointer.split('/');
  return part !== 'opens' ? part : row === undefined ? 'code0' : member === 'code' || member === 'name' ? `${member}${row}` : (member ?? 'code0');
};

async function show(visit: Visit): Promise<View> {
  const { desk, t, filled } = visit;
  const asked = query.parse(visit.query);
  const kind = query.parse({ kind: one(filled.values, 'kind') || asked.kind }).kind;
  const register = await desk.registers.units();
  const chosen = [asked.units ?? []].flat();
  const first = register.get(chosen[0] ?? '');
  const rows = Array.from({ length: room[kind] }, (_, row): readonly FormField[] => [
    { kind: 'line', name: `code${row}`, label: t('registers.changes.newCode', { number: row + 1 }), ...(row === 0 ? { hint: t('registers.newUnit.codeHint') } : {}) },
    { kind: 'line', name: `name${row}`, label: t('registers.changes.newName', { number: row + 1 }) },
  ]).flat();
  const title = t(`registers.changes.${kind}.title`);
  return {
    template: 'components/form-page.njk', title, help: `registers.changes.${kind}.help`, crumbs: crumbsTo(t, 'units', { text: title }),
    model: {
      action: paths.changeUnits(), back: chosen.length === 1 ? paths.unit(chosen[0] ?? '') : paths.units(), button: t('registers.ask.look'), lists: { units: await unitNames(desk) },
      fields: [
        { kind: 'hidden', name: 'kind', label: '', value: kind },
        { kind: 'long', name: 'units', label: t('registers.changes.units'), hint: t('registers.changes.unitsHint'), value: chosen.map((code) => register.get(code)?.name ?? code).join('\n'), rows: Math.max(2, Math.min(8, chosen.length)) },
        ...rows, ...(rows.length > 0 ? await placeFields(visit, first) : []),
        ...(kind === 'merge' || kind === 'split' ? [{ kind: 'line', name: 'joins', label: t('registers.changes.joins'), hint: t('registers.changes.joinsHint'), from: 'units' }] : []),
        { kind: 'date', name: 'on', label: t('registers.changes.on'), hint: t('registers.changes.onHint'), value: dateOf(desk.now()) }, sourceField(t),
      ],
    },
  };
}

export const unitChangePages = [
  page({ name: 'unitChange', path: '/registers/unit-changes', action: 'unit.write', query, show }),
  act({
    name: 'changeUnits', path: '/registers/unit-changes', action: 'unit.write', form: unitChange, once: true, read: changeOf, fieldOf,
    ask: async ({ desk, t, language, filled }, change) => {
      const [{ closed, opened }, register] = await Promise.all([planUnitChange(desk, change), desk.registers.units()]);
      const { date } = formats(language);
      const into = [...opened.map(({ name }) => name), ...change.joins.map((code) => register.get(code)?.name ?? code)];
      const left = [...register.values()].filter(({ parent, validTo }) => parent !== undefined && change.units.includes(parent) && validTo === undefined && !opened.some(({ code }) => code === parent)).length;
      return {
        template: 'components/ask.njk', title: t(`registers.changes.${change.kind}.title`), crumbs: crumbsTo(t, 'units', { text: t(`registers.changes.${change.kind}.title`) }),
        model: {
          action: paths.changeUnits(), back: paths.units(), button: t(`registers.changes.${change.kind}.act`), kept: keptOf(filled.values), isGrave: true,
          will: [
            ...closed.map(({ name, validTo }) => t('registers.changes.willEnd', { name, date: date(validTo) })), ...opened.map(({ name, code, validFrom }) => t('registers.changes.willBegin', { name, code, date: date(validFrom) })),
            into.length > 0 ? t('registers.changes.willTakeOver', { names: into.join(', ') }) : t('registers.changes.willNone'), ...(left > 0 ? [t('registers.changes.willLeave', { count: left })] : []), t('registers.changes.willKeep'),
          ],
        },
      };
    },
    run: ({ desk, caller }, change) => changeUnits(desk, caller, change),
    then: ({ closed, opened }) => ({ to: paths.unit(opened[0]?.code ?? closed[0]?.code ?? ''), notice: 'registers.changes.done', figures: { closed: closed.length, opened: opened.length } }),
    again: show,
  }),
];
