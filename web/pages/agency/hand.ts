import { z } from 'zod';
import { namesOf } from '../../../api/use-cases/people.ts';
import { finishPart, handPart } from '../../../api/use-cases/handing.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { actOfDuty } from '../duty/on-both.ts';
import { showOverview } from './overview.ts';
import { ofSection, type OneSection, type SectionParams } from './save.ts';

const again = (visit: Visit<SectionParams>): Promise<View> => showOverview(visit);
const handing = z.object({ account: z.string().max(100).default('') });
const finishing = z.object({ finished: z.enum(['yes', 'no']) });

/** Hands a part of the form to a colleague; nobody chosen takes it back. */
const handActs = actOfDuty<OneSection, typeof handing, string>({
  name: 'handPart', rest: '/draft/:section/hand', more: ofSection, action: 'draft.save', scope: 'unit', form: handing,
  run: async ({ desk, caller, params: { section, ...place } }, { account }) => {
    await handPart(desk, caller, { place, part: section, account: account === '' ? null : account });
    return account === '' ? '' : (await namesOf(desk, [account])).get(account) ?? '';
  },
  then: (name, { params, t }) => ({ to: paths.draft(params), notice: name === '' ? 'agency.hand.takenBack' : 'agency.hand.done', figures: { part: t(`agency.section.${params.section}.title`), name } }),
  again, fieldOf: (pointer) => pointer.slice(1),
});

const finishActs = actOfDuty<OneSection, typeof finishing>({
  name: 'finishPart', rest: '/draft/:section/finish', more: ofSection, action: 'draft.save', scope: 'unit', form: finishing,
  run: ({ desk, caller, params: { section, ...place } }, { finished }) => finishPart(desk, caller, { place, part: section, finished: finished === 'yes' }),
  then: (_, { params }) => ({ to: paths.draft(params) }),
  again,
});

export const handingActs = [...handActs, ...finishActs];
