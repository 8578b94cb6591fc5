import type { Instant, PlainDate } from './date.ts';
import type { Matter } from './delivery.ts';

/** What units are told when the guidance is published, or when they join a year that has begun: that it is there, and by when they owe a plan. Once for each unit. */
export function mattersOfGuidance(units: readonly string[], { cycle, due, at }: { readonly cycle: string; readonly due: PlainDate; readonly at: Instant }): readonly Matter[] {
  return units.map((unit) => ({ notice: { to: `agency/${unit}`, kind: 'guidance', cycle, subject: cycle, detail: '', due, at }, unit, rung: 'guidance' }));
}
