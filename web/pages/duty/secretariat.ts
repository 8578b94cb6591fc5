import { paths } from '../../paths.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { waitsForUnit } from '../../../api/use-cases/reminding-many.ts';
import type { DutyPart } from './part.ts';

/** What the secretariat can do with one plan or report, and the way to the unit's whole story. */
export const secretariatPart: DutyPart = {
  name: 'secretariat',
  template: 'duty/secretariat.njk',
  model({ caller }, { view: { duty, possible }, place: { cycle, unit, quarter } }) {
    if (!isAllowed(caller.actor, 'duty.extend')) return undefined;
    const tick = `?d=${quarter ?? 'plan'}.${unit}`;
    return {
      extend: possible.includes('extend') ? `${paths.extendMany(cycle)}${tick}` : undefined,
      remind: waitsForUnit(duty) ? `${paths.remindMany(cycle)}${tick}` : undefined,
      review: possible.includes('accept') ? paths.reviewReport({ cycle, unit, quarter }) : undefined,
      reopen: possible.includes('reopen') ? paths.reopening({ cycle, unit, quarter }) : undefined,
      story: paths.story(cycle, unit),
    };
  },
};
