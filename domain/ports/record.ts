import type { Accounts, Sessions, Tokens } from './accounts.ts';
import type { LaunchDrafts } from './launch-drafts.ts';
import type { Attachments } from './attachments.ts';
import type { Audit } from './audit.ts';
import type { Cycles, CycleUnits, QuarterRounds } from './cycles.ts';
import type { Deliveries } from './deliveries.ts';
import type { Directives } from './directives.ts';
import type { Decisions, DraftParts, Drafts, Duties, FigureMarks, Opinions, Reminders, Submissions } from './duties.ts';
import type { Feeds } from './feeds.ts';
import type { CalendarDays, Contacts, PlanDocuments, PlanDrafts, Units, Waivers } from './registers.ts';
import type { IdempotencyKeys, Outbox } from './messages.ts';
import type { MailTexts } from './mail-texts.ts';
import type { Notices } from './notices.ts';
import type { RungTexts } from './rung-texts.ts';
import type { WebhookDeliveries, WebhookEndpoints } from './webhooks.ts';

/** Repositories over one consistent view of the record. */
export interface Repositories {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly audit: Audit;
  readonly cycles: Cycles;
  readonly cycleUnits: CycleUnits;
  readonly launchDrafts: LaunchDrafts;
  readonly quarterRounds: QuarterRounds;
  readonly duties: Duties;
  readonly drafts: Drafts;
  readonly draftParts: DraftParts;
  readonly submissions: Submissions;
  readonly figureMarks: FigureMarks;
  readonly opinions: Opinions;
  readonly decisions: Decisions;
  readonly reminders: Reminders;
  readonly notices: Notices;
  readonly deliveries: Deliveries;
  readonly mailTexts: MailTexts;
  readonly rungTexts: RungTexts;
  readonly units: Units;
  readonly contacts: Contacts;
  readonly calendarDays: CalendarDays;
  readonly planDocuments: PlanDocuments;
  readonly planDrafts: PlanDrafts;
  readonly waivers: Waivers;
  readonly directives: Directives;
  readonly attachments: Attachments;
  readonly feeds: Feeds;
  readonly webhookEndpoints: WebhookEndpoints;
  readonly webhookDeliveries: WebhookDeliveries;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly outbox: Outbox;
}

/**
 * The record. `read` sees committed state only. `write` runs one serialised transaction (BEGIN IMMEDIATE … COMMIT):
 * compute first, then write; nothing slow may be awaited inside. Throws `Refused('storage-unavailable')` when the
 * storage cannot take it (disk full, locked too long): then nothing was written.
 */
export interface RecordStore {
  readonly read: Repositories;
  write<Result>(work: (tx: Repositories) => Promise<Result>): Promise<Result>;
  /** The storage took nothing when last asked: what is read goes on, what is written is refused. */
  isFailing(): boolean;
  close(): Promise<void>;
}
