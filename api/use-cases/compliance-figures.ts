import type { Duty, Submission } from '../../domain/duty.ts';
import type { RecordStore } from '../../domain/ports/record.ts';
import type { RuleResult } from '../../domain/verdict.ts';
import type { Desk } from './desk.ts';

/** Submissions read at a time: a whole one with its verdict takes some hundred kilobytes of memory. */
const slice = 50;

/** Submissions whose figures are kept: two quarters of the largest province; about 20 kB each. */
const most = 2_000;

/** A submission never changes, so that its figures are read once in this process, by its id. */
const kept = new WeakMap<RecordStore, Map<string, Submission>>();

/** Latest submission of each duty, by duty id, with no more than what a compliance report looks at. */
export async function figuresOf({ record }: Desk, duties: readonly Duty[]): Promise<ReadonlyMap<string, Submission>> {
  const known = kept.get(record) ?? new Map<string, Submission>();
  kept.set(record, known);
  const submitted = duties.flatMap(({ id, submission }) => (submission === null ? [] : [{ duty: id, submission }]));
  const found = new Map(submitted.flatMap(({ duty, submission }) => { const each = known.get(submission); return each ? [[duty, each] as const] : []; }));
  const unread = submitted.filter(({ duty }) => !found.has(duty)).map(({ duty }) => duty);
  for (let from = 0; from < unread.length; from += slice) {
    for (const [duty, whole] of await record.read.submissions.latestOfMany(unread.slice(from, from + slice))) {
      const figures = figuresOnly(whole);
      found.set(duty, figures);
      known.set(figures.id, figures);
    }
  }
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return found;
}

/** Figures, standings, thresholds and gaps. */
function figuresOnly(submission: Submission): Submission {
  const { content, verdict } = submission;
  const bare = { ...content, sections: {}, tasks: [], ...(content.kind === 'report' ? { spending: [] } : { budget: [] }) } as Submission['content'];
  return { ...submission, content: bare, changes: [], verdict: { ...verdict, results: verdict.results.filter(({ target, standing }) => target !== undefined && standing !== undefined).map(figuresOfResult) } };
}

function figuresOfResult({ rule, ruleVersion, outcome, severity, target, standing, threshold, gap }: RuleResult): RuleResult {
  return {
    rule, ruleVersion, outcome, severity, inputs: [], pointers: [], message: { vi: '', en: '' },
    ...(target === undefined ? {} : { target }), ...(standing === undefined ? {} : { standing }), ...(threshold === undefined ? {} : { threshold }), ...(gap === undefined ? {} : { gap }),
  };
}
