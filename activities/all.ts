import { createCycleActivities, createCycleReader } from './cycle.ts';
import type { ActivityDeps } from './deps.ts';
import { createDirectiveActivities } from './directive.ts';
import { createDutyReader } from './duty-reading.ts';
import { createDutyActivities } from './duty.ts';
import { createOpeningActivities } from './opening.ts';
import { createPausingActivities } from './pausing.ts';
import { createPlanActivities } from './plan.ts';
import { createQuarterActivities } from './quarter.ts';
import { createReportActivities } from './report.ts';
import { createStartingActivities, type StartingDeps } from './starting.ts';
import { createUpkeepActivities, type UpkeepDeps } from './upkeep.ts';
import { createYearEndActivities } from './year-end.ts';

/** Every activity over one set of dependencies. */
export function createActivities(deps: ActivityDeps & StartingDeps & UpkeepDeps) {
  const duties = createDutyReader(deps);
  const cycles = createCycleReader(deps);
  return {
    ...createDutyActivities(deps, duties),
    ...createPlanActivities(deps, duties),
    ...createReportActivities(deps, duties),
    ...createDirectiveActivities(deps),
    ...createOpeningActivities(deps),
    ...createQuarterActivities(deps),
    ...createCycleActivities(deps, cycles),
    ...createPausingActivities(deps),
    ...createYearEndActivities(deps, cycles),
    ...createStartingActivities(deps),
    ...createUpkeepActivities(deps),
  };
}

export type Activities = ReturnType<typeof createActivities>;
