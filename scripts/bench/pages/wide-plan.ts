import type { Plan, Target } from '../../../domain/plan.ts';
import { unitLevels } from '../../../domain/unit.ts';

const binding = (target: Target): Target => ({ ...target, appliesTo: { levels: [...unitLevels] }, reportedBy: 'each' });

/** A plan of so many targets, every one of which every unit reports: the plan's own, and as many of them again as are wanting. */
export function widePlan(plan: Plan, count: number): Plan {
  const again = plan.targets.slice(0, Math.max(0, count - plan.targets.length)).map((target): Target => ({ ...target, id: `${target.id}-b`, code: `${target.code}-b`, name: `${target.name} (2)` }));
  return { ...plan, targets: [...plan.targets, ...again].map(binding) };
}
