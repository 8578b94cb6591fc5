import type { Cycle } from './cycle.ts';

/** Whether nobody is waited for any more, and nothing is sent: the year was closed or cancelled. */
export const isCycleOver = ({ state }: Pick<Cycle, 'state'>): boolean => state === 'closed' || state === 'cancelled';
