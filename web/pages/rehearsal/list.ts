import { z } from 'zod';
import { slug } from '../../../api/contracts/common.ts';
import { begunAt, listRehearsedCycles, startRehearsal } from '../../../api/use-cases/rehearsing.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

async function show({ desk, kit, t }: Visit): Promise<View> {
  const [plans, cycles] = await Promise.all([desk.record.read.planDocuments.list(), listRehearsedCycles(desk)]);
  const known = kit.rehearsals.list();
  const running = known.find(({ endedAt }) => endedAt === null);
  const byCycle = new Map(known.map((each) => [each.cycle, each]));
  const rows = [
    ...known.filter(({ cycle }) => cycle === null).map((each) => ({ href: paths.rehearsal(each.id), title: plans.find(({ id }) => id === each.options.plan)?.title ?? each.options.plan, at: each.startedAt, status: t(`rehearsal.status.${each.status}`) })),
    ...cycles.map((cycle) => {
      const mine = byCycle.get(cycle.id);
      return { href: mine ? paths.rehearsal(mine.id) : paths.cycle(cycle.id), title: cycle.title, at: mine?.startedAt ?? begunAt(cycle), status: mine ? t(`rehearsal.status.${mine.status}`) : t(`secretariat.cycleStates.${cycle.state}`) };
    }),
  ];
  return {
    template: 'rehearsal/list.njk', title: t('rehearsal.title'), lead: running ? t('rehearsal.running') : t('rehearsal.lead', { count: rows.length }), help: 'rehearsal.help',
    model: { rows, plans: plans.map(({ id, title }) => ({ value: id, text: title })), running: running && paths.rehearsal(running.id) },
  };
}

export const rehearsalsPage = page({ name: 'rehearsals', path: '/admin/rehearsals', action: 'rehearsal.run', show });

const form = z.object({
  plan: slug,
  units: z.coerce.number().int().min(1).max(2000).optional(),
  minutes: z.coerce.number().min(0.5).max(600).optional(),
  seed: z.coerce.number().int().min(0).max(999_999_999).default(1),
});

export const startRehearsalAct = act({
  name: 'startRehearsal', path: '/admin/rehearsals', action: 'rehearsal.run', form, once: true,
  run: ({ desk, kit, caller }, { plan, units, minutes, seed }) => startRehearsal(desk, kit.rehearsals, caller, { plan, seed, ...(units === undefined ? {} : { units }), ...(minutes === undefined ? {} : { minutes }) }),
  then: ({ id }) => ({ to: paths.rehearsal(id) }),
  again: show,
});
