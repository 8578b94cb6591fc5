import { z } from 'zod';
import { day, inCycle, reason } from '../../../../api/contracts/common.ts';
import { extendMany, type ManyExtended } from '../../../../api/use-cases/extending.ts';
import { possibleActs } from '../../../../domain/stages.ts';
import { many } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { formats } from '../../../view/formats.ts';
import { confirmView, reasonField } from '../confirm.ts';
import { chosenQuery, chosenRows, dutyIdOfTick, ticks, type ChosenQuery } from './chosen.ts';
import { whatOf } from './rows.ts';

/** Who gets more time and until when, before it is done. */
async function show(visit: Visit<{ cycle: string }, ChosenQuery>): Promise<View> {
  const { desk, params, t, language } = visit;
  const [{ ticked, rows }, cycle] = await Promise.all([chosenRows(visit), desk.registers.cycle(params.cycle)]);
  const format = formats(language);
  const able = rows.filter(({ kind, state }) => possibleActs(kind, state).includes('extend'));
  const latest = able.map(({ due }) => due).toSorted().at(-1);
  return confirmView({
    title: t('secretariat.extend.title'), lead: t('secretariat.extend.lead', { count: able.length }), cycle, action: paths.extendMany(cycle.id), back: paths.duties(cycle.id), under: { text: t('secretariat.duties.title'), href: paths.duties(cycle.id) }, nobody: able.length === 0 ? t('secretariat.confirm.nobody') : undefined, button: t('secretariat.extend.act', { count: able.length }),
    will: [t('secretariat.extend.will.due'), t('secretariat.extend.will.ladder'), t('secretariat.extend.will.seen'), ...(rows.length > able.length ? [t('secretariat.extend.will.refused', { count: rows.length - able.length })] : [])],
    chosen: rows.map((row) => ({ name: row.name, what: `${whatOf(row, t)} – ${t(`states.${row.state}`)}`, now: format.day(row.due), then: able.includes(row) ? t('secretariat.extend.later') : t('secretariat.extend.not') })),
    fields: [{ kind: 'date', name: 'due', label: t('secretariat.extend.due'), ...(latest === undefined ? {} : { hint: t('secretariat.extend.dueHint', { date: format.day(latest) }) }) }, reasonField(t)],
    hidden: ticked.map((value) => ({ name: 'd', value })),
  }, t);
}

export const extendPage = page({ name: 'extendManyPage', path: '/cycles/:cycle/duties/extension', action: 'duty.extend', params: inCycle, query: chosenQuery, show });

export const extendAct = act({
  name: 'extendMany', path: '/cycles/:cycle/duties/extension', action: 'duty.extend', params: inCycle, once: true,
  form: z.object({ d: ticks, due: day, reason }),
  read: (fields) => ({ d: many(fields, 'd'), due: fields['due'], reason: fields['reason'] }),
  run: ({ desk, caller, params: { cycle } }, { d, due, reason: why }): Promise<ManyExtended> => extendMany(desk, caller, { cycle, due, reason: why, which: { duties: d.map((each) => dutyIdOfTick(cycle, each)) } }),
  then: ({ extended, refused }, { params }) => ({ to: paths.duties(params.cycle), notice: refused.length === 0 ? 'secretariat.extend.done' : 'secretariat.extend.doneSome', figures: { count: extended.length, refused: refused.length } }),
  again: (visit) => show(visit as Visit<{ cycle: string }, ChosenQuery>),
});
