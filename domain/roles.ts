export const roles = ['secretariat', 'agency', 'appraiser', 'approver', 'committee', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A person acting for a unit, or the year itself acting through a workflow. */
export type Actor =
  | { readonly kind: 'account'; readonly id: string; readonly name: string; readonly roles: readonly Role[]; readonly unit: string }
  | { readonly kind: 'workflow'; readonly id: string };

/** The name that audit rows carry: an account id or a workflow id, never a person's name. */
export function actorId(actor: Actor): string {
  return actor.kind === 'account' ? `account:${actor.id}` : `workflow:${actor.id}`;
}
