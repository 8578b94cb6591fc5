import type { Duty } from '../../../domain/duty.ts';
import { quarters, type Quarter } from '../../../domain/plan.ts';
import type { ReportContent } from '../../../domain/submission.ts';
import type { ApiClient } from '../api/client.ts';
import type { Character } from '../cast.ts';
import { figureOf } from '../content/figures.ts';
import { readSubmission } from './examine.ts';
import type { Stage } from './stage.ts';

/** One more in the first numerator that still fits below next quarter's: a case counted late. Undefined when there is none. */
export function correctionOf(content: ReportContent, stage: Pick<Stage, 'plan' | 'seed'>, character: Character, quarter: Quarter): ReportContent | undefined {
  const next = quarters[quarters.indexOf(quarter) + 1] ?? quarter;
  const at = content.targets.findIndex((figure) => {
    const target = stage.plan.targets.find((each) => each.id === figure.target);
    if (!target || typeof figure.numerator !== 'number') return false;
    return figure.numerator < (figureOf(target, character, next, stage.seed).numerator ?? 0);
  });
  if (at < 0) return undefined;
  return { ...content, targets: content.targets.map((figure, index) => (index === at ? { ...figure, numerator: (figure.numerator ?? 0) + 1 } : figure)) };
}

export async function correctReport(stage: Stage, client: ApiClient, { base, duty, character, key }: { base: string; duty: Duty; character: Character; key: string }): Promise<void> {
  const { content } = await readSubmission(client, base, duty);
  const corrected = content.kind === 'report' && duty.quarter !== null ? correctionOf(content, stage, character, duty.quarter) : undefined;
  if (corrected) await client.post(`${base}/correction`, { reason: 'Bổ sung một trường hợp thống kê sót.', content: corrected }, key);
}
