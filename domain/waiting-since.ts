import type { Instant } from './date.ts';
import type { Repositories } from './ports/record.ts';
import type { Act } from './stages.ts';

/** Acts after which somebody else is waited for, or until another day. */
const beginnings: Readonly<Record<'duty' | 'directive', readonly string[]>> = {
  duty: ['open', 'submit', 'withdraw', 'startAppraisal', 'requestConclusion', 'concludeFit', 'concludeReturn', 'returnPlan', 'returnReport', 'extend', 'reopen'] satisfies readonly (Act | 'open')[],
  directive: ['decideDirective', 'reviseDirective'],
};

/** When the present wait for a duty or directive began, by the audit chain; without such an act when it was opened or decided. Rungs of a ladder from before that are nobody's. */
export async function waitingSince({ audit }: Pick<Repositories, 'audit'>, subject: { readonly id: string } & ({ readonly openedAt: Instant } | { readonly decidedAt: Instant })): Promise<Instant> {
  const [kind, begun] = 'openedAt' in subject ? ['duty' as const, subject.openedAt] : ['directive' as const, subject.decidedAt];
  return (await audit.lastOf(subject.id, beginnings[kind])) ?? begun;
}
