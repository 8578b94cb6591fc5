import type { Repositories } from '../../domain/ports/record.ts';
import { createAccounts } from './accounts.ts';
import { createAttachments } from './attachments.ts';
import { createAudit } from './audit.ts';
import { createCalendarDays } from './calendar-days.ts';
import { createContacts } from './contacts.ts';
import type { Context } from './context.ts';
import { createCycleUnits } from './cycle-units.ts';
import { createCycles } from './cycles.ts';
import { createDecisions } from './decisions.ts';
import { createDeliveries } from './deliveries.ts';
import { createDirectives } from './directives.ts';
import { createDraftParts } from './draft-parts.ts';
import { createDrafts } from './drafts.ts';
import { createDuties } from './duties.ts';
import { createFeeds } from './feeds.ts';
import { createFigureMarks } from './figure-marks.ts';
import { createIdempotencyKeys } from './idempotency-keys.ts';
import { createLaunchDrafts } from './launch-drafts.ts';
import { createMailTexts } from './mail-texts.ts';
import { createNotices } from './notices.ts';
import { createOpinions } from './opinions.ts';
import { createOutbox } from './outbox.ts';
import { createPlanDocuments } from './plan-documents.ts';
import { createPlanDrafts } from './plan-drafts.ts';
import { createQuarterRounds } from './quarter-rounds.ts';
import { createReminders } from './reminders.ts';
import { createRungTexts } from './rung-texts.ts';
import { createSessions } from './sessions.ts';
import { createSubmissions } from './submissions.ts';
import { createTokens } from './tokens.ts';
import { createUnits } from './units.ts';
import { createWaivers } from './waivers.ts';
import { createWebhookDeliveries } from './webhook-deliveries.ts';
import { createWebhookEndpoints } from './webhook-endpoints.ts';

/** Every repository over one client. */
export function createRepositories(context: Context): Repositories {
  return {
    accounts: createAccounts(context),
    sessions: createSessions(context),
    tokens: createTokens(context),
    audit: createAudit(context),
    cycles: createCycles(context),
    cycleUnits: createCycleUnits(context),
    launchDrafts: createLaunchDrafts(context),
    quarterRounds: createQuarterRounds(context),
    duties: createDuties(context),
    drafts: createDrafts(context),
    draftParts: createDraftParts(context),
    submissions: createSubmissions(context),
    figureMarks: createFigureMarks(context),
    opinions: createOpinions(context),
    decisions: createDecisions(context),
    reminders: createReminders(context),
    notices: createNotices(context),
    deliveries: createDeliveries(context),
    mailTexts: createMailTexts(context),
    rungTexts: createRungTexts(context),
    units: createUnits(context),
    contacts: createContacts(context),
    calendarDays: createCalendarDays(context),
    planDocuments: createPlanDocuments(context),
    planDrafts: createPlanDrafts(context),
    waivers: createWaivers(context),
    directives: createDirectives(context),
    attachments: createAttachments(context),
    feeds: createFeeds(context),
    webhookEndpoints: createWebhookEndpoints(context),
    webhookDeliveries: createWebhookDeliveries(context),
    idempotencyKeys: createIdempotencyKeys(context),
    outbox: createOutbox(context),
  };
}
