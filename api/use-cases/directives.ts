import { isOverdue, type Directive, type DirectiveFilter, type DirectiveNote } from '../../domain/directive.ts';
import type { PlainDate } from '../../domain/date.ts';
import { isAllowed, listScope } from '../../domain/permissions.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { getCycle, nowIn } from './place.ts';

export interface ListedDirective extends Directive {
  readonly overdue: boolean;
}

export interface DirectiveView extends ListedDirective {
  readonly notes: readonly DirectiveNote[];
}

/** By due date. A unit sees those that it answers for; `show` narrows to open, overdue or done ones. */
export async function listDirectives(desk: Desk, caller: Caller, { cycle: id, show, quarter }: { cycle: string; show?: DirectiveFilter; quarter?: Quarter }): Promise<readonly ListedDirective[]> {
  const today = await todayIn(desk, id);
  const calendar = await desk.registers.calendar();
  const own = listScope(caller.actor, 'directive.read') === 'any' ? undefined : caller.actor.unit;
  const all = (await desk.record.read.directives.list(id, own)).map((each) => ({ ...each, overdue: isOverdue(each, today, calendar) }));
  return all.filter((each) => (quarter === undefined || each.quarter === quarter) && (show === undefined || (show === 'overdue' ? each.overdue : each.state === show)));
}

/** A directive of another unit is answered as if there were none. */
export async function getDirective(desk: Desk, caller: Caller, cycle: string, id: string): Promise<DirectiveView> {
  const today = await todayIn(desk, cycle);
  const directive = await desk.record.read.directives.find(id);
  if (directive?.cycle !== cycle || !isAllowed(caller.actor, 'directive.read', { unit: directive.unit })) throw new Refused('not-found', { figures: { subject: id } });
  return { ...directive, overdue: isOverdue(directive, today, await desk.registers.calendar()), notes: await desk.record.read.directives.notesOf(id) };
}

async function todayIn(desk: Desk, id: string): Promise<PlainDate> {
  return dateOf(nowIn(desk, await getCycle(desk.record.read, id)));
}
