import type { CalendarFile } from '../../domain/ports/calendar-file.ts';
import { readWorkingDays } from './read.ts';
import { writeWorkingDays } from './write.ts';

export const workingDaysFile: CalendarFile = { write: writeWorkingDays, read: readWorkingDays };
