import { applicableTargets } from '../../../domain/applies.ts';
import { periodId } from '../../../domain/ids.ts';
import type { Plan, Quarter, Target } from '../../../domain/plan.ts';
import type { PlanContent, ReportContent, TargetFigure, TaskProgress } from '../../../domain/submission.ts';
import type { Unit } from '../../../domain/unit.ts';
import { aPlan } from './plan.ts';
import { aUnit } from './unit.ts';

/** A figure that meets its target, and that no one would call round. */
export function aFigure(target: Target): TargetFigure {
  switch (target.measure) {
    case 'ratio':
      return { target: target.id, numerator: 993, denominator: 1007 };
    case 'yes-no':
      return { target: target.id, answer: true, evidence: ['12/QĐ-SA'] };
    default:
      return { target: target.id, value: target.threshold };
  }
}

/** A task under way, half done. */
export function aProgress(task: string, over: Partial<TaskProgress> = {}): TaskProgress {
  return { task, status: 'in-progress', percent: 50, ...over };
}

class ReportBuilder {
  readonly #content: ReportContent;

  constructor(content: ReportContent) {
    this.#content = content;
  }

  having(over: Partial<ReportContent>): ReportBuilder {
    return new ReportBuilder({ ...this.#content, ...over });
  }

  /** Replaces the figure of its target; adds it where there is none. */
  reporting(figure: TargetFigure): ReportBuilder {
    return this.having({ targets: [figure, ...this.#content.targets.filter(({ target }) => target !== figure.target)] });
  }

  withoutFigure(target: string): ReportBuilder {
    return this.having({ targets: this.#content.targets.filter((each) => each.target !== target) });
  }

  withProgress(...tasks: readonly TaskProgress[]): ReportBuilder {
    return this.having({ tasks });
  }

  build(): ReportContent {
    return this.#content;
  }
}

export interface ReportOf {
  readonly plan?: Plan;
  readonly unit?: Unit;
  readonly quarter?: Quarter;
  /** With it, the report tells of each of its tasks and lines. */
  readonly approved?: PlanContent;
}

/** A report in order: every figure meets its target, every approved task is under way, figures up to the cut-off. */
export function aReport({ plan = aPlan().build(), unit = aUnit(), quarter = 'Q1', approved }: ReportOf = {}): ReportBuilder {
  const period = plan.calendar.periods.find((each) => each.quarter === quarter);
  if (!period) throw new Error(`The plan has no ${quarter}`);
  return new ReportBuilder({
    kind: 'report', unit: unit.code, plan: plan.id, year: plan.year, symbol: '45/BC-STTTT',
    focalPoint: { name: 'Nguyễn Văn A', email: 'a@gialai.gov.vn' }, sections: { assessment: 'Đúng tiến độ.' },
    period: periodId(plan.year, quarter), figuresTo: period.to,
    targets: applicableTargets(plan, unit).map(aFigure),
    tasks: (approved?.tasks ?? []).map(({ id }) => aProgress(id)),
    spending: (approved?.budget ?? []).map(({ id }) => ({ line: id, spent: 30_000_000 })),
  });
}
