import type { Target } from '../../domain/plan.ts';
import type { TargetFigure } from '../../domain/submission.ts';
import type { FactContext } from './context.ts';
import { number, text } from './define.ts';
import { family } from './family.ts';
import { isGiven } from './figure-math.ts';
import type { PlacedFigure } from './figures.ts';

/** What a target counts over, when two targets count over the same: the same words about the same units, year and exclusions. */
function countedOver(target: Target): string | undefined {
  if (target.measure !== 'ratio' || !target.denominator) return undefined;
  const { denominator, exclusions, appliesTo, dueYear } = target;
  const over = counted.get(target) ?? JSON.stringify([denominator, exclusions, appliesTo, dueYear]);
  counted.set(target, over);
  return over;
}

/** Plans stay in memory: worked out once for each target. */
const counted = new WeakMap<Target, string>();

interface Sibling {
  readonly figure: TargetFigure;
  readonly target: Target;
}

/** For each thing counted over, the first figure of the report that gives it. */
function firstOver(context: FactContext): ReadonlyMap<string, Sibling> {
  const known = remembered.get(context);
  if (known) return known;
  const first = new Map<string, Sibling>();
  for (const figure of context.report?.targets ?? []) {
    const target = context.targets.get(figure.target)?.entry;
    const over = target && countedOver(target);
    if (target && over !== undefined && isGiven(figure.denominator) && !first.has(over)) first.set(over, { figure, target });
  }
  remembered.set(context, first);
  return first;
}

const remembered = new WeakMap<FactContext, ReadonlyMap<string, Sibling>>();

function sibling({ entry }: PlacedFigure, context: FactContext): Sibling | undefined {
  const target = context.targets.get(entry.target)?.entry;
  const over = target && countedOver(target);
  const first = over === undefined ? undefined : firstOver(context).get(over);
  return first?.figure.target === entry.target ? undefined : first;
}

/** A figure beside an earlier one of the same report that is counted over the same things. */
export const figureSiblingFacts = family<PlacedFigure>({
  scope: 'figures',
  stages: ['report'],
  facts: {
    'figure.siblingDenominator': number('mẫu số của chỉ tiêu cùng phạm vi', 'the denominator of a target over the same things', ['content/targets'], (figure, context) => sibling(figure, context)?.figure.denominator),
    'figure.siblingName': text('chỉ tiêu cùng phạm vi', 'the target over the same things', ['plan/targets'], (figure, context) => sibling(figure, context)?.target.name),
    'figure.over': text('phạm vi tính', 'what is counted over', ['plan/targets'], ({ entry }, { targets }) => targets.get(entry.target)?.entry.denominator),
  },
});
