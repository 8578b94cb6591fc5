import type { TargetCommitment } from '../../domain/submission.ts';
import { thresholdFor } from '../../domain/applies.ts';
import { isValueMet } from '../../domain/ratio.ts';
import { saysSomething } from '../../domain/text.ts';
import type { FactContext, Placed } from './context.ts';
import { number, percent, text, yesNo } from './define.ts';
import { isGiven } from './figure-math.ts';
import { family, type ScopeItems } from './family.ts';
import { isRepeated, placed } from './lists.ts';

type Commitment = Placed<TargetCommitment>;

/** The commitments of a unit's plan. */
export const commitments: ScopeItems<Commitment> = {
  scope: 'commitments',
  items: ({ plan }) => placed(plan?.targets),
  origins: ({ index }) => ({ item: `/targets/${index}` }),
  target: ({ entry }) => entry.target,
};

/** The threshold that binds the unit; none for a target that does not. */
function ownThreshold({ entry }: Commitment, { targets, boundIds, input }: FactContext): number | undefined {
  const target = targets.get(entry.target)?.entry;
  return target && boundIds.has(target.id) ? thresholdFor(target, input.unit.code) : undefined;
}

/** Where the value misses the unit's own threshold: that of the same target for other levels or units which it would pass. */
function laxerMet(item: Commitment, context: FactContext): number | undefined {
  const { entry: { target: id, value } } = item;
  const [target, own] = [context.targets.get(id)?.entry, ownThreshold(item, context)];
  if (!target || own === undefined || !isGiven(value) || isValueMet(value, target.comparator, own)) return undefined;
  const others = context.input.plan.targets.filter((other) => other.id !== id && other.code === target.code && other.dueYear === target.dueYear && other.comparator === target.comparator);
  return others.map(({ threshold }) => threshold).find((threshold) => isValueMet(value, target.comparator, threshold));
}

export const commitmentFacts = family<Commitment>({
  scope: 'commitments',
  stages: ['plan'],
  facts: {
    'commitment.target': text('mã chỉ tiêu', 'the id of the target', ['item/target'], ({ entry }) => entry.target),
    'commitment.name': text('tên chỉ tiêu', 'the name of the target', ['plan/targets'], ({ entry }, { targets }) => targets.get(entry.target)?.entry.name ?? entry.target),
    'commitment.measure': text('cách đo của chỉ tiêu', 'the measure of the target', ['plan/targets'], ({ entry }, { targets }) => targets.get(entry.target)?.entry.measure),
    'commitment.isInPlan': yesNo('chỉ tiêu có trong kế hoạch của tỉnh', 'whether the plan has the target', ['item/target', 'plan/targets'], ({ entry }, { targets }) => targets.has(entry.target)),
    'commitment.bindsUnit': yesNo('chỉ tiêu được giao cho đơn vị', 'whether the target binds the unit', ['item/target', 'plan/targets'],
      ({ entry }, { targets, boundIds }) => (targets.has(entry.target) ? boundIds.has(entry.target) : null)),
    'commitment.isRepeated': yesNo('chỉ tiêu bị ghi lặp', 'whether the target is entered twice', ['item/target'], ({ entry, index }, { plan }) => isRepeated(plan?.targets, index, entry.target, ({ target }) => target)),
    'commitment.threshold': number('ngưỡng của đơn vị', 'the threshold of the unit', ['plan/targets'], (item, context) => ownThreshold(item, context)),
    'commitment.laxerThreshold': number('ngưỡng của cấp khác', 'the threshold of another level', ['plan/targets'], laxerMet),
    'commitment.passesOnlyLaxer': yesNo('chỉ đạt ngưỡng của cấp khác', 'whether it passes another level’s threshold only', ['item/value', 'plan/targets'], (item, context) =>
      (isGiven(item.entry.value) && ownThreshold(item, context) !== undefined ? laxerMet(item, context) !== undefined : null)),
    'commitment.value': number('mức cam kết', 'the committed value', ['item/value'], ({ entry }) => entry.value),
    'commitment.percent': percent('tỷ lệ cam kết', 'the committed percentage', ['item/value'], ({ entry }, { targets }) => (targets.get(entry.target)?.entry.unit === '%' ? entry.value : null)),
    'commitment.saysNotApplicable': yesNo('đơn vị ghi không áp dụng', 'whether the unit says that it does not apply', ['item/notApplicable'], ({ entry }) => entry.notApplicable !== undefined),
    'commitment.reason': text('lý do không áp dụng', 'the reason why it does not apply', ['item/notApplicable'], ({ entry }) => (saysSomething(entry.notApplicable ?? '') ? entry.notApplicable : undefined)),
  },
});
