import { bulk } from './activities.ts';

/** Runs every night: open duties without a workflow get one, and what has been delivered long ago is cleared away. */
export async function upkeep(): Promise<void> {
  await bulk.rebuild();
  await bulk.clearDelivered();
}
