import type { Severity } from '../../domain/verdict.ts';
import type { Bilingual } from '../../domain/text.ts';

/** A place in a plan: a cell of a table, or elsewhere, and what a reader would look for there. */
export interface Place {
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly label: string;
}

/** A figure in the table's printed unit, or words; `null` where there is none. */
export type Figure = number | string | null;

/** What a finder hands back: a place, what stands there, what should, and further words for the message. */
export interface Found {
  readonly where: Place;
  readonly stated: Figure;
  readonly computed: Figure;
  readonly words?: Readonly<Record<string, number | string>>;
}

/** One thing that does not hold together in a plan document. */
export interface PlanFinding {
  readonly rule: string;
  readonly ruleVersion: string;
  readonly severity: Severity;
  readonly where: Place;
  readonly stated: Figure;
  readonly computed: Figure;
  readonly message: Bilingual;
  readonly fix: Bilingual;
  readonly ground?: string;
}

/** A place outside the tables. */
export function elsewhere(label: string): Place {
  return { table: null, row: null, column: null, label };
}
