import type { PinnedReason } from '../../../domain/duty.ts';
import type { SubmissionContent } from '../../../domain/submission.ts';
import type { DutyHere } from '../duty/here.ts';
import { fieldAt } from './form/pointer.ts';

const returns: readonly string[] = ['concludeReturn', 'returnPlan', 'returnReport'];

/** Reasons of the last return, by the field they are pinned to, while the form is being mended. */
export function pinsOf({ view, content }: Pick<DutyHere, 'view'> & { readonly content: SubmissionContent }): Readonly<Record<string, readonly PinnedReason[]>> {
  if (view.duty.state !== 'returned') return {};
  const last = view.decisions.findLast(({ kind }) => returns.includes(kind));
  const pins: Record<string, PinnedReason[]> = {};
  for (const pin of last?.pinned ?? []) (pins[fieldAt(content, pin.pointer)] ??= []).push(pin);
  return pins;
}
