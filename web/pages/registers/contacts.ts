import { z } from 'zod';
import { newContact } from '../../../api/contracts/register.ts';
import { readContacts, saveContacts } from '../../../api/use-cases/contacts.ts';
import { contactParts, type ContactPart } from '../../../domain/contact.ts';
import { languages } from '../../../domain/text.ts';
import { one, type Fields } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { choice, type FormField } from '../../view/fields.ts';
import { crumbsTo } from './crumbs.ts';
import { byUnit } from './unit.ts';

const members = ['name', 'email', 'phone'] as const;
const person = newContact.omit({ part: true }).optional();
/** By part, so that what is wrong is said beside its field. */
const form = z.object({ focal: person, deputy: person, leader: person } satisfies Record<ContactPart, z.ZodType>);

/** What was typed about one person; nothing when all of it is empty. */
function personOf(fields: Fields, part: ContactPart): object | undefined {
  const typed = members.map((member) => [member, one(fields, `${part}-${member}`)] as const);
  if (typed.every(([, value]) => value === '')) return undefined;
  const [language, mails] = [one(fields, `${part}-language`), one(fields, `${part}-reminders`)];
  return { ...Object.fromEntries(typed.filter(([member, value]) => member === 'name' || value !== '')), ...(language === '' ? {} : { language }), ...(mails === 'out' ? { optedOut: true } : {}) };
}

async function show({ desk, params, t }: Visit<{ unit: string }>): Promise<View> {
  const contacts = await readContacts(desk, params.unit);
  const name = (await desk.registers.units()).get(params.unit)?.name ?? params.unit;
  const fields = contactParts.flatMap((part): FormField[] => {
    const known = contacts.find((each) => each.part === part);
    const lines = members.map((member): FormField => ({ kind: 'line', name: `${part}-${member}`, label: t(`registers.contacts.${member}`), value: known?.[member] ?? '' }));
    const reminders: FormField = { kind: 'select', name: `${part}-reminders`, label: t('registers.contacts.reminders'), value: known?.optedOut ? 'out' : 'in', options: choice(['in', 'out'], (each) => t(`self.reminders.${each}`)) };
    return [{ kind: 'head', name: part, label: t(`registers.contacts.parts.${part}`) }, ...lines, ...(part === 'leader' ? [] : [reminders]), { kind: 'select', name: `${part}-language`, label: t('registers.contacts.language'), value: known?.language ?? 'vi', options: choice(languages, (each) => t(`self.mails.in.${each}`)) }];
  });
  return {
    template: 'components/form-page.njk', title: t('registers.contacts.title'), lead: name, help: 'registers.contacts.help', crumbs: crumbsTo(t, 'units', { text: name, href: paths.unit(params.unit) }, { text: t('registers.contacts.title') }),
    model: { action: paths.contacts(params.unit), back: paths.unit(params.unit), button: t('registers.contacts.act'), fields },
  };
}

export const contactsPages = [
  page({ name: 'contacts', path: '/registers/units/:unit/contacts', action: 'contact.write', scope: 'unit', params: byUnit, show }),
  act({
    name: 'saveContacts', path: '/registers/units/:unit/contacts', action: 'contact.write', scope: 'unit', params: byUnit, form,
    read: (fields) => Object.fromEntries(contactParts.map((part) => [part, personOf(fields, part)])),
    fieldOf: (pointer) => { const [, part = '', member = 'name'] = pointer.split('/'); return `${part}-${member}`; },
    run: ({ desk, caller, params }, people) => saveContacts(desk, caller, params.unit, contactParts.flatMap((part) => { const person = people[part]; return person ? [{ part, ...person }] : []; })),
    then: (_, { params }) => ({ to: paths.unit(params.unit), notice: 'registers.contacts.done' }),
    again: show,
  }),
];
