import { attentionOf, type Attention } from '../../domain/compliance/attention.ts';
import type { ComplianceReport } from '../../domain/compliance/report.ts';
import type { Cycle } from '../../domain/cycle.ts';
import { quarters } from '../../domain/plan.ts';
import { presentedIn } from './compliance.ts';
import type { Desk } from './desk.ts';

/** Who is behind in this report, on what and since when, by the reports that the quarters before were presented with. */
export async function readAttention(desk: Desk, cycle: Cycle, now: ComplianceReport, most: number): Promise<Attention> {
  const earlier = quarters.slice(0, quarters.indexOf(now.quarter)).toReversed();
  const before = await Promise.all(earlier.map((quarter) => presentedIn(desk, cycle, quarter)));
  return attentionOf(now, before.filter((each) => each !== undefined), most);
}
