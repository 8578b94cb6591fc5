import { applicableTargets, tasksOf, thresholdFor } from '../../../domain/applies.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { BudgetLine, PlanContent, TargetCommitment, UnitTask } from '../../../domain/submission.ts';
import type { Unit } from '../../../domain/unit.ts';
import { aPlan } from './plan.ts';
import { aUnit } from './unit.ts';

/** A task in order: who, what, from when, until when, with what result. */
export function aTask(over: Partial<UnitTask> = {}): UnitTask {
  return { id: 'r-01', words: 'Số hóa hồ sơ lưu trữ', lead: 'so-a', coordinating: ['so-b'], output: 'Kho hồ sơ số', start: '2022-02-01', due: '2022-12-20', origin: 'own', ...over };
}

/** 120 million of recurrent money for the task `r-01`. */
export function aBudgetLine(over: Partial<BudgetLine> = {}): BudgetLine {
  return { id: 'kp-01', name: 'Thuê dịch vụ số hóa', task: 'r-01', aspect: 'recurrent', amounts: { 'local-recurrent': 120_000_000 }, total: 120_000_000, ...over };
}

class UnitPlanBuilder {
  readonly #content: PlanContent;

  constructor(content: PlanContent) {
    this.#content = content;
  }

  having(over: Partial<PlanContent>): UnitPlanBuilder {
    return new UnitPlanBuilder({ ...this.#content, ...over });
  }

  /** Without a field that may be left out. */
  without(field: 'symbol' | 'budgetTotalInWords'): UnitPlanBuilder {
    const { [field]: _, ...rest } = this.#content;
    return new UnitPlanBuilder(rest);
  }

  /** Replaces the commitment for its target; adds it where there is none. */
  committing(commitment: TargetCommitment): UnitPlanBuilder {
    const others = this.#content.targets.filter(({ target }) => target !== commitment.target);
    return this.having({ targets: [commitment, ...others] });
  }

  withoutCommitment(target: string): UnitPlanBuilder {
    return this.having({ targets: this.#content.targets.filter((each) => each.target !== target) });
  }

  /** Exactly these tasks, and no budget line for others. */
  withTasks(...tasks: readonly UnitTask[]): UnitPlanBuilder {
    const ids = new Set(tasks.map(({ id }) => id));
    return this.having({ tasks }).withBudget(...this.#content.budget.filter(({ task }) => task === undefined || ids.has(task)));
  }

  /** Exactly these lines, with the total that they add up to and no words. */
  withBudget(...budget: readonly BudgetLine[]): UnitPlanBuilder {
    const total = budget.reduce((sum, line) => sum + (line.total ?? 0), 0);
    return this.without('budgetTotalInWords').having({ budget, budgetTotal: budget.length > 0 ? total : null });
  }

  build(): PlanContent {
    return this.#content;
  }
}

/** A unit's plan in order: it commits to every threshold, takes on every task given to it, and its budget adds up. */
export function aUnitPlan({ plan = aPlan().build(), unit = aUnit() }: { plan?: Plan; unit?: Unit } = {}): UnitPlanBuilder {
  const given = tasksOf(plan, unit).map((task) => aTask({ id: task.id, words: task.words, lead: unit.code, origin: 'plan' }));
  return new UnitPlanBuilder({
    kind: 'plan', unit: unit.code, plan: plan.id, year: plan.year, symbol: '12/KH-STTTT',
    focalPoint: { name: 'Nguyễn Văn A', email: 'a@gialai.gov.vn', phone: '0269 000 000' },
    sections: { purpose: 'Thực hiện kế hoạch của tỉnh.', solutions: 'Số hóa, tập huấn.', organisation: 'Văn phòng chủ trì.' },
    targets: applicableTargets(plan, unit).map((target) => ({ target: target.id, value: thresholdFor(target, unit.code) })),
    tasks: [...given, aTask({ lead: unit.code })],
    budget: [aBudgetLine()],
    budgetTotal: 120_000_000,
    budgetTotalInWords: 'Một trăm hai mươi triệu đồng',
  });
}
