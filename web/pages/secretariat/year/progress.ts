import { inCycle } from '../../../../api/contracts/common.ts';
import { viewOverview } from '../../../../api/use-cases/overview.ts';
import { readReadiness } from '../../../../api/use-cases/readiness.ts';
import { isAllowed } from '../../../../domain/permissions.ts';
import { page, type Download, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';

type In = { cycle: string };

interface Counts {
  readonly opened: number;
  readonly total: number;
  readonly waiting: number;
  readonly isDone: boolean;
  readonly lead: string;
}

/** How far the opening of a cycle has come. Units that left before it count no more; what is recorded is what is counted. */
async function countsOf({ desk, kit, caller, params, t }: Visit<In>) {
  const [overview, readiness] = await Promise.all([viewOverview(desk, caller, params.cycle), readReadiness(desk, kit.probe)]);
  const { cycle, plans, members } = overview;
  const total = Math.max(members, plans.total);
  const isDone = plans.total >= total;
  const lead = cycle.state === 'guidance' ? t('launch.progress.leadGuidance') : isDone ? t('launch.progress.leadDone', { total }) : t('launch.progress.lead', { opened: plans.total, total });
  return { cycle, readiness, counts: { opened: plans.total, total, waiting: readiness.outbox.count, isDone, lead } satisfies Counts };
}

async function show(visit: Visit<In>): Promise<View> {
  const { caller, t, language } = visit;
  const { cycle, readiness, counts } = await countsOf(visit);
  return {
    template: 'secretariat/progress.njk', title: t('launch.progress.title'), lead: counts.lead, help: 'launch.progress.help', cycle,
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('launch.progress.title') }],
    model: {
      cycle, counts, events: `/api/v1/cycles/${cycle.id}/events`, note: readiness.status === 'ready' ? undefined : readiness.message[language],
      canPublish: cycle.state === 'guidance' && isAllowed(caller.actor, 'cycle.publishGuidance'), isFollowed: cycle.state === 'drafting' && !counts.isDone,
    },
  };
}

async function showCounts(visit: Visit<In>): Promise<Download> {
  const { counts } = await countsOf(visit);
  return { fileName: 'progress.json', type: 'application/json', body: JSON.stringify(counts) };
}

export const progressPage = page({ name: 'progress', path: '/cycles/:cycle/progress', action: 'cycle.events', params: inCycle, show });
/** The same figures for the page's script. */
export const progressCounts = page({ name: 'progressCounts', path: '/cycles/:cycle/progress.json', action: 'cycle.events', params: inCycle, show: showCounts });
