import { inCycle } from '../../../../api/contracts/common.ts';
import { viewOverview, type Overview } from '../../../../api/use-cases/overview.ts';
import { isAllowed } from '../../../../domain/permissions.ts';
import { comingDates } from '../../../../domain/view/coming.ts';
import { cycleActPermissions } from '../../../../domain/act-table.ts';
import { cycleMoves, cycleStates, type CycleAct, type CycleState } from '../../../../domain/stages.ts';
import { page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { comingView } from './coming.ts';
import { leadOf } from './lead.ts';
import { tilesOf } from './tiles.ts';

const line: readonly CycleState[] = cycleStates.filter((state) => state !== 'cancelled');

/** The stages of the year, for the line at the top. */
function stagesOf({ state }: Overview['cycle']) {
  const at = line.indexOf(state);
  return line.map((name, index) => ({ name, isDone: at >= 0 && (index < at || state === 'closed'), isCurrent: index === at && state !== 'closed' }));
}

/** What the caller may do with the whole cycle now. */
function actsOf({ cycle }: Overview, { caller }: Visit): readonly CycleAct[] {
  return (Object.keys(cycleMoves[cycle.state]) as CycleAct[]).filter((act) => {
    const permission = cycleActPermissions[act];
    return permission !== 'system' && isAllowed(caller.actor, permission) && (act === 'pause' ? cycle.pausedAt === null : act !== 'resume' || cycle.pausedAt !== null);
  });
}

async function show(visit: Visit<{ cycle: string }>): Promise<View> {
  const { desk, caller, params, t } = visit;
  const overview = await viewOverview(desk, caller, params.cycle);
  const { cycle, today, scope } = overview;
  const calendar = await desk.registers.calendar();
  const coming = comingDates(cycle, calendar, today).map((each) => comingView(each, { today, calendar, t }));
  const opened = [overview.plans, ...overview.quarters].filter(({ total }) => total > 0).toReversed();
  const [newest] = opened;
  return {
    template: 'secretariat/overview.njk', title: cycle.title, cycle, wide: true, lead: leadOf(overview, calendar, t), help: scope === 'own' ? 'secretariat.overview.helpOwn' : 'secretariat.overview.help',
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title }],
    model: {
      cycle, overview, stages: stagesOf(cycle), coming: coming.slice(0, 8), acts: actsOf(overview, visit), canSteer: isAllowed(caller.actor, 'duty.extend'), canFollow: isAllowed(caller.actor, 'cycle.events'),
      running: newest && { kind: newest.kind, quarter: newest.quarter ?? undefined },
      stretches: opened.map((stretch) => ({ ...stretch, tiles: tilesOf(stretch, cycle.id, t) })),
    },
  };
}

export const overviewPage = page({ name: 'cycle', path: '/cycles/:cycle', action: 'cycle.read', params: inCycle, show });
