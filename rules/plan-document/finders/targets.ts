import { quarters, type Target } from '../../../domain/plan.ts';
import type { Finder } from '../document.ts';
import { elsewhere, type Found } from '../finding.ts';

const placeOf = ({ clause, name }: Target): Found['where'] => elsewhere(`${clause}: ${name}`);

/** Provinces and centrally-run cities until 30/6/2025, and from then. */
const provinces = (year: number): number => (year <= 2025 ? 63 : 34);

/** A share of something asked to be more than all of it. */
export const targetAboveHundred: Finder = ({ plan }) =>
  plan.targets.filter(({ measure, unit, threshold }) => measure === 'ratio' && unit === '%' && threshold > 100).map((target): Found => ({ where: placeOf(target), stated: target.threshold, computed: 100 }));

/** A rank among the provinces that there is not. */
export const rankOutsideField: Finder = ({ plan }) =>
  plan.targets.filter(({ measure, threshold, dueYear }) => measure === 'rank' && (threshold < 1 || threshold > provinces(dueYear))).map((target): Found => ({ where: placeOf(target), stated: target.threshold, computed: provinces(target.dueYear) }));

/** Cumulative milestones of a target that fall from one quarter to the next. */
export const milestoneFalls: Finder = ({ plan }) =>
  plan.targets.filter(({ comparator }) => comparator === 'at-least' || comparator === 'more-than').flatMap((target): Found[] => {
    const steps = quarters.flatMap((quarter) => (target.milestones?.[quarter] === undefined ? [] : [{ quarter, figure: target.milestones[quarter] }]));
    return steps.flatMap(({ quarter, figure }, index): Found[] => {
      const before = steps[index - 1];
      return before === undefined || figure >= before.figure ? [] : [{ where: placeOf(target), stated: figure, computed: before.figure, words: { quarter, before: before.quarter } }];
    });
  });
