import { thresholdFor } from '../../../domain/applies.ts';
import type { Comparator, Plan, Target } from '../../../domain/plan.ts';
import type { BudgetLine, PlanContent, TargetCommitment, UnitTask } from '../../../domain/submission.ts';
import type { Character } from '../cast.ts';
import { between, pick, randomFor } from '../random.ts';
import { amountInWords } from './amount-in-words.ts';
import { foreignReason, isForeign } from './figures.ts';
import { planSections } from './sections.ts';

export interface PlanAuthor {
  readonly plan: Plan;
  readonly character: Pick<Character, 'unit' | 'ability'>;
  readonly seed: number;
  /** 1 for the first submission; a later one mends what was returned. */
  readonly round: number;
}

const ownTasks = [
  'Số hóa hồ sơ lưu trữ của đơn vị',
  'Tập huấn sử dụng hệ thống Một cửa điện tử cho công chức',
  'Rà soát, phê duyệt cấp độ an toàn hệ thống thông tin',
  'Nâng cấp trang thông tin điện tử của đơn vị',
] as const;

/** The plan that the unit means to submit: the form, completed. The form may be an earlier version of it. */
export function fillPlan(form: PlanContent, { plan, character, seed, round }: PlanAuthor): PlanContent {
  const random = randomFor(seed, 'plan', character.unit);
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  const given = form.tasks.filter((task) => task.origin !== 'own').map((task) => dated(task, plan.year));
  const tasks = [...given, ...ownWork(character.unit, plan.year, pick(random, ownTasks), round)];
  const budget = budgetOf(tasks, random);
  const budgetTotal = budget.reduce((sum, line) => sum + (line.total ?? 0), 0);
  return {
    ...form,
    symbol: `${between(random, 10, 190)}/KH-${character.unit.replaceAll('-', '').toUpperCase()}`,
    sections: planSections,
    focalPoint: { name: 'Nguyễn Văn Mẫu', email: `${character.unit}@example.vn`, phone: '0269 000 0000' },
    targets: form.targets.map((commitment) => committed(commitment, targets.get(commitment.target), character, seed)),
    tasks,
    budget,
    budgetTotal,
    budgetTotalInWords: amountInWords(budgetTotal),
  };
}

/** What must be added to a threshold at the least for it to be met. */
const leastBeyond = { 'at-least': 0, 'at-most': 0, equal: 0, 'more-than': 1, 'less-than': -1 } as const satisfies Readonly<Record<Comparator, number>>;

/** What just meets the threshold, or better where there is room and the unit is able. */
function committed(commitment: TargetCommitment, target: Target | undefined, { unit, ability }: PlanAuthor['character'], seed: number): TargetCommitment {
  if (!target) return commitment;
  if (isForeign(target, unit, seed)) return { target: target.id, value: null, notApplicable: foreignReason };
  const threshold = thresholdFor(target, unit);
  const least = threshold + leastBeyond[target.comparator];
  const isOpenRatio = target.measure === 'ratio' && (target.comparator === 'at-least' || target.comparator === 'more-than');
  const room = isOpenRatio ? Math.max(0, 100 - least) : 0;
  const more = ability > 0.7 ? Math.floor(room * 0.3 * randomFor(seed, 'commit', unit, target.id)()) : 0;
  return { ...commitment, value: least + more };
}

function dated(task: UnitTask, year: number): UnitTask {
  return { ...task, output: task.output ?? 'Báo cáo kết quả thực hiện', start: task.start ?? `${year}-01-15`, due: task.due !== null && task.due.startsWith(String(year)) ? task.due : `${year}-11-30` };
}

/** The unit's own task; after a return, one more that answers the reasons. */
function ownWork(unit: string, year: number, words: string, round: number): readonly UnitTask[] {
  const own: UnitTask = { id: `${unit}-01`, words, lead: unit, output: 'Báo cáo kết quả', start: `${year}-02-14`, due: `${year}-10-31`, origin: 'own' };
  const added: UnitTask = { id: `${unit}-02`, words: 'Kiểm tra, đôn đốc việc thực hiện các chỉ tiêu', lead: unit, output: 'Biên bản kiểm tra', start: `${year}-03-01`, due: `${year}-09-30`, origin: 'own' };
  return round > 1 ? [own, added] : [own];
}

const million = 1_000_000;

/** Money for the unit's first tasks, at most three lines. */
function budgetOf(tasks: readonly UnitTask[], random: () => number): readonly BudgetLine[] {
  return tasks.slice(-3).map((task, index): BudgetLine => {
    const isInvestment = index === 1;
    const local = between(random, 40, 900) * million;
    const central = isInvestment ? between(random, 0, 5) * 100 * million : 0;
    const source = isInvestment ? 'local-investment' : 'local-recurrent';
    return { id: `kp-${index + 1}`, name: `Kinh phí: ${task.words}`, task: task.id, aspect: isInvestment ? 'investment' : 'recurrent', amounts: { [source]: local, ...(central > 0 ? { central } : {}) }, total: local + central };
  });
}
