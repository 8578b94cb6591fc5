import { z } from 'zod';
import { inCycle } from '../../../../api/contracts/common.ts';
import { remindMany, waitsForUnit, type ManyReminded } from '../../../../api/use-cases/reminding-many.ts';
import { many } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { confirmView } from '../confirm.ts';
import { chosenQuery, chosenRows, dutyIdOfTick, ticks, type ChosenQuery } from './chosen.ts';
import { whatOf } from './rows.ts';

/** Who is reminded of what, before it is done. Only units that are waited for are reminded. */
async function show(visit: Visit<{ cycle: string }, ChosenQuery>): Promise<View> {
  const { desk, params, t, language } = visit;
  const [{ ticked, rows }, cycle] = await Promise.all([chosenRows(visit), desk.registers.cycle(params.cycle)]);
  const format = formats(language);
  const able = rows.filter(waitsForUnit);
  return confirmView({
    title: t('secretariat.remind.title'), lead: t('secretariat.remind.lead', { count: able.length }), cycle, action: paths.remindMany(cycle.id), back: paths.duties(cycle.id), under: { text: t('secretariat.duties.title'), href: paths.duties(cycle.id) }, nobody: able.length === 0 ? t('secretariat.confirm.nobody') : undefined, button: t('secretariat.remind.act', { count: able.length }),
    will: [t('secretariat.remind.will.sent'), t('secretariat.remind.will.ladder'), ...(rows.length > able.length ? [t('secretariat.remind.will.refused', { count: rows.length - able.length })] : [])],
    chosen: rows.map((row) => ({ name: row.name, what: `${whatOf(row, t)} – ${t(`states.${row.state}`)}`, now: format.day(row.due), then: able.includes(row) ? t('secretariat.remind.reminded') : t('secretariat.remind.not') })),
    fields: [{ kind: 'reason', name: 'message', label: t('secretariat.remind.message'), hint: t('secretariat.remind.messageHint') }],
    hidden: ticked.map((value) => ({ name: 'd', value })),
  }, t);
}

export const remindPage = page({ name: 'remindManyPage', path: '/cycles/:cycle/duties/reminder', action: 'duty.remind', params: inCycle, query: chosenQuery, show });

export const remindAct = act({
  name: 'remindMany', path: '/cycles/:cycle/duties/reminder', action: 'duty.remind', params: inCycle, once: true,
  form: z.object({ d: ticks, message: z.string().trim().max(1000).default('') }),
  read: (fields) => ({ d: many(fields, 'd'), message: fields['message'] }),
  run: ({ desk, caller, params: { cycle } }, { d, message }): Promise<ManyReminded> => remindMany(desk, caller, { cycle, duties: d.map((each) => dutyIdOfTick(cycle, each)), ...(message === '' ? {} : { message }) }),
  then: ({ reminded, refused }, { params }) => ({ to: paths.duties(params.cycle), notice: refused.length === 0 ? 'secretariat.remind.done' : 'secretariat.remind.doneSome', figures: { count: reminded.length, refused: refused.length } }),
  again: (visit) => show(visit as Visit<{ cycle: string }, ChosenQuery>),
});
