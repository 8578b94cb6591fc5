import { z } from 'zod';
import { contactParts, type Contact } from '../../domain/contact.ts';
import type { Unit } from '../../domain/unit.ts';
import { unitLevels } from '../../domain/unit.ts';
import { calendarDayKinds, type CalendarDay } from '../../domain/working-calendar.ts';
import { bilingual, day, instant, language, line, slug } from './common.ts';
import { unitChangeKinds, type UnitChangeKind } from '../use-cases/unit-changes.ts';

export const unit = z.strictObject({
  code: slug, name: z.string(), level: z.enum(unitLevels), group: z.string().exactOptional(), parent: z.string().exactOptional(), validFrom: day, validTo: day.exactOptional(), successors: z.array(z.string()).exactOptional(),
} satisfies Record<keyof Unit, z.ZodType>).meta({ id: 'Unit' });

export const unitsQuery = z.strictObject({
  search: z.string().max(100).exactOptional().meta({ description: 'Words of the name or code, with or without Vietnamese marks' }), level: z.enum(unitLevels).exactOptional(), on: day.exactOptional(),
});

const source = line(300).meta({ description: 'The document that decided it' });
export const newUnit = z.strictObject({ code: slug, name: line(200), level: z.enum(unitLevels), group: slug.exactOptional(), parent: slug.exactOptional() });
export const unitRegistration = newUnit.extend({ validFrom: day, source });
export const unitChange = z.strictObject({
  kind: z.enum(Object.keys(unitChangeKinds) as UnitChangeKind[]), units: z.array(slug).min(1).max(500).meta({ description: 'Units that end on the day before' }),
  opens: z.array(newUnit).max(50).default([]).meta({ description: 'New units that take over' }), joins: z.array(slug).max(50).default([]).meta({ description: 'Existing units that take over' }), on: day, source,
});
export const unitsChanged = z.strictObject({ closed: z.array(unit), opened: z.array(unit) });

const email = z.email().max(200);
const phone = line(40).regex(/^[+\d][\d .()-]{5,}$/);
export const newContact = z.strictObject({ part: z.enum(contactParts), name: line(200), email: email.exactOptional(), phone: phone.exactOptional(), language: language.exactOptional(), optedOut: z.boolean().exactOptional() });
export const newContacts = z.strictObject({ contacts: z.array(newContact).max(contactParts.length) });
export const contact = newContact.extend({ unit: slug } satisfies Partial<Record<keyof Contact, z.ZodType>>).meta({ id: 'Contact' });

const changeOfUnit = z.strictObject({ at: instant, act: z.string(), source: z.string() });
export const unitView = z.strictObject({
  unit, parent: unit.exactOptional(), predecessors: z.array(unit), successors: z.array(unit), children: z.array(unit), changes: z.array(changeOfUnit),
  cycles: z.array(z.strictObject({ id: z.string(), title: z.string() })), contacts: z.array(contact).exactOptional(),
}).meta({ id: 'UnitView' });

export const calendarDay = z.strictObject({
  date: day, kind: z.enum(calendarDayKinds), name: line(200), nameEn: line(200), source: line(300),
} satisfies Record<keyof CalendarDay, z.ZodType>).meta({ id: 'CalendarDay' });
export const newCalendarDay = calendarDay.omit({ date: true });
export const calendarChanged = z.strictObject({ day: calendarDay.exactOptional(), moved: z.array(z.strictObject({ duty: z.string(), was: day, due: day })) });

export const newCalendarDays = z.strictObject({ days: z.array(calendarDay).min(1).max(400) });
export const calendarPreview = z.strictObject({ kind: z.enum([...calendarDayKinds, 'none']).meta({ description: 'As the day would be; none: its entry removed' }) });

export const planSummary = z.strictObject({ hash: z.string(), id: z.string(), title: z.string(), year: z.int() });
export const planDocument = z.strictObject({ hash: z.string(), plan: z.looseObject({ id: z.string(), title: z.string(), year: z.int() }) }).meta({ id: 'PlanDocument' });

export const rule = z.looseObject({ id: z.string(), title: bilingual }).meta({ id: 'Rule' });
