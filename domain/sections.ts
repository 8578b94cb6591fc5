import type { SubmissionKind } from './submission.ts';
import type { Bilingual } from './text.ts';

export interface RequiredSection extends Bilingual {
  readonly key: string;
}

/**
 * The written parts that a unit's document has, by kind, beside its tables: keys of `sections` and their headings.
 * A province's plan names what its units' plans must hold (purpose, solutions, who does what); a report assesses.
 */
export const requiredSections = {
  plan: [
    { key: 'purpose', vi: 'Mục đích, yêu cầu', en: 'Purpose' },
    { key: 'solutions', vi: 'Giải pháp thực hiện', en: 'Measures' },
    { key: 'organisation', vi: 'Tổ chức thực hiện', en: 'Organisation' },
  ],
  report: [{ key: 'assessment', vi: 'Đánh giá chung', en: 'Assessment' }],
} as const satisfies Readonly<Record<SubmissionKind, readonly RequiredSection[]>>;
