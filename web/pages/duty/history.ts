import { namesOf } from '../../../api/use-cases/people.ts';
import { paths } from '../../paths.ts';
import type { DutyPart } from './part.ts';

/** What has happened: versions, opinions and decisions, the newest first. */
export const historyPart: DutyPart = {
  name: 'history',
  template: 'duty/history.njk',
  async model({ desk }, { view, units, place }) {
    const names = await namesOf(desk, [...view.submissions.map(({ submittedBy }) => submittedBy), ...view.decisions.map(({ decidedBy }) => decidedBy), ...view.opinions.map(({ givenBy }) => givenBy)]);
    const nameOf = (id: string | null): string => (id === null ? '' : names.get(id) ?? id);
    // an opinion names the lines of the version that it judged; the versions of a plan share their ids
    const lines = new Map(view.opinions.some((each) => each.lines.length > 0) ? (await desk.record.read.submissions.listOf(view.duty.id)).flatMap(({ content }) => (content.kind === 'plan' ? content.budget.map(({ id, name }) => [id, name] as const) : [])) : []);
    return {
      submissions: view.submissions.toReversed().map((each) => ({
        ...each, by: nameOf(each.submittedBy), href: paths.version(place, each.number), receipt: paths.receipt(place, each.number), isCurrent: each.id === view.duty.submission,
      })),
      opinions: view.opinions.toReversed().map((each) => ({ ...each, by: nameOf(each.givenBy), lines: each.lines.map((line) => ({ ...line, name: lines.get(line.line) ?? line.line })), unitName: units.get(each.appraiser)?.name ?? each.appraiser })),
      decisions: view.decisions.toReversed().map((each) => ({ ...each, by: nameOf(each.decidedBy) })),
      isExamined: view.duty.endedAt === null && view.duty.state !== 'returned',
      isPlan: view.duty.kind === 'plan',
    };
  },
};
