import { z } from 'zod';
import { endSession, listSessions } from '../../../api/use-cases/sessions.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

const byId = z.strictObject({ id: z.string().max(100) });

async function show({ desk, caller, t }: Visit): Promise<View> {
  const unit = (await desk.registers.units()).get(caller.actor.unit);
  return { template: 'self/account.njk', title: t('self.account.title'), help: 'self.account.help', wide: true, model: { unitName: unit?.name ?? caller.actor.unit, sessions: await listSessions(desk, caller) } };
}

export const accountPage = page({ name: 'account', path: '/me', action: 'self.read', show });

export const endSessionAct = act({
  name: 'endSession', path: '/me/sessions/:id/end', action: 'self.sessions', params: byId, quiet: true,
  run: ({ desk, caller, params }) => endSession(desk, caller, params.id),
  then: () => ({ to: paths.account(), notice: 'self.account.ended' }),
  again: show,
});
