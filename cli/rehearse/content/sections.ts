import type { Quarter } from '../../../domain/plan.ts';

/** The written parts of a unit's plan, by the keys of `domain/sections.ts`. */
export const planSections: Readonly<Record<string, string>> = {
  purpose: 'Cụ thể hóa các chỉ tiêu và nhiệm vụ mà kế hoạch chung giao cho đơn vị trong năm.',
  solutions: 'Rà soát quy trình, số hóa hồ sơ, tập huấn công chức, kiểm tra hằng quý.',
  organisation: 'Văn phòng đơn vị chủ trì theo dõi, tổng hợp, báo cáo theo kỳ.',
};

/** Quarters as people write them. */
export const quarterWords = { Q1: 'quý I', Q2: 'quý II', Q3: 'quý III', Q4: 'quý IV' } as const satisfies Readonly<Record<Quarter, string>>;

export function reportSections(quarter: Quarter): Readonly<Record<string, string>> {
  return { assessment: `Đến hết ${quarterWords[quarter]}, đơn vị đã triển khai các nhiệm vụ theo kế hoạch; số liệu kèm theo.` };
}
