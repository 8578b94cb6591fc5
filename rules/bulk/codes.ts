import { standings, type RuleOutcome, type Standing } from '../../domain/verdict.ts';

/*
 * Outcomes and standings as small integers, so that those of a whole submission fit a few bytes. The order is part of
 * nothing that is stored: read codes back by these tables.
 */

export const outcomeNames = ['satisfied', 'violated', 'unknown', 'not-applicable'] as const satisfies readonly RuleOutcome[];

export const outcomeCode = { satisfied: 0, violated: 1, unknown: 2, 'not-applicable': 3 } as const satisfies Readonly<Record<RuleOutcome, number>>;

export const standingCode = { met: 0, 'on-track': 1, behind: 2, missed: 3, 'no-data': 4, 'not-applicable': 5, waived: 6 } as const satisfies Readonly<Record<Standing, number>>;

/** Throws RangeError for a number that is no code. */
export function standingOfCode(code: number): Standing {
  const standing = standings.find((each) => standingCode[each] === code);
  if (standing === undefined) throw new RangeError(`No standing has the code ${code}`);
  return standing;
}
