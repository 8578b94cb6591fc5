import { aspectsOf } from '../../../domain/cycle.ts';
import { paths } from '../../paths.ts';
import { dueView } from '../../view/due.ts';
import type { DutyPart } from './part.ts';

/** What appraisers, the lead and the approver are to do with a plan now. */
export const appraisalPart: DutyPart = {
  name: 'appraisal',
  template: 'duty/appraisal.njk',
  model({ caller, t }, { view, place, cycle, today, calendar }) {
    if (view.duty.kind !== 'plan') return undefined;
    const own = caller.actor.roles.includes('appraiser') ? aspectsOf(cycle.settings.roles, caller.actor.unit) : [];
    const asked = view.opinions.filter(({ aspect, round, answer }) => own.includes(aspect) && round === view.duty.round && answer === null)
      .map(({ aspect, due }) => ({ aspect, href: paths.opinion(place, aspect), due: dueView(due, today, calendar, t) }));
    const conclusion = view.possible.includes('concludeFit') ? paths.conclusion(place) : undefined;
    const decision = view.possible.includes('approve') ? paths.decision(place) : undefined;
    return asked.length > 0 || conclusion !== undefined || decision !== undefined ? { asked, conclusion, decision } : undefined;
  },
};
