import type { LadderKind } from './cycle.ts';
import type { Instant, PlainDate } from './date.ts';
import type { Directive } from './directive.ts';
import type { Decision, Duty, Reminder } from './duty.ts';
import { parseDutyId } from './ids.ts';
import { detailOfMove, type MovedDue } from './moved-due.ts';
import { dateOf } from './plain-date.ts';
import type { Actor, Role } from './roles.ts';

export const noticeKinds = ['reminder', 'escalation', 'decision', 'directive', 'extension', 'guidance'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * What happened, for the people it concerns: a reminder or escalation of the ladder, a decision on a unit's plan or report, a directive, a due date that moved, guidance.
 * `to` is an address (`addressesOf`); `subject` the id of a duty or directive; `detail` the ladder of the reminder (`manual` for one by
 * hand), the kind of decision, the number of the directive, why a date moved and from when (`MovedDue`), nothing for guidance; `at` is calendar time of the cycle.
 */
export interface NewNotice {
  readonly to: string;
  readonly kind: NoticeKind;
  readonly cycle: string;
  readonly subject: string;
  readonly detail: string;
  readonly due: PlainDate | null;
  readonly at: Instant;
}

/** `id` counts up as notices are written, whatever their cycles' clocks say. */
export interface Notice extends NewNotice {
  readonly id: number;
  readonly isRead: boolean;
}

/** Of a role at one unit; the secretariat and the committee are one each. */
const ofUnit = (role: Role, unit: string): string => `${role}/${unit}`;

const address: Readonly<Record<Role, (unit: string) => string | undefined>> = {
  agency: (unit) => ofUnit('agency', unit),
  appraiser: (unit) => ofUnit('appraiser', unit),
  approver: (unit) => ofUnit('approver', unit),
  secretariat: () => 'secretariat',
  committee: () => 'committee',
  administrator: () => undefined,
};

/** Where notices for a person are addressed. */
export function addressesOf({ roles, unit }: Extract<Actor, { kind: 'account' }>): readonly string[] {
  return roles.map((role) => address[role](unit)).filter((each) => each !== undefined);
}

/** Of a rehearsed year: shown to the same people, and never unread. */
export const rehearsedAddress = (to: string): string => `rehearsal/${to}`;
export const isRehearsed = ({ to }: { readonly to: string }): boolean => to.startsWith('rehearsal/');

/** Who is waited for, by the ladder that a rung's key begins with; anything else is for the unit's own people. */
const awaitedRole: Readonly<Record<string, Role>> = { appraisal: 'appraiser', conclusion: 'appraiser', approval: 'approver' };

/** Where those are addressed who are waited for by a ladder. */
export const ladderAddress = (ladder: string, unit: string): string => ofUnit(awaitedRole[ladder] ?? 'agency', unit);

/** `parent` is the unit above the one that is reminded; where there is none, an escalation to it is shown to the unit itself. */
export function noticeOfReminder({ cycle, duty, directive, unit, rung, to, escalation, dueAt, sentAt }: Reminder, parent: string | null): NewNotice {
  const [ladder = ''] = rung.split('/');
  const isAbove = to === 'secretariat' || to === 'committee';
  const below = to === 'superior' && parent !== null ? ofUnit('agency', parent) : ladderAddress(ladder, unit);
  return { to: isAbove ? to : below, kind: escalation ? 'escalation' : 'reminder', cycle, subject: duty ?? directive ?? '', detail: ladder, due: dateOf(dueAt), at: sentAt };
}

/** The due date of a duty that moved, for those who are waited for by `ladder`. */
export function noticeOfMove({ id, cycle, due }: Pick<Duty, 'id' | 'cycle' | 'due'>, moved: MovedDue, { ladder, unit, at }: { readonly ladder: LadderKind; readonly unit: string; readonly at: Instant }): NewNotice {
  return { to: ladderAddress(ladder, unit), kind: 'extension', cycle, subject: id, detail: detailOfMove(moved), due, at };
}

export function noticeOfDecision({ duty, kind, decidedAt }: Pick<Decision, 'duty' | 'kind' | 'decidedAt'>): NewNotice {
  const of = parseDutyId(duty);
  if (!of) throw new Error(`${duty} is no duty`);
  return { to: ofUnit('agency', of.unit), kind: 'decision', cycle: of.cycle, subject: duty, detail: kind, due: null, at: decidedAt };
}

export function noticeOfDirective({ id, cycle, number, unit, due, decidedAt }: Directive): NewNotice {
  return { to: ofUnit('agency', unit), kind: 'directive', cycle, subject: id, detail: String(number), due, at: decidedAt };
}
