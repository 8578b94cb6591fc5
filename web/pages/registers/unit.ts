import { z } from 'zod';
import { unitCode } from '../../../api/contracts/common.ts';
import { faultsByAddress } from '../../../api/use-cases/bounces.ts';
import { viewUnit } from '../../../api/use-cases/unit-register.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { contactParts } from '../../../domain/contact.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { isUnitValidOn, type Unit } from '../../../domain/unit.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { groupWords } from '../../view/fields.ts';
import { crumbsTo } from './crumbs.ts';

export const byUnit = z.object({ unit: unitCode });

async function show({ desk, caller, params, t, language }: Visit<{ unit: string }>): Promise<View> {
  const { unit, parent, predecessors, successors, children, changes, cycles, contacts } = await viewUnit(desk, caller, params.unit);
  const { date } = formats(language);
  const faults = contacts ? await faultsByAddress(desk) : undefined;
  const today = dateOf(desk.now());
  const link = (each: Unit): object => ({ text: each.name, href: paths.unit(each.code), validFrom: each.validFrom, validTo: each.validTo });
  const isOpen = unit.validTo === undefined;
  return {
    template: 'registers/unit.njk', title: unit.name, wide: true, crumbs: crumbsTo(t, 'units', { text: unit.name }),
    lead: isOpen ? t('registers.unit.since', { date: date(unit.validFrom) }) : t('registers.unit.until', { date: date(unit.validTo) }),
    model: {
      unit, parent: parent && link(parent), predecessors: predecessors.map(link), successors: successors.map(link), children: children.filter((each) => isUnitValidOn(each, today)).map(link), changes, levelWords: t(`units.level.${unit.level}`),
      groupName: unit.group === undefined ? undefined : groupWords(t, unit.group),
      cycles: cycles.map(({ id, title }) => ({ text: title, href: paths.cycle(id) })), contacts: contacts && contactParts.map((part) => ({ part: t(`registers.contacts.parts.${part}`), person: contacts.find((each) => each.part === part) })).map((each) => ({ ...each, fault: faults?.get(each.person?.email?.toLowerCase() ?? '') })),
      editContacts: isAllowed(caller.actor, 'contact.write', { unit: unit.code }) ? paths.contacts(unit.code) : undefined,
      acts: isOpen && isAllowed(caller.actor, 'unit.write') ? (['rename', 'merge', 'split', 'close'] as const).map((kind) => ({ text: t(`registers.changes.${kind}.title`), href: paths.changeUnits({ kind, units: unit.code }) })) : [],
    },
  };
}

export const unitPage = page({ name: 'unit', path: '/registers/units/:unit', action: 'unit.list', params: byUnit, show });
