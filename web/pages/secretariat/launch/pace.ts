import { z } from 'zod';
import type { LaunchDraftContent } from '../../../../domain/launch-draft.ts';
import { rehearsalMinutes } from '../../../../domain/launch-pace.ts';
import { one, type Fields } from '../../../http/form.ts';

/** A whole number as it is typed. The words of its fault name the bounds. */
export const wholeNumber = (min: number, max: number) => z.string().refine((typed) => /^\d+$/.test(typed) && Number(typed) >= min && Number(typed) <= max, { error: 'whole-number', params: { min, max } }).transform(Number);

/** A real year, or one to rehearse: then within how many minutes. */
export const paceForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('real') }).transform(() => null),
  z.object({ kind: z.literal('rehearsal'), minutes: wholeNumber(rehearsalMinutes.least, rehearsalMinutes.most) }).transform(({ minutes }) => ({ minutes })),
]);

export const readPace = (fields: Fields) => ({ kind: one(fields, 'kind'), minutes: one(fields, 'minutes') });

/** What the form shows when nothing is typed; an hour is proposed. */
export const paceModel = ({ rehearsal }: Pick<LaunchDraftContent, 'rehearsal'>) => ({ isRehearsal: rehearsal !== null, minutes: rehearsal?.minutes ?? 60, ...rehearsalMinutes });
