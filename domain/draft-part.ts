import type { Instant } from './date.ts';

/** The parts of a form that can be handed to a colleague. */
export const draftPartNames = ['general', 'targets', 'tasks', 'budget', 'narrative'] as const;
export type DraftPartName = (typeof draftPartNames)[number];

/** Who of the unit fills in a part of its form, and whether that is finished. A part without a row is nobody's in particular. */
export interface DraftPart {
  readonly duty: string;
  readonly part: DraftPartName;
  /** Account that it is handed to. */
  readonly account: string | null;
  readonly handedBy: string | null;
  readonly handedAt: Instant | null;
  readonly finishedBy: string | null;
  readonly finishedAt: Instant | null;
}
