import type { Route } from '../http/route.ts';
import { administrationRoutes } from './administration.ts';
import { cycleRoutes } from './cycles.ts';
import { decidingRoutes } from './deciding.ts';
import { directiveRoutes } from './directives.ts';
import { planDutyRoutes, reportDutyRoutes } from './duties.ts';
import { followingRoutes } from './following.ts';
import { meRoutes } from './me.ts';
import { registerRoutes } from './registers.ts';
import { sessionRoutes } from './sessions.ts';
import { unitRoutes } from './units.ts';

/** Every address under `/api/v1`: the one table that the router, the OpenAPI document and the tests read. */
export const routes: readonly Route[] = [
  ...sessionRoutes, ...meRoutes, ...registerRoutes, ...unitRoutes, ...cycleRoutes, ...followingRoutes, ...directiveRoutes, ...planDutyRoutes, ...reportDutyRoutes, ...decidingRoutes, ...administrationRoutes,
];
