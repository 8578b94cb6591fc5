import type { AuditVerdict } from '../../domain/audit.ts';
import type { ComplianceReport } from '../../domain/compliance/report.ts';
import type { Instant, PlainDate } from '../../domain/date.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { DutyKind } from '../../domain/stages.ts';
import type { Bilingual } from '../../domain/text.ts';

/** A plan or report that was sent back, with the words that went with it. */
export interface ReturnedItem {
  readonly unit: string;
  readonly kind: DutyKind;
  readonly quarter: Quarter | null;
  readonly round: number;
  readonly by: 'lead' | 'approver' | 'secretariat';
  readonly refused: boolean;
  readonly on: PlainDate;
  readonly reason: string;
}

export interface CorrectedFigure {
  readonly unit: string;
  readonly quarter: Quarter;
  readonly target: string;
  readonly before: string;
  readonly after: string;
  readonly on: PlainDate;
}

/** How a cycle went, from its record: what the year's report is made of. Plain JSON. */
export interface YearReport {
  readonly cycle: string;
  readonly title: string;
  readonly rehearsal: boolean;
  readonly seed: number | null;
  readonly plan: { readonly id: string; readonly title: string; readonly titleEn: string; readonly issuerName: string; readonly symbol: string | null };
  readonly year: number;
  readonly secretariat: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly madeAt: Instant;
  readonly seconds: number;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly plans: { readonly submitted: number; readonly returned: number; readonly approved: number; readonly notApproved: number };
  readonly reports: { readonly due: number; readonly onTime: number; readonly late: number; readonly missing: number };
  /** `sent` counts all, `escalated` those of them that went beyond the unit; `byAudience` splits all. */
  readonly reminders: { readonly sent: number; readonly escalated: number; readonly byAudience: Readonly<Record<string, number>> };
  readonly refusedSubmissions: number;
  /** One for each quarter, in order, as frozen. */
  readonly quarters: readonly ComplianceReport[];
  readonly returned: readonly ReturnedItem[];
  readonly corrections: readonly CorrectedFigure[];
  readonly audit: AuditVerdict;
  /** What kept the rehearsal from being faithful, if anything. */
  readonly warnings: readonly Bilingual[];
}
