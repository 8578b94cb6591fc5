import type { Reminder } from '../duty.ts';

/**
 * Carries a recorded reminder to whom it concerns. Called after the row is committed, once per row: a channel that fails
 * must keep the reminder itself and try again.
 */
export interface Notify {
  send(reminder: Reminder): Promise<void>;
}

/** The row itself is the notice: people see it in their lists. */
export const recordOnly: Notify = { send: async () => undefined };
