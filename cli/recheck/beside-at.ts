import type { CheckPlace } from '../../api/use-cases/check-input.ts';
import type { CheckInput } from '../../domain/check.ts';
import type { Instant } from '../../domain/date.ts';
import { figureMarks } from '../../domain/figure-marks.ts';
import { periodId, reportDutyId } from '../../domain/ids.ts';
import { quarters, type Quarter } from '../../domain/plan.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import type { SubmissionContent } from '../../domain/submission.ts';

type Beside = Pick<CheckInput['history'], 'unreported' | 'neighbour'>;

interface Marked {
  readonly unit: string;
  readonly at: Instant;
  readonly marks: ReadonlySet<string>;
}

/** What a report's check looks at beside the unit's own submissions (`besideReport`), as it stood at the instant of the submission. Marks of a quarter are worked out once. */
export function besideAt(read: Repositories): (place: CheckPlace, content: SubmissionContent) => Promise<Beside> {
  const known = new Map<string, Promise<readonly Marked[]>>();
  return async (place, content) => {
    const { cycle, quarter, unit, at } = place;
    if (quarter === null || content.kind !== 'report') return {};
    const key = `${cycle.id} ${quarter}`;
    const marked = known.get(key) ?? marksOf(read, cycle.id, quarter);
    known.set(key, marked);
    const own = figureMarks(content);
    const alike = mostAlike(latestOf(await marked, unit, at), own);
    return { unreported: await unreportedAt(read, place, quarter), ...(alike ? { neighbour: { ...alike, compared: own.length } } : {}) };
  };
}

async function marksOf(read: Repositories, cycle: string, quarter: Quarter): Promise<readonly Marked[]> {
  const marked: Marked[] = [];
  for (const { id, unit } of await read.duties.all({ cycle, kind: 'report', quarter })) {
    for (const { content, submittedAt } of await read.submissions.listOf(id)) if (content.kind === 'report') marked.push({ unit, at: submittedAt, marks: new Set(figureMarks(content)) });
  }
  return marked;
}

/** The last report of every other unit before the instant. */
function latestOf(marked: readonly Marked[], unit: string, at: Instant): readonly Marked[] {
  return [...new Map(marked.filter((each) => each.unit !== unit && each.at < at).map((each) => [each.unit, each])).values()];
}

function mostAlike(others: readonly Marked[], own: readonly string[]): { readonly unit: string; readonly same: number } | undefined {
  const alike = others.map(({ unit, marks }) => ({ unit, same: own.filter((mark) => marks.has(mark)).length })).filter(({ same }) => same > 0);
  return alike.sort((a, b) => b.same - a.same || (a.unit < b.unit ? -1 : 1))[0];
}

async function unreportedAt(read: Repositories, { cycle, unit, at }: CheckPlace, quarter: Quarter): Promise<readonly string[]> {
  const earlier = quarters.slice(0, quarters.indexOf(quarter));
  const missing = await Promise.all(earlier.map(async (each) => {
    const id = reportDutyId(cycle.id, each, unit);
    if (!(await read.duties.find(id))) return [];
    return (await read.submissions.listOf(id)).some(({ submittedAt }) => submittedAt <= at) ? [] : [periodId(cycle.year, each)];
  }));
  return missing.flat();
}
