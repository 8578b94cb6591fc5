import { dutyWorkflowType, getSubject } from '../domain/workflow-subject.ts';
import { bulk, record } from './activities.ts';
import type { ShardInput } from './messages/inputs.ts';

/** Opens what the units of one shard owe: all duties in one transaction, so that everyone sees theirs at once, then their workflows. */
export async function shard({ parent, shard: number, clock }: ShardInput): Promise<void> {
  const duties = await record.openDuties(parent, number);
  const type = dutyWorkflowType(getSubject(parent).type === 'annualCycle' ? 'plan' : 'report');
  await bulk.startWorkflows(type, duties, clock);
}
