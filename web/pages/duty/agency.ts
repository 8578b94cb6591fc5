import { listScope } from '../../../domain/permissions.ts';
import type { DutyPart } from './part.ts';

/** What the unit itself does with its plan or report: write, submit, take back, correct; and, when it was returned, why. */
export const agencyPart: DutyPart = {
  name: 'agency',
  template: 'duty/agency.njk',
  model({ caller }, { view, place }) {
    if (caller.actor.unit !== place.unit || listScope(caller.actor, 'draft.save') === undefined) return undefined;
    const can = new Set(view.possible);
    return { place, canSubmit: can.has('submit'), canWithdraw: can.has('withdraw'), canCorrect: can.has('correct'), hasBegun: view.submissions.length > 0 };
  },
};
