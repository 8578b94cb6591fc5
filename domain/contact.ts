import type { Language } from './text.ts';

/** Whom to reach at a unit: who works on the plan, who stands in, who leads the unit. */
export const contactParts = ['focal', 'deputy', 'leader'] as const;
export type ContactPart = (typeof contactParts)[number];

/** A person of a unit as others reach them; at most one for each part. */
export interface Contact {
  readonly unit: string;
  readonly part: ContactPart;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  /** In which mails are written; absent: Vietnamese. */
  readonly language?: Language;
  /** Wants no mail of rungs that allow it; absent: does. */
  readonly optedOut?: boolean;
}
