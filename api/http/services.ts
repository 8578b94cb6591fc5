import type { AuditVerdict } from '../../domain/audit.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Desk } from '../use-cases/desk.ts';
import type { ProbeWorkflows } from '../use-cases/system.ts';
import type { EventFeed } from './event-feed.ts';

/** A rule as the API shows it; the catalogue says more. */
export interface RuleEntry {
  readonly id: string;
  readonly title: Bilingual;
  readonly [member: string]: unknown;
}

/** What routes are served with. */
export interface Services {
  readonly desk: Desk;
  readonly feed: EventFeed;
  readonly probe: ProbeWorkflows;
  readonly verifyAudit: () => Promise<AuditVerdict>;
  readonly rules: () => readonly RuleEntry[];
  readonly version: string;
  /** Whether the session cookie is for HTTPS only. */
  readonly secureCookies: boolean;
}
