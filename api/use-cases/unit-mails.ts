import type { Delivery } from '../../domain/delivery.ts';
import type { NoticeKind } from '../../domain/notice.ts';
import { unsentDirectiveRungs, unsentRungs, type UnsentRung } from '../../domain/view/unsent-rungs.ts';
import { waitingSince } from '../../domain/waiting-since.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';
import { authorise, nowIn } from './place.ts';

/** What a unit was told or is to be told of one matter at one rung, and what became of each mail. */
export interface UnitMail {
  readonly kind: NoticeKind;
  readonly subject: string;
  readonly detail: string;
  readonly rung: string;
  /** Calendar time of the cycle: when it was told, or will be. */
  readonly at: number;
  /** `told`; `ahead`: still to come; `merged`: passed, and a later one spoke for it. */
  readonly state: 'told' | 'ahead' | 'merged';
  /** Empty where only the pages told it. */
  readonly deliveries: readonly Delivery[];
}

/** Rows that are read at most. */
const most = 500;

/** Every reminder that the unit had in a cycle, should have had or is to have, of its duties and of the directives given to it, with its mails; decisions, directives, moved dates and guidance too. The newest first. */
export async function listUnitMails(desk: Desk, caller: Caller, { cycle: id, unit }: { readonly cycle: string; readonly unit: string }): Promise<readonly UnitMail[]> {
  const { read } = desk.record;
  const cycle = await desk.registers.cycle(id);
  authorise(caller, 'unit.story', cycle, unit);
  const [deliveries, reminders, duties, directives, calendar] = await Promise.all([read.deliveries.list({ cycle: id, unit }, { limit: most }), read.reminders.list({ cycle: id, unit }, { limit: most }), read.duties.all({ cycle: id, unit }), read.directives.list(id, unit), desk.registers.calendar()]);
  const rows = new Map<string, UnitMail>();
  for (const each of deliveries.items) {
    const key = `${each.subject} ${each.rung}`;
    const { kind, subject, detail, rung, at } = each;
    rows.set(key, { kind, subject, detail, rung, at, state: 'told', deliveries: [...(rows.get(key)?.deliveries ?? []), each] });
  }
  for (const { duty, directive, rung, escalation, sentAt } of reminders.items) {
    const subject = duty ?? directive ?? '';
    const key = `${subject} ${rung}`;
    if (!rows.has(key)) rows.set(key, { kind: escalation ? 'escalation' : 'reminder', subject, detail: rung.split('/')[0] ?? '', rung, at: sentAt, state: 'told', deliveries: [] });
  }
  const at = { cycle, calendar, now: nowIn(desk, cycle) };
  const sentOf = (subject: string) => reminders.items.filter(({ duty, directive }) => (duty ?? directive) === subject);
  const ofDuties = duties.flatMap((duty) => unsentRungs(duty, { ...at, reminders: sentOf(duty.id) }).map(unsentMail(duty.id)));
  const ofDirectives = await Promise.all(directives.map(async (each) => unsentDirectiveRungs(each, await waitingSince(read, each), { ...at, reminders: sentOf(each.id) }).map(unsentMail(each.id))));
  return [...rows.values(), ...ofDuties, ...ofDirectives.flat()].toSorted((a, b) => b.at - a.at);
}

const unsentMail = (subject: string) => ({ rung, isAhead }: UnsentRung): UnitMail => (
  { kind: rung.isEscalation ? 'escalation' : 'reminder', subject, detail: rung.key.split('/')[0] ?? '', rung: rung.key, at: rung.at, state: isAhead ? 'ahead' : 'merged', deliveries: [] }
);
