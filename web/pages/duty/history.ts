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
    return {
      submissions: view.submissions.toReversed().map((each) => ({
        ...each, by: nameOf(each.submittedBy), href: paths.version(place, each.number), receipt: paths.receipt(place, each.number), isCurrent: each.id === view.duty.submission,
      })),
      opinions: view.opinions.toReversed().map((each) => ({ ...each, by: nameOf(each.givenBy), unitName: units.get(each.appraiser)?.name ?? each.appraiser })),
      decisions: view.decisions.toReversed().map((each) => ({ ...each, by: nameOf(each.decidedBy) })),
      isExamined: view.duty.endedAt === null && view.duty.state !== 'returned',
      isPlan: view.duty.kind === 'plan',
    };
  },
};
