import { z } from 'zod';
import { day, reason } from '../../../../api/contracts/common.ts';
import { reopen } from '../../../../api/use-cases/reopening.ts';
import { revisionDue } from '../../../../domain/opening.ts';
import type { View, Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { readHere } from '../../duty/here.ts';
import { actOfDuty, pageOfDuty, type DutyParams } from '../../duty/on-both.ts';
import { confirmView, reasonField } from '../confirm.ts';

async function show(visit: Visit<DutyParams>): Promise<View> {
  const { t, params, language } = visit;
  const { cycle, name, unitName, calendar, today, view: { duty } } = await readHere(visit);
  const say = (key: string): string => t(`secretariat.reopen.${key}`, { name, unit: unitName, round: duty.round + 1, date: formats(language).day(revisionDue(cycle, calendar, today)) });
  return confirmView({
    title: say('title'), lead: say('lead'), cycle, action: paths.reopening(params), back: paths.duty(params), button: say('act'), will: [say('will1'), say('will2'), say('will3')],
    fields: [{ kind: 'date', name: 'due', label: say('due'), hint: say('dueHint') }, reasonField(t)],
  }, t);
}

export const reopenPages = [
  ...pageOfDuty({ name: 'reopenPage', rest: '/reopening', action: 'duty.reopen', show }),
  ...actOfDuty({
    name: 'reopen', rest: '/reopening', action: 'duty.reopen', once: true, form: z.object({ reason, due: day.optional() }),
    run: ({ desk, caller, params }, { reason: why, due }) => reopen(desk, caller, { place: params, reason: why, ...(due === undefined ? {} : { due }) }),
    then: (_, { params }) => ({ to: paths.duty(params), notice: 'secretariat.reopen.done' }),
    again: show,
  }),
];
