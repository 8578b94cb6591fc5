import type { CheckInput } from '../../domain/check.ts';
import { figureMarks } from '../../domain/figure-marks.ts';
import { periodId } from '../../domain/ids.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import type { SubmissionContent } from '../../domain/submission.ts';
import type { CheckPlace } from './check-input.ts';

/** What a report's check looks at beside the unit's own submissions: quarters never submitted, and the report of the quarter that is most like it. */
export async function besideReport(read: Repositories, { cycle, unit, quarter }: CheckPlace, content: SubmissionContent): Promise<Pick<CheckInput['history'], 'unreported' | 'neighbour'>> {
  if (quarter === null || content.kind !== 'report') return {};
  const marks = figureMarks(content);
  const [reports, alike] = await Promise.all([read.duties.all({ cycle: cycle.id, unit, kind: 'report' }), read.figureMarks.mostAlike(cycle.id, quarter, unit, marks)]);
  const unreported = reports.flatMap((duty) => (duty.quarter !== null && duty.quarter < quarter && duty.submission === null ? [periodId(cycle.year, duty.quarter)] : []));
  return { unreported: unreported.sort(), ...(alike ? { neighbour: { ...alike, compared: marks.length } } : {}) };
}
