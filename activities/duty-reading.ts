import type { Cycle } from '../domain/cycle.ts';
import type { Instant } from '../domain/date.ts';
import type { Duty } from '../domain/duty.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { dutyView } from '../domain/view/duty-view.ts';
import type { DutyView } from '../domain/views.ts';
import { waitingSince } from '../domain/waiting-since.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import type { ActivityDeps } from './deps.ts';
import { SettledPauses } from './pauses.ts';
import { getCycle, notFound } from './subjects.ts';

/** A duty as one transaction sees it. */
export interface DutyReading {
  readonly duty: Duty;
  readonly cycle: Cycle;
  readonly view: DutyView;
  readonly now: Instant;
}

export interface DutyReader {
  /** The view from committed state. */
  view(id: string): Promise<DutyView>;
  /** The same within a transaction; `reached` is the date that the workflow has waited for: it has come, whatever this machine's clock says. */
  readIn(tx: Repositories, id: string, calendar: WorkingCalendar, reached: Instant): Promise<DutyReading>;
}

export function createDutyReader({ record, now, calendar }: Pick<ActivityDeps, 'record' | 'now' | 'calendar'>): DutyReader {
  const pauses = new SettledPauses();
  const readIn: DutyReader['readIn'] = async (repositories, id, days, reached) => {
    const duty = await repositories.duties.find(id);
    if (!duty) throw notFound(id);
    const cycle = await getCycle(repositories, duty.cycle);
    const at = Math.max(now(cycle.clock), reached);
    const view = dutyView({
      duty, cycle, calendar: days, now: at,
      opinions: duty.state === 'appraisal' ? await repositories.opinions.listOf(id, duty.round) : [],
      reminders: await repositories.reminders.listOf(id),
      since: await waitingSince(repositories, duty),
      isUnsettled: await pauses.isUnsettled(repositories, cycle),
    });
    return { duty, cycle, view, now: at };
  };
  return {
    view: async (id) => (await readIn(record.read, id, await calendar(), -Infinity)).view,
    readIn,
  };
}
