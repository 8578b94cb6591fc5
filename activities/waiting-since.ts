import type { Instant } from '../domain/date.ts';
import type { Duty } from '../domain/duty.ts';
import type { Repositories } from '../domain/ports/record.ts';
import type { Act } from '../domain/stages.ts';

/** Acts after which somebody else is waited for, or until another day. */
const beginnings: readonly string[] = [
  'open', 'submit', 'withdraw', 'startAppraisal', 'requestConclusion', 'concludeFit', 'concludeReturn', 'returnPlan', 'returnReport', 'extend', 'reopen',
] satisfies readonly (Act | 'open')[];

/** When the present wait began, by the audit chain. */
export async function waitingSince({ audit }: Pick<Repositories, 'audit'>, { id, openedAt }: Pick<Duty, 'id' | 'openedAt'>): Promise<Instant> {
  const { items } = await audit.list({ subject: id }, { limit: 20 });
  return items.find(({ act, outcome }) => outcome === 'done' && beginnings.includes(act))?.at ?? openedAt;
}
