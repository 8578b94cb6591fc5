import type { Route } from '../http/route.ts';
import { administrationRoutes } from './administration.ts';
import { attachmentRoutes } from './attachments.ts';
import { calendarFileRoutes } from './calendar-file.ts';
import { cycleRoutes } from './cycles.ts';
import { decidingRoutes } from './deciding.ts';
import { deliveryRoutes } from './deliveries.ts';
import { directiveRoutes } from './directives.ts';
import { planDutyRoutes, reportDutyRoutes } from './duties.ts';
import { followingRoutes } from './following.ts';
import { ladderRoutes } from './ladder.ts';
import { launchDraftRoutes } from './launch-drafts.ts';
import { mailTextRoutes } from './mail-texts.ts';
import { meRoutes } from './me.ts';
import { noticeRoutes } from './notices.ts';
import { planDraftRoutes } from './plan-drafts.ts';
import { registerRoutes } from './registers.ts';
import { rungTextRoutes } from './rung-texts.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './sessions.ts';
import { unitRoutes } from './units.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every address under `/api/v1`: the one table that the router, the OpenAPI document and the tests read. */
export const routes: readonly Route[] = [
  ...sessionRoutes, ...meRoutes, ...noticeRoutes, ...searchRoutes, ...registerRoutes, ...calendarFileRoutes, ...unitRoutes, ...planDraftRoutes, ...launchDraftRoutes, ...cycleRoutes, ...ladderRoutes, ...followingRoutes, ...directiveRoutes, ...planDutyRoutes, ...reportDutyRoutes, ...decidingRoutes, ...attachmentRoutes, ...administrationRoutes, ...mailTextRoutes, ...rungTextRoutes, ...deliveryRoutes, ...webhookRoutes,
];
