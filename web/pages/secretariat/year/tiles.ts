import type { Stretch } from '../../../../api/use-cases/overview.ts';
import { openStates, planStates, reportStates } from '../../../../domain/stages.ts';
import { paths } from '../../../paths.ts';
import type { Translate } from '../../../view/translate.ts';

/** A figure that leads to the list it counts. */
export interface Tile {
  readonly figure: number;
  readonly text: string;
  readonly href: string;
  readonly isAttention: boolean;
}

/** How many units stand where: one tile per state that somebody is in, then those that want attention. */
export function tilesOf(stretch: Stretch, cycle: string, t: Translate): readonly Tile[] {
  const { kind, quarter, states } = stretch;
  const place = { kind, ...(quarter === null ? {} : { quarter }) };
  const order = kind === 'plan' ? planStates : reportStates;
  const byState = order.filter((state) => (states[state] ?? 0) > 0 || (openStates(kind)[0] === state && stretch.total > 0)).map((state): Tile => ({
    figure: states[state] ?? 0, text: t(`states.${state}`), href: paths.duties(cycle, { ...place, state }), isAttention: false,
  }));
  const byNeed = (['overdue', 'silent'] as const).filter((need) => stretch[need] > 0).map((need): Tile => ({
    figure: stretch[need], text: t(`secretariat.needs.${need}`), href: paths.duties(cycle, { ...place, need }), isAttention: true,
  }));
  return [...byState, ...byNeed];
}
