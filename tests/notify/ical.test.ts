import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedEntry } from '../../domain/feed.ts';
import { writeCalendar } from '../../notify/ical.ts';

const entry: FeedEntry = { uid: 'report/2022-tinh/Q1/so-nv@chu-trinh', sequence: 3, modifiedAt: Date.UTC(2022, 2, 1, 2, 3, 4), date: '2022-03-20', alarms: [], title: 'Hạn nộp báo cáo quý I; năm 2022, đợt 1', url: 'https://chutrinh.tinh.example/cycles' };

describe('a calendar as iCalendar', () => {
  const zone = process.env['TZ'];
  beforeAll(() => { process.env['TZ'] = 'America/New_York'; });
  afterAll(() => { if (zone === undefined) delete process.env['TZ']; else process.env['TZ'] = zone; });

  it('gives whole days of Ho Chi Minh City wherever the server stands, without alarms', () => {
    const text = writeCalendar({ name: 'Việc của tôi', entries: [entry] });
    expect(text).toContain('DTSTART;VALUE=DATE:20220320\r\n');
    expect(text).toContain('UID:report/2022-tinh/Q1/so-nv@chu-trinh\r\n');
    expect(text).toContain('SEQUENCE:3\r\n');
    expect(text).toContain('LAST-MODIFIED:20220301T020304Z\r\n');
    expect(text).not.toMatch(/VALARM|DTEND/);
  });

  it('reminds at the instants given', () => {
    const text = writeCalendar({ name: 'Việc của tôi', entries: [{ ...entry, alarms: [Date.UTC(2022, 2, 16, 1), Date.UTC(2022, 2, 18, 1)] }] });
    expect(text.match(/TRIGGER.*/g)).toEqual(['TRIGGER;VALUE=DATE-TIME:20220316T010000Z', 'TRIGGER;VALUE=DATE-TIME:20220318T010000Z']);
    expect(text).toContain('ACTION:DISPLAY');
  });

  it('escapes what has a meaning of its own, and is the same for the same entries', () => {
    const [one, two] = [writeCalendar({ name: 'x', entries: [entry] }), writeCalendar({ name: 'x', entries: [entry] })];
    expect(one).toContain(String.raw`SUMMARY:Hạn nộp báo cáo quý I\; năm 2022\, đợt 1`);
    expect(one).toBe(two);
    expect(writeCalendar({ name: 'x', entries: [] })).toContain('END:VCALENDAR');
  });
});
