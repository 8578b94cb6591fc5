import ICAL from 'ical.js';
import { addDays, isPlainDate } from '../../domain/plain-date.ts';
import type { CalendarFile, LineFault, LineFaultCode, WrittenDay } from '../../domain/ports/calendar-file.ts';
import type { PlainDate } from '../../domain/date.ts';
import { englishName, kindOf } from './convention.ts';
import { linesOf, type Lines } from './lines.ts';

/** Longer than any holiday: a typing error rather than a month off. */
const mostDays = 31;

class Unreadable extends Error {
  readonly fault: LineFault;
  constructor(line: number, code: LineFaultCode) {
    super(code);
    this.fault = { line, code };
  }
}

/** Whole-day events as days, one for each day of a longer one. Whatever is no such event is a fault: nothing is passed over in silence. */
export const readWorkingDays: CalendarFile['read'] = (text) => {
  const lines = linesOf(text);
  const days: WrittenDay[] = [];
  const faults: LineFault[] = lines.broken.map((line) => ({ line, code: 'line-syntax' }));
  if (faults.length > 0) return { days, faults };
  const events = eventsOf(text);
  if (!events) return { days, faults: [{ line: lines.unreadable(isProperty), code: 'line-syntax' }] };
  events.forEach((event, index) => {
    try {
      days.push(...daysOf(event, index, lines));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push(error.fault);
    }
  });
  return { days, faults };
};

/** In the order of the text; undefined where the library gives up, which it says with the text of a line and not with its number. */
function eventsOf(text: string): readonly ICAL.Component[] | undefined {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
    return calendars.flatMap((calendar) => new ICAL.Component(calendar as unknown[]).getAllSubcomponents('vevent'));
  } catch {
    return undefined;
  }
}

function isProperty(line: string): boolean {
  try {
    return ICAL.Property.fromString(line) !== undefined;
  } catch {
    return false;
  }
}

/** In one line. A property that the standard does not know is left escaped by the library. */
const textOf = (event: ICAL.Component, name: string): string => {
  const property = event.getFirstProperty(name);
  const value = property?.getFirstValue();
  if (typeof value !== 'string') return '';
  const plain = property?.type === 'unknown' ? value.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? ' ' : mark)) : value;
  return plain.replaceAll(/\s+/g, ' ').trim();
};

function daysOf(event: ICAL.Component, index: number, lines: Lines): readonly WrittenDay[] {
  for (const property of ['rrule', 'rdate', 'recurrence-id']) if (event.hasProperty(property)) throw new Unreadable(lines.of(index, property), 'line-repeats');
  if (textOf(event, 'status').toUpperCase() === 'CANCELLED') throw new Unreadable(lines.of(index, 'status'), 'line-cancelled');
  const name = textOf(event, 'summary');
  const categories = event.getAllProperties('categories').flatMap((property) => property.getValues() as readonly unknown[]).map(String);
  const about = { kind: kindOf(categories, name), name, nameEn: textOf(event, englishName) || name, source: textOf(event, 'description') };
  return datesOf(event, index, lines).map((date) => ({ line: lines.of(index), day: { date, ...about } }));
}

/** `DTEND` is the day after the last; without it, and without a duration, it is one day (RFC 5545, 3.6.1). */
function datesOf(event: ICAL.Component, index: number, lines: Lines): readonly PlainDate[] {
  const first = dateOf(event, 'dtstart', index, lines);
  if (first === undefined) throw new Unreadable(lines.of(index), 'line-date');
  const after = dateOf(event, 'dtend', index, lines) ?? addDays(first, durationOf(event, index, lines));
  const last = after === first ? first : addDays(after, -1);
  if (last < first) throw new Unreadable(lines.of(index, 'dtend'), 'line-date');
  if (last > addDays(first, mostDays - 1)) throw new Unreadable(lines.of(index, event.hasProperty('dtend') ? 'dtend' : 'duration'), 'line-long');
  const dates: PlainDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function dateOf(event: ICAL.Component, name: 'dtstart' | 'dtend', index: number, lines: Lines): PlainDate | undefined {
  const property = event.getFirstProperty(name);
  if (!property) return undefined;
  const [, , type, value] = property.toJSON() as readonly [string, unknown, string, unknown];
  if (type !== 'date') throw new Unreadable(lines.of(index, name), 'line-timed');
  if (typeof value !== 'string' || !isPlainDate(value)) throw new Unreadable(lines.of(index, name), 'line-date');
  return value;
}

function durationOf(event: ICAL.Component, index: number, lines: Lines): number {
  const value = event.getFirstPropertyValue('duration');
  if (!value) return 1;
  const seconds = value instanceof ICAL.Duration ? value.toSeconds() : NaN;
  if (!(seconds > 0) || seconds % 86_400 !== 0) throw new Unreadable(lines.of(index, 'duration'), 'line-timed');
  return seconds / 86_400;
}
