import type { PlainDate } from './date.ts';

/** Why a due date moved: the secretariat gave more time, the working calendar changed, the year had rested. */
export const moveCauses = ['extend', 'calendar', 'pause'] as const;
export type MoveCause = (typeof moveCauses)[number];

/** What the notice of a moved date says beside the new one. Never the reason in words: it may speak of the plan, and goes into mails. */
export interface MovedDue {
  readonly cause: MoveCause;
  readonly before: PlainDate;
}

/** As the `detail` of a notice: `extend/2022-03-18`. */
export const detailOfMove = ({ cause, before }: MovedDue): string => `${cause}/${before}`;

/** Undefined for any other text. */
export function parseMove(detail: string): MovedDue | undefined {
  const [cause, before, ...rest] = detail.split('/');
  const known = moveCauses.find((each) => each === cause);
  return known && before && rest.length === 0 ? { cause: known, before } : undefined;
}
