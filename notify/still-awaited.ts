import { isCycleOver } from '../domain/cycle-over.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Repositories } from '../domain/ports/record.ts';
import { isOpen } from '../domain/stages.ts';
import { awaitedOf } from '../domain/view/awaited.ts';
import { directiveAwaited, isFollowed } from '../domain/view/directive-view.ts';
import { isRungOf } from '../domain/view/ladder.ts';

type Read = Pick<Repositories, 'cycles' | 'duties' | 'directives' | 'opinions'>;

/**
 * Whether a mail is still worth sending: not a reminder of what was submitted, given or extended since, nor a date that has moved again, nor anything of a year that is over. A
 * rehearsal's mails reach nobody and show what would have been sent, however fast its days pass.
 */
export async function isStillAwaited({ cycles, duties, directives, opinions }: Read, { kind, subject, rung, due, cycle: id }: Delivery): Promise<boolean> {
  if (kind === 'decision' || kind === 'directive' || kind === 'guidance') return true;
  const cycle = await cycles.find(id);
  if (!cycle) return false;
  if (cycle.rehearsal) return true;
  const directive = await directives.find(subject);
  if (directive) return isFollowed(directive, cycle) && isRungOf(rung, directiveAwaited(directive));
  const duty = await duties.find(subject);
  if (!duty || isCycleOver(cycle) || !isOpen(duty.kind, duty.state)) return false;
  if (kind === 'extension') return due === duty.due;
  return rung.startsWith('manual/') || awaitedOf(duty, cycle, await opinions.listOf(duty.id)).some((awaited) => isRungOf(rung, awaited));
}
