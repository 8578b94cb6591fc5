import type { PlainDate } from './date.ts';
import type { UnitLevel } from './unit.ts';

/** Where a statement stands in its document, and the words that make it (verbatim, NFC, at most 40 words). */
export interface Cited {
  readonly clause: string;
  readonly quote?: string;
}

export const measures = ['ratio', 'count', 'amount', 'rank', 'yes-no'] as const;
export type Measure = (typeof measures)[number];

export const comparators = ['at-least', 'at-most', 'more-than', 'less-than', 'equal'] as const;
export type Comparator = (typeof comparators)[number];

export const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
export type Quarter = (typeof quarters)[number];

/** Whom a target binds. A unit is bound when any list names it; `unitThresholds` replaces the threshold for a unit. */
export interface AppliesTo {
  readonly levels?: readonly UnitLevel[];
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
  readonly unitThresholds?: Readonly<Record<string, number>>;
}

/**
 * One threshold of a plan. `threshold` is in `unit` (97 with unit `%` means 97 %).
 * `code` is stable across plans and years, so that one target can be followed through several plans; a plan of several
 * years has one entry per `dueYear`.
 */
export interface Target extends Cited {
  readonly id: string;
  readonly code: string;
  readonly quote: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly measure: Measure;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly exclusions?: string;
  readonly comparator: Comparator;
  readonly threshold: number;
  readonly unit: string;
  readonly appliesTo: AppliesTo;
  /** Who reports the figure: every unit it applies to (`each`), or one unit for all (its code). */
  readonly reportedBy: string;
  readonly dueYear: number;
  /** Cumulative threshold at the end of each quarter, where the document gives one. */
  readonly milestones?: Readonly<Partial<Record<Quarter, number>>>;
  readonly note?: string;
}

/**
 * Work with owner, output and dates. `words` is the document's or a short own name; units by register code (a plan file may
 * also write `each` or a group of the register, which loading turns into codes).
 */
export interface PlanTask extends Cited {
  readonly id: string;
  readonly number?: string;
  readonly words: string;
  readonly lead: readonly string[];
  readonly coordinating?: readonly string[];
  readonly executing?: readonly string[];
  readonly output?: string;
  readonly start?: PlainDate;
  readonly due?: PlainDate;
  /** The date as printed when it is not a single day, for example `Năm 2022` or `2021-2025`. */
  readonly time?: string;
}

/** A figure of the year before, as Part I states it. Figures stay as printed, mistakes included. */
export interface Result extends Cited {
  readonly id: string;
  readonly name: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly unit: string;
  readonly targetCode?: string;
}

export const columnKinds = ['text', 'number', 'money', 'percent'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface PlanTableColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Unit of measure of a numeric column, for example `triệu đồng`. */
  readonly unit?: string;
}

/** `null` is a cell printed empty: missing, not zero. */
export type Cell = string | number | null;

export interface PlanTableRow {
  readonly id: string;
  readonly number?: string;
  /** Rows that only head a group of rows, or that print its sub-total. */
  readonly role?: 'item' | 'group' | 'subtotal';
  readonly parent?: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** By column: the figure letter for letter, where the document writes it otherwise than the rest of its table (`201,519.636`). */
  readonly printed?: Readonly<Record<string, string>>;
  /** Register code of the unit the row belongs to, where the document names one. */
  readonly unit?: string;
}

/** A total printed in the document, in the column's unit; `words` is the amount in words when given. */
export interface StatedTotal {
  readonly column: string;
  /** Other columns that the total takes in besides `column`: one total printed under several columns. */
  readonly across?: readonly string[];
  readonly value: number;
  /** The figure letter for letter, where the document writes it otherwise than the rest of its table. */
  readonly printed?: string;
  readonly of?: string;
  readonly label?: string;
  readonly words?: string;
}

export const tableKinds = ['budget', 'services', 'monitoring', 'results', 'other'] as const;
export type TableKind = (typeof tableKinds)[number];

export interface PlanTable {
  readonly id: string;
  readonly kind: TableKind;
  readonly title: string;
  readonly clause: string;
  readonly year?: number;
  readonly columns: readonly PlanTableColumn[];
  readonly rows: readonly PlanTableRow[];
  readonly statedTotals?: readonly StatedTotal[];
}

export interface LegalGround {
  readonly id: string;
  /** Number and symbol, for example `64/2007/NĐ-CP`; absent for a law named by year. */
  readonly symbol?: string;
  readonly name: string;
  readonly issuer?: string;
  readonly date?: PlainDate;
  readonly inForceTo?: PlainDate;
}

/** `unit`: a register code, `each` for every unit that runs the plan, or a group of the register. */
export interface Responsibility extends Cited {
  readonly unit: string;
  readonly duty: string;
}

export const aspects = ['technical', 'investment', 'recurrent', 'security'] as const;
/** An aspect of appraisal: technical; investment budget; recurrent budget; information security. */
export type Aspect = (typeof aspects)[number];

/** Who leads the plan, who appraises which aspect, who approves: register codes. */
export interface PlanRoles {
  readonly secretariat: string;
  readonly committee: string;
  readonly approver: string;
  readonly leadAppraiser: string;
  readonly appraisers: Readonly<Record<Aspect, string>>;
}

/** One reporting window: figures from `from` to `to` inclusive, cumulative from the year's first window. */
export interface PlanPeriod {
  readonly quarter: Quarter;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly due: PlainDate;
}

/** The year's dates; a plan issued during its year may begin with a later quarter than Q1. `guidance` is the day the guidance goes out. Dates the document leaves open carry a `note`. */
export interface PlanCalendar {
  readonly guidance: PlainDate;
  readonly draftsDue: PlainDate;
  readonly appraisalDue: PlainDate;
  readonly approvalDue: PlainDate;
  readonly periods: readonly PlanPeriod[];
  readonly closing: PlainDate;
  readonly note?: string;
}

/** Why a sentence with a number in it is no target (read by `plan coverage`). */
export interface CoverageReason {
  readonly quote: string;
  readonly reason: string;
}

/** A year's plan as data. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly year: number;
  readonly issuer: string;
  readonly issuerName: string;
  readonly symbol?: string;
  readonly issuedOn?: PlainDate;
  readonly level: UnitLevel;
  readonly roles: PlanRoles;
  /** Register codes of the units that run the plan. */
  readonly units: readonly string[];
  readonly targets: readonly Target[];
  readonly tasks: readonly PlanTask[];
  readonly results: readonly Result[];
  readonly tables: readonly PlanTable[];
  readonly legalGrounds: readonly LegalGround[];
  readonly responsibilities: readonly Responsibility[];
  readonly calendar: PlanCalendar;
  readonly coverage?: readonly CoverageReason[];
}
