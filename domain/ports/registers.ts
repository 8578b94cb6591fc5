import type { Contact } from '../contact.ts';
import type { PlainDate } from '../date.ts';
import type { Plan } from '../plan.ts';
import type { PlanDraft, PlanDraftSummary } from '../plan-draft.ts';
import type { Unit } from '../unit.ts';
import type { Waiver } from '../waiver.ts';
import type { CalendarDay } from '../working-calendar.ts';

export interface Units {
  find(code: string): Promise<Unit | undefined>;
  list(filter?: { readonly search?: string; readonly level?: string; readonly on?: PlainDate }): Promise<readonly Unit[]>;
  upsertMany(units: readonly Unit[]): Promise<void>;
  count(): Promise<number>;
}

export interface Contacts {
  list(): Promise<readonly Contact[]>;
  /** In the order of the parts. */
  listOf(unit: string): Promise<readonly Contact[]>;
  /** All of a unit's contacts at once. */
  replaceOf(unit: string, contacts: readonly Contact[]): Promise<void>;
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
  /** Every version of a plan, oldest first: its number is its place. */
  versions(id: string): Promise<readonly string[]>;
  /** Stores it unless the hash is known. */
  put(hash: string, plan: Plan): Promise<void>;
}

export interface PlanDrafts {
  /** Last saved first. */
  list(): Promise<readonly PlanDraftSummary[]>;
  find(id: string): Promise<PlanDraft | undefined>;
  insert(draft: PlanDraft): Promise<void>;
  /** Claims version `expected`: writes everything with version + 1 if the row still has it; false when it has not. */
  claim(draft: PlanDraft, expected: number): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

export interface Waivers {
  listOf(cycle: string, unit?: string): Promise<readonly Waiver[]>;
  insert(cycle: string, waiver: Waiver): Promise<void>;
}
