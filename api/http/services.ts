import type { AuditVerdict } from '../../domain/audit.ts';
import type { PlainDate } from '../../domain/date.ts';
import type { Rehearsals } from '../../domain/ports/rehearsals.ts';
import type { SubmissionKind } from '../../domain/submission.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Severity } from '../../domain/verdict.ts';
import type { Desk } from '../use-cases/desk.ts';
import type { ProbeWorkflows } from '../use-cases/readiness.ts';
import type { LastBackup } from '../use-cases/system.ts';
import type { EventFeed } from './event-feed.ts';

/** A rule as the API shows it. */
export interface RuleEntry {
  readonly id: string;
  readonly title: Bilingual;
  readonly version: string;
  readonly stage: readonly SubmissionKind[];
  readonly severity: Severity;
  /** What it looks at: the whole document, or one after another of its items. */
  readonly family: string;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo?: PlainDate;
  readonly betaUntil?: PlainDate;
  readonly waivable: boolean;
  /** What must hold, in words. */
  readonly asks: Bilingual;
  /** What a finding says; `…` stands for the figures of the submission. */
  readonly message: Bilingual;
  readonly fix: Bilingual;
  readonly grounds: readonly { readonly id: string; readonly name: string; readonly symbol: string; readonly inForceFrom?: PlainDate; readonly inForceTo?: PlainDate }[];
  readonly formula: string;
  readonly facts: readonly string[];
  readonly [member: string]: unknown;
}

/** What routes are served with. */
export interface Services {
  readonly desk: Desk;
  readonly feed: EventFeed;
  readonly probe: ProbeWorkflows;
  readonly verifyAudit: () => Promise<AuditVerdict>;
  readonly rules: () => readonly RuleEntry[];
  readonly lastBackup: LastBackup;
  readonly rehearsals: Rehearsals;
  readonly version: string;
  /** Whether the session cookie is for HTTPS only. */
  readonly secureCookies: boolean;
}
