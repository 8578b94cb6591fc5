import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { upkeepSchedule, upkeepWorkflow } from '../workflows/messages/upkeep.ts';

/** Every night at two, Vietnamese time. A schedule that exists stays as it is: an operator may have moved or paused it. */
export async function ensureUpkeepSchedule(client: Client, taskQueue: string): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: upkeepSchedule,
      spec: { calendars: [{ hour: 2, minute: 0, comment: 'every night' }], timezone: 'Asia/Ho_Chi_Minh' },
      action: { type: 'startWorkflow', workflowType: upkeepWorkflow, taskQueue, workflowId: upkeepWorkflow },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
