import type { Cycle } from '../domain/cycle.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { Refused } from '../domain/refusals.ts';
import { findSubject, type WorkflowSubject } from '../domain/workflow-subject.ts';

export const notFound = (subject: string): Refused => new Refused('not-found', { figures: { subject } });

/** Reads a workflow id of one kind. Throws `Refused('not-found')` for another. */
export function subjectOf<Type extends WorkflowSubject['type']>(workflowId: string, type: Type): Extract<WorkflowSubject, { type: Type }> {
  const subject = findSubject(workflowId);
  if (subject?.type !== type) throw notFound(workflowId);
  return subject as Extract<WorkflowSubject, { type: Type }>;
}

export async function getCycle(repositories: Pick<Repositories, 'cycles'>, id: string): Promise<Cycle> {
  const cycle = await repositories.cycles.find(id);
  if (!cycle) throw notFound(id);
  return cycle;
}
