import { changedPointers } from '../../../api/use-cases/changes.ts';
import { readBackground } from '../../../api/use-cases/draft-background.ts';
import { getDraft } from '../../../api/use-cases/drafting.ts';
import { getSubmission } from '../../../api/use-cases/duty-view.ts';
import { listScope } from '../../../domain/permissions.ts';
import type { Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { fieldAt, sectionOf } from '../agency/form/pointer.ts';
import { labelsOf } from '../agency/labels.ts';
import { returnOf } from '../agency/pins.ts';
import type { DutyHere } from './here.ts';
import type { DutyParams } from './on-both.ts';
import type { DutyPart } from './part.ts';

/** What the unit itself does with its plan or report: write, submit, take back, correct; and, when it was returned, why and what has been mended. */
export const agencyPart: DutyPart = {
  name: 'agency',
  template: 'duty/agency.njk',
  async model(visit, here) {
    const { view, place } = here;
    if (visit.caller.actor.unit !== place.unit || listScope(visit.caller.actor, 'draft.save') === undefined) return undefined;
    const can = new Set(view.possible);
    return { place, canSubmit: can.has('submit'), canWithdraw: can.has('withdraw'), canCorrect: can.has('correct'), returned: await returned(visit, here) };
  },
};

/** Reasons with the places they are pinned to, and which fields differ since from what was returned. */
async function returned({ desk, caller, params, t, language }: Visit<DutyParams>, { view, place }: DutyHere) {
  const decision = returnOf(view);
  const number = view.submissions.at(-1)?.number;
  if (!decision || number === undefined) return undefined;
  const [background, draft, { content }] = await Promise.all([readBackground(desk, caller, params), getDraft(desk, caller, params), getSubmission(desk, caller, params, number)]);
  const [before, now] = [labelsOf({ t, language }, content, background), labelsOf({ t, language }, draft.content, background)];
  const changed = changedPointers(content, draft.content).map((pointer) => fieldAt(draft.content, pointer));
  const linked = (field: string, label: string) => ({ field, label, href: `${paths.draftSection(place, sectionOf(field))}#${field}` });
  return {
    reason: decision.reason, at: decision.decidedAt,
    pins: decision.pinned.map(({ pointer, text }) => {
      const field = fieldAt(content, pointer);
      return { ...linked(field, before(field)), text, isMended: changed.some((each) => each === field || each.startsWith(`${field}.`)) };
    }),
    changes: [...new Set(changed)].map((field) => linked(field, now(field))),
  };
}
