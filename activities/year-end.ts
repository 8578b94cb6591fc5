import { evaluateYear, type YearEndEvaluation } from '../domain/compliance/year-end.ts';
import type { ComplianceReport } from '../domain/compliance/report.ts';
import type { Cycle } from '../domain/cycle.ts';
import type { Instant } from '../domain/date.ts';
import { quarterWorkflowId } from '../domain/ids.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { actOnCycle } from '../domain/transition.ts';
import { morningOf } from '../domain/view/office-hours.ts';
import { directiveMessages } from '../domain/waking.ts';
import type { CycleView } from '../domain/views.ts';
import type { CycleReader } from './cycle.ts';
import { bulkActivity } from './bulk.ts';
import type { ActivityDeps } from './deps.ts';
import { closingAct, endDuties } from './ending.ts';
import { hasMovedOn } from './outcome.ts';
import { getCycle, notFound, subjectOf } from './subjects.ts';

/** How a year ends: closed with its evaluation, or cancelled. */
export function createYearEndActivities({ record, now, heartbeat }: ActivityDeps, reader: CycleReader) {
  return {
    /** Ends what was opened again and is still open, then closes the year. The evaluation stands in the audit row of the act. */
    closeYear: bulkActivity(heartbeat, async (workflowId: string, reached: Instant): Promise<CycleView> => {
      const cycle = await getCycle(record.read, subjectOf(workflowId, 'annualCycle').cycle);
      const at = Math.max(now(cycle.clock), reached);
      if (cycle.state === 'closing' && cycle.pausedAt === null && morningOf(cycle.settings.calendar.closing) <= at) {
        await endDuties({ record, by: workflowId, at, which: { cycle: cycle.id }, actFor: closingAct });
        const evaluation = await evaluationOf(record.read, cycle);
        try {
          await record.write(async (tx) => {
            await actOnCycle(tx, { cycle: cycle.id, act: 'close', actor: { kind: 'workflow', id: workflowId }, at, expectedVersion: cycle.version, details: { evaluation } });
            await tx.outbox.append(directiveMessages(await tx.directives.list(cycle.id), 'close'), at);
          });
        } catch (error) {
          if (!hasMovedOn(error)) throw error;
        }
      }
      return reader.view(workflowId);
    }),

    /** Cancels what is still open in a cancelled year: duties in slices, then the rounds. */
    cancelOpen: bulkActivity(heartbeat, async (workflowId: string): Promise<void> => {
      const cycle = await getCycle(record.read, subjectOf(workflowId, 'annualCycle').cycle);
      if (cycle.state !== 'cancelled') return;
      const at = now(cycle.clock);
      await endDuties({ record, by: workflowId, at, which: { cycle: cycle.id }, actFor: () => 'cancel' });
      await record.write(async (tx) => {
        const open = (await tx.quarterRounds.list(cycle.id)).filter(({ state }) => state === 'open');
        await tx.quarterRounds.cancelOpen(cycle.id);
        await tx.outbox.append(open.map(({ quarter }) => ({ workflowId: quarterWorkflowId(cycle.id, quarter), workflowType: 'quarterRound', act: 'cancelCycle', version: 0 })), at);
        await tx.outbox.append(directiveMessages(await tx.directives.list(cycle.id), 'cancelCycle'), at);
      });
    }),
  };
}

/** Null when no report was frozen. */
async function evaluationOf(read: Repositories, cycle: Cycle): Promise<YearEndEvaluation | null> {
  const plan = await read.planDocuments.find(cycle.planHash);
  if (!plan) throw notFound(`plan ${cycle.planHash}`);
  const frozen = (await read.quarterRounds.list(cycle.id)).filter(({ state }) => state === 'frozen').map((round) => round.frozen as ComplianceReport);
  return frozen.length > 0 ? evaluateYear(plan, frozen) : null;
}
