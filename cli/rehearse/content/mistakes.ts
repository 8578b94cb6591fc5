import type { PlanContent, ReportContent, TargetCommitment, TargetFigure } from '../../../domain/submission.ts';
import { pick, type Random } from '../random.ts';

type Slip<Content> = (truth: Content) => Content;
type Slips<Content> = readonly [Slip<Content>, ...Slip<Content>[]];

/** Slips that a check must refuse. Each touches one place; the others stay true. */
export const planSlips: Slips<PlanContent> = [
  (truth) => ({ ...truth, budgetTotal: (truth.budgetTotal ?? 0) + 9_000_000 }),
  (truth) => ({ ...truth, budget: onLast(truth.budget, (line) => ({ ...line, total: (line.total ?? 0) * 10 })) }),
  (truth) => ({ ...truth, targets: onFirstCommitted(truth, (each) => ({ ...each, value: null })) }),
  (truth) => ({ ...truth, targets: onFirstCommitted(truth, (each) => ({ ...each, value: (each.value ?? 0) / 2 })) }),
  (truth) => ({ ...truth, tasks: onLast(truth.tasks, (task) => ({ ...task, due: null })) }),
  (truth) => ({ ...truth, tasks: onLast(truth.tasks, (task) => ({ ...task, due: `${truth.year}-01-02` })) }),
  (truth) => ({ ...truth, tasks: onLast(truth.tasks, (task) => ({ ...task, lead: 'so-khong-co' })) }),
];

export const reportSlips: Slips<ReportContent> = [
  onFirstRatio((figure) => ({ ...figure, numerator: (figure.denominator ?? 0) + 12 })),
  onFirstRatio((figure) => ({ ...figure, numerator: -(figure.numerator ?? 0) - 1 })),
  (truth) => ({ ...truth, figuresTo: `${truth.year + 1}-01-31` }),
];

function onLast<Item>(items: readonly Item[], slip: (item: Item) => Item): readonly Item[] {
  return items.map((item, index) => (index === items.length - 1 ? slip(item) : item));
}

function onFirstCommitted({ targets }: PlanContent, slip: (commitment: TargetCommitment) => TargetCommitment): readonly TargetCommitment[] {
  const at = targets.findIndex((each) => (each.value ?? 0) > 0);
  return targets.map((each, index) => (index === at ? slip(each) : each));
}

function onFirstRatio(slip: (figure: TargetFigure) => TargetFigure): Slip<ReportContent> {
  return (truth) => {
    const at = truth.targets.findIndex((figure) => typeof figure.numerator === 'number');
    return { ...truth, targets: truth.targets.map((figure, index) => (index === at ? slip(figure) : figure)) };
  };
}

export const sloppyPlan = (truth: PlanContent, random: Random): PlanContent => pick(random, planSlips)(truth);
export const sloppyReport = (truth: ReportContent, random: Random): ReportContent => pick(random, reportSlips)(truth);

/** Sound, but with something a person should look at: nobody to call. */
export function timidPlan(truth: PlanContent): PlanContent {
  return { ...truth, focalPoint: null };
}

/** Sound, but without the evidence of what is reported as done. */
export function bareReport(truth: ReportContent): ReportContent {
  return { ...truth, targets: truth.targets.map(({ evidence: _, ...figure }) => figure), tasks: truth.tasks.map(({ evidence: _, ...task }) => task) };
}
