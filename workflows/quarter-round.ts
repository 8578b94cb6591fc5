import { continueAsNew } from '@temporalio/workflow';
import type { QuarterView } from '../domain/views.ts';
import { bulk, record } from './activities.ts';
import { runShard } from './children.ts';
import { during, follow, goesOn, type Following } from './following.ts';
import type { WorkflowInput } from './messages/inputs.ts';

/** One round of reports: opened to the units, gathered until the last has ended, frozen for the committee. */
export async function quarterRound(input: WorkflowInput): Promise<void> {
  const round = await follow(input, record.readQuarter);
  await gather(round);
  if (await goesOn(round, (view) => view.state === 'open')) await continueAsNew<typeof quarterRound>(input);
}

/** Each report's own workflow closes it; what is open past the last date is closed here, so that no single one can keep the round open. */
function gather(round: Following<QuarterView>): Promise<void> {
  return during(
    round, ['open'],
    (view) => ({
      openReports: view.shardsToOpen.length > 0 ? 0 : null,
      freeze: view.openReports === 0 ? 0 : null,
      closeReports: view.closesAt === null ? null : view.closesAt + patience,
    }),
    { openReports: (id) => openReports(id, round), freeze: bulk.freezeQuarter, closeReports: bulk.closeReports },
  );
}

/** An hour on the cycle's calendar. */
const patience = 3_600_000;

async function openReports(id: string, { follower, clock }: Following<QuarterView>): Promise<QuarterView> {
  await Promise.all(follower.view.shardsToOpen.map((shard) => runShard({ parent: id, shard, clock })));
  return record.readQuarter(id);
}
