import { z } from 'zod';
import { day } from '../../../api/contracts/common.ts';
import { newToken } from '../../../api/contracts/account.ts';
import { createToken, listTokens, revokeToken } from '../../../api/use-cases/self.ts';
import { addDays, dateOf, endOfDay } from '../../../domain/plain-date.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

const byId = z.strictObject({ id: z.string().max(100) });

/** A token lives for a season unless its holder says otherwise. */
const usualDays = 90;

const crumbs = (t: Visit['t']) => [{ text: t('self.account.title'), href: paths.account() }, { text: t('self.tokens.title') }];

async function show({ desk, caller, t }: Visit): Promise<View> {
  const now = desk.now();
  const tokens = (await listTokens(desk, caller)).map((token) => ({ ...token, isOver: token.expiresAt !== null && token.expiresAt <= now, revoke: paths.revokeToken(token.id) }));
  return {
    template: 'self/tokens.njk', title: t('self.tokens.title'), lead: t('self.tokens.lead', { count: tokens.filter(({ isOver }) => !isOver).length }), help: 'self.tokens.help', crumbs: crumbs(t), wide: true,
    model: { tokens, today: dateOf(now), usual: addDays(dateOf(now), usualDays) },
  };
}

export const tokensPage = page({ name: 'tokens', path: '/me/tokens', action: 'self.tokens', show });

/** Not kept under the form's key: a stored answer would keep the secret. */
export const createTokenAct = act({
  name: 'createToken', path: '/me/tokens', action: 'self.tokens', secret: true,
  form: z.object({ name: newToken.shape.name, expires: day.optional() }),
  run: ({ desk, caller }, { name, expires }) => createToken(desk, caller, { name, ...(expires === undefined ? {} : { expiresAt: endOfDay(expires) }) }),
  then: ({ name, secret, expiresAt }, { t }) => ({ template: 'self/token-once.njk', title: t('self.tokens.onceTitle'), crumbs: crumbs(t), model: { name, secret, expiresAt } }),
  fieldOf: (pointer) => (pointer.startsWith('/expires') ? 'expires' : pointer.slice(1)),
  again: show,
});

export const revokeTokenAct = act({
  name: 'revokeToken', path: '/me/tokens/:id/revoke', action: 'self.tokens', params: byId,
  run: ({ desk, caller, params }) => revokeToken(desk, caller, params.id),
  then: () => ({ to: paths.tokens(), notice: 'self.tokens.revoked' }),
  again: show,
});
