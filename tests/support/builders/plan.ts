import type { Plan, PlanTask, Target } from '../../../domain/plan.ts';

/** At least 97 % of documents, of every department and district. */
export function aTarget(over: Partial<Target> = {}): Target {
  return {
    id: 'ct-01', code: 'e-documents', clause: 'Phần II, mục I.2', quote: '97% văn bản trao đổi dưới dạng điện tử',
    name: 'Văn bản trao đổi dưới dạng điện tử', nameEn: 'Documents exchanged electronically',
    measure: 'ratio', numerator: 'số văn bản điện tử', denominator: 'tổng số văn bản', comparator: 'at-least', threshold: 97, unit: '%',
    appliesTo: { levels: ['department', 'district'] }, reportedBy: 'each', dueYear: 2022, ...over,
  };
}

/** One target of each measure. */
export const everyMeasure: readonly Target[] = [
  aTarget(),
  aTarget({ id: 'ct-02', code: 'staff-trained', name: 'Cán bộ được tập huấn', nameEn: 'Staff trained', measure: 'count', comparator: 'at-least', threshold: 40, unit: 'người' }),
  aTarget({ id: 'ct-03', code: 'backup', name: 'Dữ liệu được sao lưu', nameEn: 'Data backed up', measure: 'yes-no', comparator: 'equal', threshold: 1, unit: 'có/không' }),
  aTarget({ id: 'ct-04', code: 'rank', name: 'Xếp hạng', nameEn: 'Rank', measure: 'rank', comparator: 'at-most', threshold: 30, unit: 'thứ hạng' }),
  aTarget({ id: 'ct-05', code: 'outages', name: 'Sự cố gián đoạn', nameEn: 'Outages', measure: 'count', comparator: 'at-most', threshold: 4, unit: 'sự cố' }),
];

export function aPlanTask(over: Partial<PlanTask> = {}): PlanTask {
  return { id: 'nv-01', clause: 'Phần II, mục II.1', words: 'Nâng cấp trung tâm dữ liệu', lead: ['so-a'], time: 'Năm 2022', ...over };
}

class PlanBuilder {
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  having(over: Partial<Plan>): PlanBuilder {
    return new PlanBuilder({ ...this.#plan, ...over });
  }

  /** These targets and no other; ids must differ. */
  withTargets(...targets: readonly Target[]): PlanBuilder {
    if (new Set(targets.map(({ id }) => id)).size !== targets.length) throw new Error('A plan’s targets have different ids');
    return this.having({ targets });
  }

  /** `count` ratio targets of 97 %, `ct-001` and on. */
  withManyTargets(count: number): PlanBuilder {
    return this.withTargets(...Array.from({ length: count }, (_, index) => aTarget({ id: `ct-${String(index + 1).padStart(3, '0')}`, code: `ratio-${index + 1}`, denominator: `tổng số văn bản loại ${index + 1}` })));
  }

  withTasks(...tasks: readonly PlanTask[]): PlanBuilder {
    return this.having({ tasks });
  }

  build(): Plan {
    if (this.#plan.targets.length === 0) throw new Error('A plan has targets');
    return this.#plan;
  }
}

/** A province's plan of 2022 with one target of each measure and no tasks. */
export function aPlan(): PlanBuilder {
  const period = (quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4', from: string, to: string, due: string): Plan['calendar']['periods'][number] => ({ quarter, from, to, due });
  return new PlanBuilder({
    id: 'tinh-2022', title: 'Kế hoạch 2022', titleEn: 'Plan 2022', year: 2022, issuer: 'ubnd-tinh', issuerName: 'UBND tỉnh', symbol: '900/QĐ-UBND', level: 'province',
    roles: { secretariat: 'so-b', committee: 'ubnd-tinh', approver: 'ubnd-tinh', leadAppraiser: 'so-b', appraisers: { technical: 'so-b', investment: 'so-b', recurrent: 'so-b', security: 'so-b' } },
    units: ['so-a', 'so-b', 'huyen-c'], targets: everyMeasure, tasks: [], results: [], tables: [], legalGrounds: [], responsibilities: [],
    calendar: {
      guidance: '2021-10-01', draftsDue: '2021-10-29', appraisalDue: '2021-11-30', approvalDue: '2021-12-10',
      periods: [period('Q1', '2021-12-15', '2022-03-14', '2022-03-20'), period('Q2', '2022-03-15', '2022-06-14', '2022-06-20'), period('Q3', '2022-06-15', '2022-09-14', '2022-09-20'), period('Q4', '2022-09-15', '2022-12-14', '2022-12-20')],
      closing: '2022-12-31',
    },
  });
}
