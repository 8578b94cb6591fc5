import { z } from 'zod';
import { changePassword as body } from '../../../api/contracts/account.ts';
import { changePassword } from '../../../api/use-cases/self.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';

const form = z.object({ ...body.shape, repeated: z.string().default('') }).refine(({ next, repeated }) => next === repeated, { path: ['repeated'], error: 'not-repeated' });

async function show({ caller, t }: Visit): Promise<View> {
  return { model: { isFirst: caller.mustChangePassword }, template: 'self/password.njk', title: t('self.password.title'), help: caller.mustChangePassword ? 'self.password.first' : 'self.password.help' };
}

export const passwordPage = page({ name: 'password', path: '/me/password', action: 'self.password', show });

export const changePasswordAct = act({
  name: 'changePassword', path: '/me/password', action: 'self.password', form, secret: true,
  run: ({ desk, caller }, { current, next }) => changePassword(desk, caller, { current, next }),
  then: () => ({ to: paths.work(), notice: 'self.password.changed' }),
  again: show,
});
