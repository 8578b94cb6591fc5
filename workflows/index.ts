export { annualCycle } from './annual-cycle.ts';
export { directive } from './directive.ts';
export { quarterRound } from './quarter-round.ts';
export { shard } from './shard.ts';
export { unitPlan } from './unit-plan.ts';
export { unitReport } from './unit-report.ts';
export { upkeep } from './upkeep.ts';
