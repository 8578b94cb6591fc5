import { describe, expect, it } from 'vitest';
import type { Overview, Stretch } from '../../api/use-cases/overview.ts';
import { workingCalendar } from '../../domain/working-calendar.ts';
import { leadOf } from '../../web/pages/secretariat/year/lead.ts';
import { translateTo } from '../../web/view/translate.ts';

/** A round that nobody is awaited in any more. */
const over = (states: Stretch['states'], scope: Overview['scope']): string => {
  const total = Object.values(states).reduce((sum, count) => sum + count, 0);
  const round = { kind: 'report', quarter: 'Q3', due: '2022-09-20', states, unsubmitted: 0, total } as unknown as Stretch;
  return leadOf({ cycle: { state: 'reporting', pausedAt: null }, scope, quarters: [round], today: '2022-10-03' } as unknown as Overview, workingCalendar([]), translateTo('vi'));
};

describe('the year in a sentence, after a round', () => {
  it('does not say that all have submitted when some never did', () => {
    expect(over({ accepted: 35, missing: 2 }, 'any')).toBe('35/37 đơn vị đã nộp báo cáo quý III; 2 đơn vị không nộp.');
    expect(over({ accepted: 36, submitted: 1 }, 'any')).toBe('Cả 37 đơn vị đã nộp báo cáo quý III.');
  });
  it('tells a unit that it did not submit', () => expect(over({ missing: 1 }, 'own')).toBe('Đơn vị không nộp báo cáo quý III; kỳ này đã khép.'));
});
