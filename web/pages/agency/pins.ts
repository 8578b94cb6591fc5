import type { Decision, PinnedReason } from '../../../domain/duty.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import type { DutyHere } from '../duty/here.ts';
import { fieldAt } from './form/pointer.ts';

const returns: readonly Decision['kind'][] = ['concludeReturn', 'returnPlan', 'returnReport'];

/** The decision that the unit is mending its plan or report for; undefined when it was not returned. */
export function returnOf({ duty, decisions }: DutyHere['view']): Decision | undefined {
  return duty.state === 'returned' ? decisions.findLast(({ kind }) => returns.includes(kind)) : undefined;
}

/** Its reasons by the field they are pinned to. */
export function pinsOf({ view, content }: Pick<DutyHere, 'view'> & { readonly content: SubmissionContent }): Readonly<Record<string, readonly PinnedReason[]>> {
  const pins: Record<string, PinnedReason[]> = {};
  for (const pin of returnOf(view)?.pinned ?? []) (pins[fieldAt(content, pin.pointer)] ??= []).push(pin);
  return pins;
}
