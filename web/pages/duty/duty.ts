import type { View, Visit } from '../../http/page.ts';
import { crumbsOf, readHere } from './here.ts';
import { pageOfDuty, type DutyParams } from './on-both.ts';
import { dutyParts } from './parts.ts';

/** The one page of a duty for everybody who may see it; acts on it are refused back to here. */
export async function showDuty(visit: Visit<DutyParams>): Promise<View> {
  const { t } = visit;
  const here = await readHere(visit);
  const { cycle, name, unitName, view } = here;
  const parts = await Promise.all(dutyParts.map(async ({ name: part, template, model }) => ({ name: part, template, model: await model(visit, here) })));
  return {
    template: 'duty/duty.njk', title: `${name} – ${unitName}`, lead: t(`duty.lead.${view.duty.kind}.${view.duty.state}`, { count: view.duty.round }), cycle, crumbs: crumbsOf(here, visit), wide: true,
    model: { parts: parts.filter(({ model }) => model !== undefined), here },
  };
}

export const dutyPages = pageOfDuty({ name: 'duty', rest: '', action: 'duty.read', scope: 'unit', show: showDuty });
