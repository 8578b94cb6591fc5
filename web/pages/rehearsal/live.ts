import { z } from 'zod';
import { followRehearsal, getRehearsal, stopRehearsal, type RehearsalProgress } from '../../../api/use-cases/rehearsing.ts';
import { planStates, reportStates } from '../../../domain/stages.ts';
import type { RehearsalState } from '../../../domain/ports/rehearsals.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';

const byId = z.strictObject({ id: z.string().max(100) });
type ById = z.output<typeof byId>;

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** As a plan or report goes through them. */
const inOrder = (counts: Readonly<Record<string, number>>) => [...new Set<string>([...planStates, ...reportStates])].flatMap((name) => (counts[name] === undefined ? [] : [{ name, count: counts[name] }]));

async function show({ desk, kit, t, language, params }: Visit<ById>): Promise<View> {
  const state = getRehearsal(kit.rehearsals, params.id);
  const progress = await followRehearsal(desk, state.cycle);
  const format = formats(language);
  const plan = progress ? undefined : (await desk.record.read.planDocuments.list()).find(({ id }) => id === state.options.plan)?.title;
  const isRunning = state.endedAt === null;
  const seconds = Math.round(((state.endedAt ?? desk.now()) - state.startedAt) / 1000);
  return {
    template: 'rehearsal/live.njk', title: progress?.cycle.title ?? t('rehearsal.starting', { plan: plan ?? state.options.plan }), lead: leadOf(state, progress, t, format), ...(isRunning ? { help: 'rehearsal.liveHelp' } : {}), wide: true,
    ...(progress ? { cycle: progress.cycle } : {}), crumbs: [{ text: t('rehearsal.title'), href: paths.rehearsals() }, { text: t(`rehearsal.status.${state.status}`) }],
    model: {
      state, isRunning, seconds, stop: paths.stopRehearsal(state.id), cycleHref: state.cycle === null ? undefined : paths.cycle(state.cycle), events: state.cycle === null ? undefined : `/api/v1/cycles/${state.cycle}/events`,
      progress: progress && {
        ...progress, percent: Math.round(progress.done * 100), stage: t(`secretariat.cycleStates.${progress.cycle.state}`), speed: format.number(Math.round(progress.daysPerMinute * 10) / 10),
        duties: [{ name: t('rehearsal.plans'), counts: progress.plans }, ...Object.entries(progress.reports).map(([quarter, counts]) => ({ name: t('rehearsal.reports', { quarter: t(`quarters.${quarter}`) }), counts }))]
          .map(({ name, counts }) => ({ name, total: sum(counts), states: inOrder(counts) })),
      },
    },
  };
}

function leadOf({ status, result }: RehearsalState, progress: RehearsalProgress | undefined, t: Visit['t'], format: ReturnType<typeof formats>): string {
  if (result) return t('rehearsal.now.ended', { seconds: Math.round(result.seconds), refused: result.refused, warnings: result.warnings });
  if (status !== 'running' || !progress) return t(`rehearsal.now.${status}`);
  return t('rehearsal.now.live', { date: format.day(progress.today), seconds: progress.secondsLeft });
}

export const rehearsalPage = page({ name: 'rehearsal', path: '/admin/rehearsals/:id', action: 'rehearsal.run', params: byId, show });

export const stopRehearsalAct = act({
  name: 'stopRehearsal', path: '/admin/rehearsals/:id/stop', action: 'rehearsal.run', params: byId,
  run: ({ desk, kit, caller, params }) => stopRehearsal(desk, kit.rehearsals, caller, params.id),
  then: (_, { params }) => ({ to: paths.rehearsal(params.id), notice: 'rehearsal.stopped' }),
  again: show,
});
