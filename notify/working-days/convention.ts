import { calendarDayKinds, type CalendarDayKind } from '../../domain/working-calendar.ts';

/** Property of ours with the name in English; other calendars' events have none. */
export const englishName = 'x-chutrinh-name-en';

const beginnings: readonly (readonly [CalendarDayKind, RegExp])[] = [
  ['working-swap', /^((đi )?làm bù|working day)/i],
  ['day-off-swap', /^(nghỉ hoán đổi|day off swapped)/i],
];

/** Our own category decides; without one, how the name begins; anything else is a day off. */
export function kindOf(categories: readonly string[], name: string): CalendarDayKind {
  const own = calendarDayKinds.find((kind) => categories.some((category) => category.trim().toLowerCase() === kind));
  return own ?? beginnings.find(([, words]) => words.test(name))?.[0] ?? 'holiday';
}
