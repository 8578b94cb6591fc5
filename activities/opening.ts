import type { Cycle } from '../domain/cycle.ts';
import type { Instant } from '../domain/date.ts';
import type { Duty } from '../domain/duty.ts';
import { firstPlanDuties, reportDuties } from '../domain/opening.ts';
import type { Quarter } from '../domain/plan.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { isOpen } from '../domain/stages.ts';
import { reportingMembers } from '../domain/view/quarter-view.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import { findSubject } from '../domain/workflow-subject.ts';
import type { ActivityDeps } from './deps.ts';
import { activity } from './outcome.ts';
import { getCycle, notFound } from './subjects.ts';

interface Opening {
  readonly cycle: Cycle;
  readonly quarter: Quarter | null;
  readonly shard: number;
  readonly calendar: WorkingCalendar;
  readonly at: Instant;
}

export function createOpeningActivities({ record, now, calendar }: ActivityDeps) {
  return {
    /**
     * Opens what the units of one shard owe to a cycle or a quarter, in one transaction. Answers the ids of all that are
     * open, so that whoever tries again starts the same workflows.
     */
    openDuties: activity(async (parent: string, shard: number): Promise<readonly string[]> => {
      const subject = findSubject(parent);
      if (subject?.type !== 'annualCycle' && subject?.type !== 'quarterRound') throw notFound(parent);
      const days = await calendar();
      return record.write(async (tx) => {
        const cycle = await getCycle(tx, subject.cycle);
        const opening: Opening = { cycle, quarter: subject.type === 'quarterRound' ? subject.quarter : null, shard, calendar: days, at: now(cycle.clock) };
        const known = await knownDuties(tx, opening);
        const ids = new Set(known.map(({ id }) => id));
        const missing = (await dutiesOf(tx, opening)).filter(({ id }) => !ids.has(id));
        await tx.duties.insertMissing(missing);
        await tx.audit.append(missing.map(({ id, unit, due }) => ({
          at: opening.at, actor: `workflow:${parent}`, act: 'open', cycle: cycle.id, unit, subject: id, outcome: 'done', details: { due },
        })));
        return [...known, ...missing].filter(({ kind, state }) => isOpen(kind, state)).map(({ id }) => id);
      });
    }),
  };
}

function knownDuties({ duties }: Repositories, { cycle, quarter, shard }: Opening): Promise<readonly Duty[]> {
  return duties.all({ cycle: cycle.id, shard, ...(quarter === null ? { kind: 'plan' } : { kind: 'report', quarter }) });
}

/** What the shard owes by the register of members; nothing once the stage or the round is over. */
async function dutiesOf(tx: Repositories, { cycle, quarter, shard, calendar, at }: Opening): Promise<readonly Duty[]> {
  const members = (await tx.cycleUnits.list(cycle.id)).filter((member) => member.shard === shard && member.leftOn === null);
  if (quarter === null) return cycle.state === 'drafting' ? firstPlanDuties(cycle, members, calendar, at) : [];
  const round = await tx.quarterRounds.find(cycle.id, quarter);
  return round?.state === 'open' ? reportDuties(cycle, quarter, reportingMembers(cycle, quarter, members), calendar, at) : [];
}
