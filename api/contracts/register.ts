import { z } from 'zod';
import type { Unit } from '../../domain/unit.ts';
import { unitLevels } from '../../domain/unit.ts';
import { calendarDayKinds, type CalendarDay } from '../../domain/working-calendar.ts';
import { bilingual, day, line, slug } from './common.ts';

export const unit = z.strictObject({
  code: slug, name: z.string(), level: z.enum(unitLevels), group: z.string().exactOptional(), parent: z.string().exactOptional(), validFrom: day, validTo: day.exactOptional(), successors: z.array(z.string()).exactOptional(),
} satisfies Record<keyof Unit, z.ZodType>).meta({ id: 'Unit' });

export const unitsQuery = z.strictObject({
  search: z.string().max(100).exactOptional().meta({ description: 'Words of the name or code, with or without Vietnamese marks' }), level: z.enum(unitLevels).exactOptional(), on: day.exactOptional(),
});

export const calendarDay = z.strictObject({
  date: day, kind: z.enum(calendarDayKinds), name: line(200), nameEn: line(200), source: line(300),
} satisfies Record<keyof CalendarDay, z.ZodType>).meta({ id: 'CalendarDay' });
export const newCalendarDay = calendarDay.omit({ date: true });
export const calendarChanged = z.strictObject({ day: calendarDay.exactOptional(), moved: z.array(z.strictObject({ duty: z.string(), was: day, due: day })) });

export const planSummary = z.strictObject({ hash: z.string(), id: z.string(), title: z.string(), year: z.int() });
export const planDocument = z.strictObject({ hash: z.string(), plan: z.looseObject({ id: z.string(), title: z.string(), year: z.int() }) }).meta({ id: 'PlanDocument' });

export const rule = z.looseObject({ id: z.string(), title: bilingual }).meta({ id: 'Rule' });
