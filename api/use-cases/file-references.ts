import { referredFile } from '../../domain/attachment.ts';
import { filesIn } from '../../domain/evidence.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import type { Desk } from './desk.ts';
import type { Stand } from './place.ts';

/** Refuses evidence that refers to a file which this plan or report does not have: it would count as proof and prove nothing. */
export async function assertFilesThere({ record }: Pick<Desk, 'record'>, content: SubmissionContent, { duty }: Pick<Stand, 'duty'>): Promise<void> {
  if (content.kind === 'plan' || filesIn(content).size === 0) return;
  const there = new Set((await record.read.attachments.listOf(duty.id)).map(({ id }) => id));
  const missing = (list: 'targets' | 'tasks'): readonly FieldError[] => content[list].flatMap(({ evidence = [] }, index) => evidence.flatMap((line, at) => {
    const id = referredFile(line);
    return id === undefined || there.has(id) ? [] : [{ pointer: `/${list}/${index}/evidence/${at}`, code: 'unknown-file', value: line }];
  }));
  const errors = [...missing('targets'), ...missing('tasks')];
  if (errors.length > 0) throw new Refused('invalid-input', { errors });
}
