import type { Bilingual } from '../text.ts';
import type { Standing } from '../verdict.ts';
import type { StandingCounts } from './report.ts';

/** Points of one target by its standing; null does not count. Published with every ranking. */
export const pointsOf = {
  met: 100,
  'on-track': 80,
  behind: 40,
  missed: 0,
  'no-data': 0,
  'not-applicable': null,
  waived: null,
} as const satisfies Readonly<Record<Standing, number | null>>;

/** Taken off the score of a report that came late. */
export const lateDeduction = 5;

export const formulaText: Bilingual = {
  vi: `Điểm của đơn vị = trung bình cộng điểm các chỉ tiêu áp dụng cho đơn vị (đạt ${pointsOf.met}, đúng tiến độ ${pointsOf['on-track']}, chậm ${pointsOf.behind}, không đạt hoặc thiếu số liệu 0), trừ ${lateDeduction} điểm nếu nộp báo cáo chậm, không thấp hơn 0, làm tròn hai chữ số. Chỉ tiêu không áp dụng hoặc được miễn không tính. Cùng điểm thì cùng hạng.`,
  en: `A unit's score is the mean of the points of the targets that bind it (met ${pointsOf.met}, on track ${pointsOf['on-track']}, behind ${pointsOf.behind}, missed or no data 0), less ${lateDeduction} when the report came late, never below 0, rounded to two decimals. Targets not applicable or waived do not count. Equal scores share a rank.`,
};

export interface Score {
  readonly scored: number;
  readonly points: number;
  /** 0 to 100, two decimals; null when no target counts. */
  readonly score: number | null;
}

export function scoreOf(counts: StandingCounts, isLate: boolean): Score {
  let scored = 0;
  let points = 0;
  for (const [standing, each] of Object.entries(pointsOf) as [Standing, number | null][]) {
    if (each === null) continue;
    scored += counts[standing];
    points += each * counts[standing];
  }
  if (scored === 0) return { scored, points, score: null };
  const hundredths = Math.floor((points * 200 + scored) / (scored * 2));
  return { scored, points, score: Math.max(0, hundredths - (isLate ? lateDeduction * 100 : 0)) / 100 };
}
