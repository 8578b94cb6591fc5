import { listHanding } from '../../../api/use-cases/handing.ts';
import type { View, Visit } from '../../http/page.ts';
import { dueView } from '../../view/due.ts';
import { crumbsOf } from '../duty/here.ts';
import { pageOfDuty, type DutyParams } from '../duty/on-both.ts';
import { readDraftHere } from './draft-here.ts';
import { pinsOf, returnOf } from './pins.ts';
import { sectionOf } from './form/pointer.ts';
import { readOnly } from './read-only.ts';
import { progressOf } from './progress.ts';

/** The form as a list of its parts: what is filled in, who does it, what was asked for at the last return. */
export async function showOverview(visit: Visit<DutyParams>): Promise<View> {
  const { t, params, desk, caller } = visit;
  const [here, { parts, colleagues }] = await Promise.all([readDraftHere(visit), listHanding(desk, caller, params)]);
  const pins = Object.keys(pinsOf(here)).map(sectionOf);
  const rows = progressOf(here.content).map((each) => ({ ...each, pins: pins.filter((section) => section === each.section).length, hand: parts.find(({ part }) => part === each.section) })).map((row) => ({ ...row, isMine: row.hand?.account === caller.actor.id && row.hand.finishedAt === null }));
  const mine = rows.filter(({ isMine }) => isMine).map(({ section }) => t(`agency.section.${section}.title`));
  const count = rows.filter(({ state }) => state === 'full').length;
  const due = dueView(here.view.duty.due, here.today, here.calendar, t);
  return {
    template: 'agency/overview.njk', title: `${t('agency.form')}: ${here.name}`, lead: !here.canWrite ? readOnly(here, t) : [t('agency.overview.lead', { count, total: rows.filter(({ state }) => state !== 'none').length, left: due.left }), ...(mine.length > 0 ? [t('agency.hand.lead', { parts: mine.join(', ') })] : [])].join(' '), ...(here.canWrite ? { help: 'agency.overview.help' } : {}), cycle: here.cycle,
    crumbs: crumbsOf(here, visit, { text: t('agency.form') }), model: { here, rows, returned: returnOf(here.view)?.reason, place: params, colleagues, canWrite: here.canWrite },
  };
}

export const overviewPages = pageOfDuty({ name: 'draftOverview', rest: '/draft', action: 'draft.read', scope: 'unit', show: showOverview });
