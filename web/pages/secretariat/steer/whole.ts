import { z } from 'zod';
import { inCycle, reason } from '../../../../api/contracts/common.ts';
import { cancel, pause, resume } from '../../../../api/use-cases/steering.ts';
import type { Caller } from '../../../../api/use-cases/caller.ts';
import type { Desk } from '../../../../api/use-cases/desk.ts';
import type { Cycle } from '../../../../domain/cycle.ts';
import type { Action } from '../../../../domain/permissions.ts';
import { act, page, type AnyPage, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { confirmView, reasonField } from '../confirm.ts';

type Name = 'pause' | 'resume' | 'cancel';

interface Steer {
  readonly action: Action;
  readonly run: (desk: Desk, caller: Caller, given: { cycle: string; reason: string }) => Promise<Cycle>;
}

/** What the secretariat does to a whole cycle, each with its reason. */
const steers = {
  pause: { action: 'cycle.pause', run: pause }, resume: { action: 'cycle.resume', run: resume }, cancel: { action: 'cycle.cancel', run: cancel },
} as const satisfies Readonly<Record<Name, Steer>>;

export const steerPages: readonly AnyPage[] = (Object.keys(steers) as Name[]).flatMap((name) => {
  const { action, run } = steers[name];
  const show = async ({ desk, params, t }: Visit<{ cycle: string }>): Promise<View> => {
    const [cycle, members] = await Promise.all([desk.registers.cycle(params.cycle), desk.registers.members(params.cycle)]);
    const say = (key: string): string => t(`secretariat.steer.${name}.${key}`, { count: members.size });
    return confirmView({ title: say('title'), lead: say('lead'), cycle, action: paths.steer(cycle.id, name), back: paths.cycle(cycle.id), will: ['will1', 'will2', 'will3'].map(say), button: say('title'), fields: [reasonField(t)], isGrave: name === 'cancel' }, t);
  };
  return [
    page({ name: `${name}Page`, path: `/cycles/:cycle/${name}`, action, params: inCycle, show }),
    act({
      name: `${name}Cycle`, path: `/cycles/:cycle/${name}`, action, params: inCycle, once: true, form: z.object({ reason }),
      run: ({ desk, caller, params }, form) => run(desk, caller, { ...params, ...form }),
      then: (_, { params }) => ({ to: paths.cycle(params.cycle), notice: `secretariat.steer.${name}.done` }),
      again: (visit) => show(visit),
    }),
  ];
});
