import { loadedPlan } from '../../../api/use-cases/plan-library.ts';
import { quarters } from '../../../domain/plan.ts';
import { page, type Download, type Visit } from '../../http/page.ts';
import { csvFile } from '../../view/csv.ts';
import { byPlan } from './plan.ts';
import { boundBy, nameOf } from './words.ts';

const columns = ['code', 'name', 'comparator', 'threshold', 'unit', 'dueYear', 'Q1', 'Q2', 'Q3', 'Q4', 'numerator', 'denominator', 'appliesTo', 'reportedBy', 'clause', 'quote'] as const;

/** Targets with heads that the editor's import understands. */
async function show({ desk, params, t }: Visit<{ id: string }>): Promise<Download> {
  const [{ plan }, register] = await Promise.all([loadedPlan(desk, params.id), desk.registers.units()]);
  return csvFile(`${plan.id}-${t('plans.targetsFile')}`, [
    columns.map((column) => t(`plans.columns.${column}`)),
    ...plan.targets.map((target) => [
      target.code, target.name, t(`comparators.${target.comparator}`), target.threshold, target.unit, target.dueYear, ...quarters.map((quarter) => target.milestones?.[quarter]), target.numerator, target.denominator,
      boundBy(target, register, t), target.reportedBy === 'each' ? t('plans.each') : nameOf(register, target.reportedBy), target.clause, target.quote,
    ]),
  ]);
}

export const planTargetsCsv = page({ name: 'planTargetsCsv', path: '/plans/:id/targets.csv', action: 'plandoc.read', params: byPlan, show });
