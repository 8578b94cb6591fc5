import { z } from 'zod';
import { calendarChanged, calendarDay } from './register.ts';
import { line } from './common.ts';

export const calendarFileQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).exactOptional() });
export const calendarText = z.strictObject({
  text: z.string().min(1).max(500_000).meta({ description: 'An iCalendar file with whole-day events, or CSV lines as the pages export them' }),
  source: line(300).exactOptional().meta({ description: 'The announcing document of days for which the file names none' }),
});
export const calendarFileRead = calendarChanged.omit({ day: true }).extend({ days: z.array(calendarDay.extend({ isSame: z.boolean().meta({ description: 'The calendar has it so already' }) })) });
