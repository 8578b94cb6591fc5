import type { Waiver } from '../check.ts';
import type { PlainDate } from '../date.ts';
import type { Plan } from '../plan.ts';
import type { Unit } from '../unit.ts';
import type { CalendarDay } from '../working-calendar.ts';

export interface Units {
  find(code: string): Promise<Unit | undefined>;
  list(filter?: { readonly search?: string; readonly level?: string; readonly on?: PlainDate }): Promise<readonly Unit[]>;
  upsertMany(units: readonly Unit[]): Promise<void>;
  count(): Promise<number>;
}

export interface CalendarDays {
  list(): Promise<readonly CalendarDay[]>;
  upsertMany(days: readonly CalendarDay[]): Promise<void>;
  remove(date: PlainDate): Promise<boolean>;
  count(): Promise<number>;
}

/** Plans as loaded, kept by content hash: a cycle is judged by the plan it was launched with. */
export interface PlanDocuments {
  find(hash: string): Promise<Plan | undefined>;
  /** Newest of each plan id. */
  list(): Promise<readonly { readonly hash: string; readonly id: string; readonly title: string; readonly year: number }[]>;
  latest(id: string): Promise<{ readonly hash: string; readonly plan: Plan } | undefined>;
  /** Stores it unless the hash is known. */
  put(hash: string, plan: Plan): Promise<void>;
}

export interface Waivers {
  listOf(cycle: string, unit?: string): Promise<readonly Waiver[]>;
  insert(cycle: string, waiver: Waiver): Promise<void>;
}
