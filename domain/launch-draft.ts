import type { Attachment } from './attachment.ts';
import type { Allowances, CycleSettings } from './cycle.ts';
import type { Instant } from './date.ts';
import type { PlanCalendar, PlanRoles } from './plan.ts';

export const launchDraftStates = ['draft', 'waiting', 'launched', 'dropped'] as const;
/** `waiting`: proposed by one person, to be confirmed by another; nothing can be changed meanwhile. */
export type LaunchDraftState = (typeof launchDraftStates)[number];

/** A file that is to go with the guidance; its bytes lie under `hash`. */
export type GuidanceFile = Pick<Attachment, 'id' | 'hash' | 'name' | 'kind' | 'size' | 'uploadedAt' | 'uploadedBy'>;

/** What the steps of a launch gather: the same as a launch asks for, whole from the first step on. */
export interface LaunchDraftContent {
  readonly planId: string;
  readonly key: string;
  readonly title: string;
  readonly units: readonly string[];
  readonly calendar: PlanCalendar;
  readonly roles: PlanRoles;
  readonly allowances: Allowances;
  readonly guidance: string;
  readonly files: readonly GuidanceFile[];
  readonly ladder: CycleSettings['ladder'];
  readonly quietHours: CycleSettings['quietHours'];
  /** Null: a real year. `minutes`: how long a rehearsed one takes. */
  readonly rehearsal: { readonly minutes: number } | null;
}

/** A launch that is being prepared, kept at each step. `version` counts every change. */
export interface LaunchDraft {
  readonly id: string;
  readonly version: number;
  readonly state: LaunchDraftState;
  readonly content: LaunchDraftContent;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly savedAt: Instant;
  readonly savedBy: string;
  readonly proposedBy: string | null;
  /** The cycle that it became. */
  readonly cycle: string | null;
}
