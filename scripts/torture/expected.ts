import type { Character } from '../../cli/rehearse/cast.ts';
import type { YearReport } from '../../documents/year-report/model.ts';
import type { Quarter } from '../../domain/plan.ts';

type Counts = Pick<YearReport, 'plans' | 'reports'>;

/** What a year must come to when everybody plays the part that the cast gives, whatever happens to the machines. */
export function expectedCounts(cast: readonly Character[], quarters: readonly Quarter[]): Counts {
  const heard = cast.filter((each) => each.plan !== 'silent');
  const approved = heard.filter((each) => each.fate !== 'refused').length;
  const returned = heard.filter((each) => each.fate === 'returned-by-lead' || each.fate === 'returned-by-approver').length;
  const manners = quarters.flatMap((quarter) => cast.map((each) => each.reports[quarter]));
  const [late, missing] = [manners.filter((each) => each === 'late').length, manners.filter((each) => each === 'missing').length];
  return {
    plans: { submitted: heard.length, returned, approved, notApproved: cast.length - approved },
    reports: { due: manners.length, onTime: manners.length - late - missing, late, missing },
  };
}

/** Reminders apart (an outage makes up for several by the latest of them), a tortured year counts as a calm one. */
export function differences(report: Counts, expected: Counts): readonly string[] {
  return (['plans', 'reports'] as const).flatMap((part) => {
    const [was, should] = [JSON.stringify(report[part]), JSON.stringify(expected[part])];
    return was === should ? [] : [`${part}: ${was}, expected ${should}`];
  });
}
