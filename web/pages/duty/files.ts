import { listFiles } from '../../../api/use-cases/attachments.ts';
import { paths } from '../../paths.ts';
import type { DutyPart } from './part.ts';

/** The way to the files: for the unit always, for others once some were submitted. */
export const filesPart: DutyPart = {
  name: 'files',
  template: 'duty/files.njk',
  async model({ desk, caller, t }, { place }) {
    const count = (await listFiles(desk, caller, place)).filter(({ removedAt }) => removedAt === null).length;
    if (count === 0 && caller.actor.unit !== place.unit) return undefined;
    return { href: paths.files(place), text: place.quarter ? t('files.linkDuty') : t('files.linkPlan'), count };
  },
};
