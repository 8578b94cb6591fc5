import type { Instant, PlainDate } from '../date.ts';
import type { Decision, Draft, DueReminder, Duty, LineAgreement, Opinion, OpinionAnswer, Reminder, Submission } from '../duty.ts';
import type { DraftPart } from '../draft-part.ts';
import type { Quarter } from '../plan.ts';
import type { DutyKind, DutyState } from '../stages.ts';
import type { SubmissionContent } from '../submission.ts';
import type { Page, PageRequest } from './page.ts';

export type DutyChanges = Partial<Pick<Duty, 'state' | 'round' | 'due' | 'unitDue' | 'late' | 'submission' | 'contentHash' | 'approvedHash' | 'submittedAt' | 'endedAt'>>;

export interface DutyFilter {
  readonly cycle?: string;
  readonly kind?: DutyKind;
  readonly unit?: string;
  readonly quarter?: Quarter;
  readonly states?: readonly DutyState[];
  readonly shard?: number;
  /** Due before this day. */
  readonly dueBefore?: PlainDate;
  /** Of these units only. */
  readonly units?: readonly string[];
  /** Nothing submitted and no draft saved. */
  readonly silent?: true;
}

/** How many duties of one kind, quarter and state there are, and how many of them are due before a day, or silent. */
export interface DutyTally {
  readonly kind: DutyKind;
  readonly quarter: Quarter | null;
  readonly state: DutyState;
  readonly count: number;
  readonly dueBefore: number;
  readonly silent: number;
}

export interface Duties {
  find(id: string): Promise<Duty | undefined>;
  list(filter: DutyFilter, page: PageRequest & { readonly sort?: 'due' | 'unit' | 'state' | '-due' | '-unit' | '-state' }): Promise<Page<Duty>>;
  /** Everything that fits, without paging: for workflows, reports and exports. */
  all(filter: DutyFilter): Promise<readonly Duty[]>;
  count(filter: DutyFilter): Promise<number>;
  countByState(cycle: string, kind: DutyKind, quarter?: Quarter): Promise<Readonly<Record<string, number>>>;
  /** Everything of a cycle counted in one query; of one unit when given. */
  tally(cycle: string, dueBefore: PlainDate, unit?: string): Promise<readonly DutyTally[]>;
  /** Inserts those that do not exist yet; answers how many were new. */
  insertMissing(duties: readonly Duty[]): Promise<number>;
  /** Claims `version`: writes `changes` and version + 1 if the row still has it; undefined when it has not. */
  claim(id: string, version: number, changes: DutyChanges): Promise<Duty | undefined>;
}

export interface Drafts {
  find(duty: string): Promise<Draft | undefined>;
  /** First write (expected version 0) or replacement of the version expected; undefined when another was there. */
  save(duty: string, expected: number, content: SubmissionContent, at: Instant, by: string): Promise<Draft | undefined>;
  insertMany(drafts: readonly Draft[]): Promise<void>;
}

export interface DraftParts {
  listOf(duty: string): Promise<readonly DraftPart[]>;
  /** Inserts or replaces the row of the duty's part. */
  put(part: DraftPart): Promise<void>;
}

export interface Submissions {
  find(id: string): Promise<Submission | undefined>;
  listOf(duty: string): Promise<readonly Submission[]>;
  latestOf(duty: string): Promise<Submission | undefined>;
  /** Latest submission of each duty given, in one query. */
  latestOfMany(duties: readonly string[]): Promise<ReadonlyMap<string, Submission>>;
  insert(submission: Submission): Promise<void>;
}

/** The telling figures of reports (`figureMarks`), by cycle, quarter and unit. */
export interface FigureMarks {
  /** The unit's marks of the quarter become these. */
  replace(cycle: string, quarter: Quarter, unit: string, marks: readonly string[]): Promise<void>;
  /** The other unit that shares most of the marks, and how many; undefined when none shares any. One indexed query. */
  mostAlike(cycle: string, quarter: Quarter, unit: string, marks: readonly string[]): Promise<{ readonly unit: string; readonly same: number } | undefined>;
}

export interface Opinions {
  find(id: string): Promise<Opinion | undefined>;
  listOf(duty: string, round?: number): Promise<readonly Opinion[]>;
  /** Asked and not answered, of duties in appraisal; by appraiser unit when given. */
  listOpen(cycle: string, appraiser?: string): Promise<readonly Opinion[]>;
  insertMissing(opinions: readonly Opinion[]): Promise<number>;
  /** False when it was answered already. */
  answer(id: string, given: { answer: OpinionAnswer; reason: string; lines: readonly LineAgreement[]; givenAt: Instant; givenBy: string; contentHash: string }): Promise<boolean>;
}

export interface Decisions {
  listOf(duty: string): Promise<readonly Decision[]>;
  listOfCycle(cycle: string): Promise<readonly (Decision & { readonly unit: string })[]>;
  insert(decision: Decision): Promise<void>;
}

export interface ReminderFilter {
  readonly cycle: string;
  readonly unit?: string;
  readonly duty?: string;
  readonly escalation?: boolean;
}

export interface Reminders {
  /** Records those not recorded yet (unique on duty or directive, rung, to), with notices and deliveries, and answers these. */
  insertMissing(reminders: readonly DueReminder[]): Promise<readonly Reminder[]>;
  /** Of a duty, or of a directive. */
  listOf(subject: string): Promise<readonly Reminder[]>;
  list(filter: ReminderFilter, page: PageRequest): Promise<Page<Reminder>>;
  count(filter: ReminderFilter): Promise<number>;
}
