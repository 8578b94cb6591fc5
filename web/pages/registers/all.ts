import type { AnyPage } from '../../http/page.ts';
import { calendarDayPages } from './calendar-day.ts';
import { calendarImportPages } from './calendar-import.ts';
import { calendarCsv, calendarIcal, calendarPage } from './calendar.ts';
import { contactsPages } from './contacts.ts';
import { newUnitPages } from './new-unit.ts';
import { registersPage } from './registers.ts';
import { rulePage } from './rule.ts';
import { rulesCsv, rulesPage } from './rules.ts';
import { unitChangePages } from './unit-changes.ts';
import { unitPage } from './unit.ts';
import { unitsCsv, unitsPage } from './units.ts';

export const registersPages: readonly AnyPage[] = [
  registersPage, unitsPage, unitsCsv, ...newUnitPages, ...unitChangePages, unitPage, ...contactsPages, calendarPage, calendarCsv, calendarIcal, ...calendarImportPages, ...calendarDayPages, rulesPage, rulesCsv, rulePage,
];
