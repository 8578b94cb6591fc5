import type { Rehearsals, RehearsalState } from '../../domain/ports/rehearsals.ts';
import { start } from './api.ts';

const ended = (cycle: string): RehearsalState => ({
  id: cycle, options: { plan: 'gia-lai-2022', units: 3, minutes: 1.5, seed: 42 }, status: 'done', cycle, startedAt: start, endedAt: start + 90_000, result: { seconds: 88.4, refused: 5, warnings: 0 }, error: null,
});

/** Every cycle, as if a rehearsal that has ended had made it: under the cycle's id. Starts none. */
export const endedRehearsals: Rehearsals = { start: () => undefined, state: (id) => ended(id), list: () => [], stop: () => false, close: async () => undefined };
