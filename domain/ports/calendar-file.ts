import type { CalendarDay } from '../working-calendar.ts';

/** A day as a file has it, not looked at yet, and the line on which it stands. */
export interface WrittenDay {
  readonly line: number;
  readonly day: Readonly<Record<keyof CalendarDay, string>>;
}

export const lineFaults = {
  'line-syntax': 'DTSTART;VALUE=DATE:20220203',
  'line-timed': 'DTSTART;VALUE=DATE:20220203',
  'line-date': '2022-02-03',
  'line-repeats': 'VEVENT × 1',
  'line-cancelled': 'STATUS:CONFIRMED',
  'line-long': '≤ 31',
} as const;

/** What cannot be read as days, and what is accepted there: codes, worded where they are shown. */
export type LineFaultCode = keyof typeof lineFaults;

export interface LineFault {
  readonly line: number;
  readonly code: LineFaultCode;
}

export interface WrittenCalendar {
  readonly days: readonly WrittenDay[];
  readonly faults: readonly LineFault[];
}

/** Days off and swapped days as iCalendar (RFC 5545). What `write` gives, `read` gives back. */
export interface CalendarFile {
  /** `at`: when it is written, in epoch milliseconds. */
  write(name: string, days: readonly CalendarDay[], at: number): string;
  read(text: string): WrittenCalendar;
}
