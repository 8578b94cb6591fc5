import type { Target } from '../../domain/plan.ts';
import type { Fault } from '../issues.ts';
import { fault } from './faults.ts';

/** A ratio says what is divided by what, in per cent; a yes-no target expects exactly "yes" (1). */
export function checkTarget(target: Target, index: number): Fault[] {
  if (target.measure === 'ratio') return checkRatio(target, index);
  if (target.measure === 'yes-no' && (target.threshold !== 1 || target.comparator !== 'equal')) {
    return [fault(['targets', index, 'threshold'], 'yes-no-threshold', target.threshold, { vi: 'chỉ tiêu có/không phải là “bằng 1”', en: 'a yes-no target is "equal 1"' }, 'comparator: equal, threshold: 1')];
  }
  return [];
}

function checkRatio({ numerator, denominator, unit, threshold }: Target, index: number): Fault[] {
  const faults: Fault[] = [];
  for (const [field, words] of [['numerator', numerator], ['denominator', denominator]] as const) {
    if (words !== undefined) continue;
    faults.push(fault(['targets', index, field], 'missing-field', undefined, { vi: 'tỷ lệ phải nói rõ tử số và mẫu số', en: 'a ratio must say what is divided by what' }, { vi: 'văn bản', en: 'text' }));
  }
  if (unit !== '%') {
    faults.push(fault(['targets', index, 'unit'], 'ratio-unit', unit, { vi: 'tỷ lệ tính bằng %', en: 'a ratio is in per cent' }, '%'));
  }
  if (threshold < 0 || threshold > 100) {
    faults.push(fault(['targets', index, 'threshold'], 'ratio-threshold', threshold, { vi: 'ngưỡng của tỷ lệ nằm ngoài 0–100', en: 'a ratio threshold lies outside 0–100' }, '0–100'));
  }
  return faults;
}
