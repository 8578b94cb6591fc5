import type { Instant, PlainDate } from './date.ts';
import { endOfDay, startOfDay } from './plain-date.ts';

/** Days that somebody can mean: working days are counted one by one, and a slip of the finger (9999) would be counted for everybody who looks. */
const reach = { from: '1900-01-01', until: '2100-12-31' } as const satisfies Readonly<Record<string, PlainDate>>;

export const reachInWords = `${reach.from}…${reach.until}`;

export const isDateWithinReach = (date: PlainDate): boolean => date >= reach.from && date <= reach.until;

export const isInstantWithinReach = (at: Instant): boolean => at >= startOfDay(reach.from) && at <= endOfDay(reach.until);
