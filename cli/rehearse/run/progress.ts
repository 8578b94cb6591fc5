import { setTimeout as sleep } from 'node:timers/promises';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { quarters } from '../../../domain/plan.ts';
import type { ApiClient } from '../api/client.ts';

type Counts = Readonly<Record<string, number>>;

/** A cycle with its counts, as the API shows it. */
interface CycleCounts extends Cycle {
  readonly counts: { readonly plans: Counts; readonly reports: Readonly<Record<string, Counts>> };
}

export interface ProgressOptions {
  readonly client: ApiClient;
  readonly cycle: Cycle;
  readonly endsAtReal: number;
  readonly out: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

const sum = (counts: Counts, ...states: readonly string[]): number => states.reduce((total, state) => total + (counts[state] ?? 0), 0);
const all = (counts: Counts): number => Object.values(counts).reduce((total, count) => total + count, 0);
const clockTime = (ms: number): string => `${Math.floor(ms / 60_000)}:${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')}`;

/** Stage, date in the cycle, counts, and how long it will still take. */
export function progressLine(cycle: CycleCounts, nowReal: number, endsAtReal: number): string {
  const { plans, reports } = cycle.counts;
  const running = quarters.findLast((quarter) => all(reports[quarter] ?? {}) > 0);
  const reportCounts = running === undefined ? undefined : (reports[running] ?? {});
  const parts = [
    dateOf(calendarAt(cycle.clock, nowReal)),
    cycle.state.padEnd(9),
    `plans ${sum(plans, 'approved')} approved, ${sum(plans, 'submitted', 'appraisal', 'conclusion', 'approval')} in hand, ${sum(plans, 'draft', 'returned')} awaited of ${all(plans)}`,
    ...(reportCounts && running ? [`${running} ${sum(reportCounts, 'accepted', 'submitted', 'unreviewed')}/${all(reportCounts)} reports`] : []),
    `${clockTime(Math.max(0, endsAtReal - nowReal))} left`,
  ];
  return parts.join(' · ');
}

/** Keeps one line up to date on a terminal; elsewhere writes a line now and then. Ends with the signal. */
export async function showProgress({ client, cycle, endsAtReal, out, signal }: ProgressOptions): Promise<void> {
  while (!signal.aborted) {
    const seen = await client.get<CycleCounts>(`/cycles/${cycle.id}`).catch(() => undefined);
    if (seen) {
      const line = progressLine(seen.body, Date.now(), endsAtReal);
      out.write(out.isTTY ? `\r\u001b[2K${line.slice(0, (out.columns || 120) - 1)}` : `${line}\n`);
    }
    await sleep(out.isTTY ? 1_000 : 15_000, undefined, { signal }).catch(() => undefined);
  }
  if (out.isTTY) out.write('\r\u001b[2K');
}
