import type { Actor, Role } from './roles.ts';

/** `any`: every unit; `own`: the account's unit only; `appraiser`/`lead`/`approver`: the account's unit holds that part in the cycle. */
export type Scope = 'any' | 'own' | 'appraiser' | 'lead' | 'approver';

type Grants = Readonly<Partial<Record<Role, Scope>>>;

const everyone: Grants = { secretariat: 'any', agency: 'any', appraiser: 'any', approver: 'any', committee: 'any', administrator: 'any' };
const readers: Grants = { secretariat: 'any', agency: 'own', appraiser: 'any', approver: 'any', committee: 'any', administrator: 'any' };
const steer: Grants = { secretariat: 'any' };
const author: Grants = { agency: 'own' };

/** Who may do what, over which units. What is not listed is denied; every route names its action here. */
export const permissions = {
  'cycle.list': everyone,
  'cycle.read': everyone,
  'cycle.launch': steer,
  'cycle.publishGuidance': steer,
  'cycle.pause': steer,
  'cycle.resume': steer,
  /** Whom the running year reminds, and when. */
  'cycle.changeLadder': steer,
  'cycle.cancel': steer,
  'cycle.addUnit': steer,
  'cycle.retireUnit': steer,
  'cycle.events': { secretariat: 'any', committee: 'any', administrator: 'any' },
  'duty.list': readers,
  'duty.read': readers,
  /** Who did what to a unit's plan and reports, with people's names. */
  'unit.story': readers,
  'duty.extend': steer,
  'duty.remind': steer,
  'duty.reopen': steer,
  'draft.read': { agency: 'own' },
  'draft.save': author,
  'check.run': { ...author, secretariat: 'any' },
  'plan.submit': author,
  'plan.withdraw': author,
  'plan.giveOpinion': { appraiser: 'appraiser' },
  'plan.conclude': { appraiser: 'lead' },
  'plan.decide': { approver: 'approver' },
  'report.submit': author,
  'report.withdraw': author,
  'report.accept': steer,
  'report.return': steer,
  'report.correct': author,
  'submission.read': readers,
  /** Files of a unit's plan or report: evidence. */
  'file.add': author,
  'file.read': readers,
  /** Files of the guidance; every member of a cycle reads them with it (`cycle.read`). */
  'file.guide': steer,
  'compliance.read': { secretariat: 'any', committee: 'any', approver: 'any', administrator: 'any' },
  'directive.read': readers,
  'directive.write': { committee: 'any', secretariat: 'any' },
  'directive.follow': author,
  'reminder.list': { secretariat: 'any', agency: 'own', administrator: 'any' },
  'plandoc.list': everyone,
  'plandoc.read': everyone,
  'plandoc.write': steer,
  'unit.list': everyone,
  'unit.write': { administrator: 'any', secretariat: 'any' },
  'contact.read': readers,
  'contact.write': { administrator: 'any', secretariat: 'any', agency: 'own' },
  'calendar.read': everyone,
  'calendar.write': { administrator: 'any' },
  'rule.list': everyone,
  'waiver.list': readers,
  'waiver.grant': steer,
  'account.list': { administrator: 'any' },
  'account.write': { administrator: 'any' },
  'audit.read': { administrator: 'any' },
  'audit.verify': { administrator: 'any' },
  'system.read': { administrator: 'any', secretariat: 'any' },
  'webhook.read': { administrator: 'any' },
  'webhook.write': { administrator: 'any' },
  /** Who was sent what; what a mail says is never more than a date. */
  'delivery.read': { administrator: 'any', secretariat: 'any' },
  'delivery.settle': { administrator: 'any', secretariat: 'any' },
  /** Words of mails. */
  'mailText.read': { administrator: 'any', secretariat: 'any' },
  'mailText.write': { administrator: 'any', secretariat: 'any' },
  /** Reports of mails that came back, from the program that gets them. */
  'delivery.bounce': { administrator: 'any', secretariat: 'any' },
  'rehearsal.run': { administrator: 'any', secretariat: 'any' },
  'self.read': everyone,
  'self.password': everyone,
  'self.language': everyone,
  /** Doing without mails of rungs that allow it. */
  'self.reminders': everyone,
  'self.sessions': everyone,
  'self.tokens': everyone,
  'self.notices': everyone,
  /** Calendars of one's own and of one's unit. */
  'self.feeds': everyone,
} as const satisfies Readonly<Record<string, Grants>>;

export type Action = keyof typeof permissions;

/** What an action is about, as far as scopes need to know. */
export interface Subject {
  readonly unit?: string;
  /** Units that hold a part in the cycle. */
  readonly parts?: { readonly appraisers: readonly string[]; readonly lead: string; readonly approver: string };
}

const within: Readonly<Record<Scope, (unit: string, subject: Subject) => boolean>> = {
  any: () => true,
  own: (unit, subject) => subject.unit === unit,
  appraiser: (unit, subject) => subject.parts?.appraisers.includes(unit) ?? false,
  lead: (unit, subject) => subject.parts?.lead === unit,
  approver: (unit, subject) => subject.parts?.approver === unit,
};

/** Workflows act through activities only and are trusted with every system act; people need a grant whose scope covers the subject. */
export function isAllowed(actor: Actor, action: Action, subject: Subject = {}): boolean {
  if (actor.kind === 'workflow') return true;
  const grants: Grants = permissions[action];
  return actor.roles.some((role) => {
    const scope = grants[role];
    return scope !== undefined && within[scope](actor.unit, subject);
  });
}

/** Scope under which the actor may list; `own` means: filter by the account's unit. Undefined: denied. */
export function listScope(actor: Extract<Actor, { kind: 'account' }>, action: Action): 'any' | 'own' | undefined {
  const grants: Grants = permissions[action];
  const scopes = actor.roles.map((role) => grants[role]).filter((scope) => scope !== undefined);
  if (scopes.includes('any')) return 'any';
  return scopes.length > 0 ? 'own' : undefined;
}
