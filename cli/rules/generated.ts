import type { SubmissionKind } from '../../domain/submission.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Severity } from '../../domain/verdict.ts';
import { targetRules } from '../../rules/targets/words.ts';

/** A rule that is made from each target of a plan instead of being a file. */
export interface GeneratedRule {
  readonly id: string;
  readonly version: string;
  readonly stage: readonly [SubmissionKind];
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly formula: Bilingual;
}

export const generatedRules: readonly GeneratedRule[] = [
  {
    id: targetRules.plan.rule, version: targetRules.plan.version, stage: ['plan'], severity: 'blocking',
    title: { vi: 'Cam kết đáp ứng ngưỡng của chỉ tiêu', en: 'The commitment reaches the threshold of the target' },
    formula: { vi: 'mức cam kết so với ngưỡng của chỉ tiêu cho đơn vị', en: 'the committed value against the threshold of the target for the unit' },
  },
  {
    id: targetRules.report.rule, version: targetRules.report.version, stage: ['report'], severity: 'warning',
    title: { vi: 'Số liệu đạt mốc của quý và ngưỡng của năm', en: 'The figure reaches the milestone of the quarter and the threshold of the year' },
    formula: { vi: 'tử số × 100 so với ngưỡng × mẫu số, hoặc số liệu so với ngưỡng; trước hạn thì so với mốc của quý', en: 'numerator × 100 against threshold × denominator, or the value against the threshold; until it is due, against the milestone of the quarter' },
  },
];
