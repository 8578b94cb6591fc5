import { z } from 'zod';
import { inCycle, prose } from '../../../../api/contracts/common.ts';
import { publishGuidance } from '../../../../api/use-cases/steering.ts';
import { planDue } from '../../../../domain/opening.ts';
import { dateOf } from '../../../../domain/plain-date.ts';
import { calendarAt } from '../../../../domain/cycle-clock.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { confirmView } from '../confirm.ts';

/** The guidance goes out: everybody may draft from then on. */
async function show({ desk, params, t, language }: Visit<{ cycle: string }>): Promise<View> {
  const [cycle, members, calendar] = await Promise.all([desk.registers.cycle(params.cycle), desk.registers.members(params.cycle), desk.registers.calendar()]);
  const due = planDue(cycle, calendar, dateOf(calendarAt(cycle.clock, desk.now())));
  return confirmView({
    title: t('secretariat.acts.publishGuidance'), lead: t('secretariat.guidance.lead', { count: members.size }), cycle, action: paths.guidance(cycle.id), back: paths.cycle(cycle.id), button: t('secretariat.acts.publishGuidance'),
    will: [t('secretariat.guidance.will.open', { count: members.size }), t('secretariat.guidance.will.due', { date: formats(language).day(due) }), t('secretariat.guidance.will.seen')],
    fields: [{ kind: 'long', name: 'guidance', label: t('secretariat.guidance.text'), hint: t('secretariat.guidance.textHint'), value: cycle.guidance }],
  }, t);
}

export const guidancePage = page({ name: 'guidancePage', path: '/cycles/:cycle/guidance', action: 'cycle.publishGuidance', params: inCycle, show });

export const guidanceAct = act({
  name: 'publishGuidance', path: '/cycles/:cycle/guidance', action: 'cycle.publishGuidance', params: inCycle, once: true, form: z.object({ guidance: prose(20_000).min(1, { error: 'guidance-empty' }).default('') }),
  read: (fields) => ({ guidance: fields['guidance'] }),
  run: ({ desk, caller, params }, { guidance }) => publishGuidance(desk, caller, { cycle: params.cycle, guidance }),
  then: (_, { params }) => ({ to: paths.progress(params.cycle), notice: 'secretariat.guidance.done' }),
  again: show,
});
