import type { Instant } from '../../../domain/date.ts';
import { atTime } from '../../../domain/plain-date.ts';
import type { Quarter } from '../../../domain/plan.ts';

/** Fixed instants of the 2022 cycle: nothing in a test asks what time it is. */
export const duringDrafting: Instant = atTime('2021-10-20', '09:00');

/** Two days before each quarter's report is due. */
export const beforeDue: Readonly<Record<Quarter, Instant>> = {
  Q1: atTime('2022-03-18', '09:00'),
  Q2: atTime('2022-06-17', '09:00'),
  Q3: atTime('2022-09-16', '09:00'),
  Q4: atTime('2022-12-16', '09:00'),
};
