import { standings, type Standing } from '../verdict.ts';
import type { StandingCounts } from './report.ts';

/** How many cells have each standing; every standing is named, also with 0. */
export function countStandings(cells: readonly { readonly standing: Standing }[]): StandingCounts {
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const { standing } of cells) counts[standing] += 1;
  return counts;
}
