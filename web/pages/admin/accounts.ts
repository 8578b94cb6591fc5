import { z } from 'zod';
import { accountChange, newAccount } from '../../../api/contracts/account.ts';
import { changeAccount, createAccount, listAccounts, type AccountChange } from '../../../api/use-cases/accounts.ts';
import { faultsByAddress } from '../../../api/use-cases/bounces.ts';
import { Refused } from '../../../domain/refusals.ts';
import { isRehearsalLogin } from '../../../domain/rehearsal-people.ts';
import { roles } from '../../../domain/roles.ts';
import { searchKey } from '../../../domain/search-key.ts';
import { languages } from '../../../domain/text.ts';
import { many, one, type Fields } from '../../http/form.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { choice } from '../../view/fields.ts';
import { formats } from '../../view/formats.ts';

const query = z.object({ q: z.string().max(200).default(''), role: z.enum(roles).optional().catch(undefined), rehearsed: z.literal('yes').optional().catch(undefined) });
const byId = z.strictObject({ id: z.string().max(100) });

/** People who play in rehearsals come by the hundred and never sign in: shown when asked for. */
async function list({ desk, t, language, query: { q, role, rehearsed } }: Visit<unknown, z.output<typeof query>>): Promise<View> {
  const [all, units, faults] = await Promise.all([listAccounts(desk), desk.registers.units(), faultsByAddress(desk)]);
  const accounts = rehearsed === undefined ? all.filter(({ login }) => !isRehearsalLogin(login)) : all;
  const wanted = searchKey(q);
  const rows = accounts.map((each) => ({ ...each, unitName: units.get(each.unit)?.name ?? each.unit, href: paths.accountOf(each.id), fault: faults.get(each.email?.toLowerCase() ?? '') }))
    .filter((each) => (role === undefined || each.roles.includes(role)) && searchKey(`${each.login} ${each.name} ${each.unitName} ${each.email ?? ''}`).includes(wanted))
    .toSorted((a, b) => (a.login < b.login ? -1 : 1));
  const locked = accounts.filter(({ lockedAt }) => lockedAt !== null).length;
  return { template: 'admin/accounts.njk', title: t('admin.accounts.title'), lead: t('admin.accounts.lead', { count: formats(language).number(accounts.length), locked: formats(language).number(locked) }), help: 'admin.accounts.help', wide: true, model: { rows, roles, wanted: { q, role }, create: paths.newAccount(), hidden: all.length - accounts.length, shownAll: paths.accounts({ q, role, rehearsed: 'yes' }) } };
}

export const accountsPage = page({ name: 'accounts', path: '/admin/accounts', action: 'account.list', query, show: list });

const optional = (text: string): string | undefined => (text === '' ? undefined : text);
const readNew = (fields: Fields): unknown => ({ login: one(fields, 'login'), name: one(fields, 'name'), email: optional(one(fields, 'email')), unit: one(fields, 'unit'), roles: many(fields, 'roles'), language: optional(one(fields, 'language')) });
const newForm = z.object({ ...newAccount.shape, email: newAccount.shape.email.optional(), language: newAccount.shape.language.optional(), password: z.undefined().optional() });

/** Units to choose from, by name. */
const unitsOf = async ({ desk }: Visit) => [...(await desk.registers.units()).values()].map(({ code, name }) => ({ value: code, text: `${name} (${code})` })).toSorted((a, b) => (a.text < b.text ? -1 : 1));

const languagesOf = ({ t }: Pick<Visit, 't'>) => choice(languages, (each) => t(`self.mails.in.${each}`));

async function showNew(visit: Visit): Promise<View> {
  const { t } = visit;
  return { template: 'admin/account-form.njk', title: t('admin.account.new'), help: 'admin.account.newHelp', crumbs: crumbs(visit, t('admin.account.new')), model: { roles, languages: languagesOf(visit), units: await unitsOf(visit), account: undefined, action: paths.newAccount() } };
}

const crumbs = ({ t }: Pick<Visit, 't'>, text: string) => [{ text: t('admin.accounts.title'), href: paths.accounts() }, { text }];

/** The password is shown on the answer to the form and nowhere else. */
const shownOnce = ({ t }: Visit, login: string, password: string): View => ({ template: 'admin/password-once.njk', title: t('admin.account.passwordTitle'), crumbs: crumbs({ t }, login), model: { login, password, back: paths.accounts() } });

export const newAccountPage = page({ name: 'newAccount', path: '/admin/accounts/new', action: 'account.write', show: showNew });

export const createAccountAct = act({
  name: 'createAccount', path: '/admin/accounts/new', action: 'account.write', form: newForm, read: readNew, secret: true,
  run: ({ desk, caller }, { email, language, password: _, ...rest }) => createAccount(desk, caller, { ...rest, ...(email === undefined ? {} : { email }), ...(language === undefined ? {} : { language }) }),
  then: ({ login, password = '' }, visit) => shownOnce(visit, login, password),
  again: showNew,
});

type ById = z.output<typeof byId>;

async function showOne(visit: Visit<ById>): Promise<View> {
  const { desk, caller, t, params } = visit;
  const account = (await listAccounts(desk)).find(({ id }) => id === params.id);
  if (!account) throw new Refused('not-found', { figures: { subject: params.id } });
  return {
    template: 'admin/account-form.njk', title: account.name, lead: t(account.lockedAt === null ? 'admin.account.open' : 'admin.account.locked', { login: account.login }), crumbs: crumbs(visit, account.login),
    model: { roles, languages: languagesOf(visit), units: await unitsOf(visit), account, isOwn: account.id === caller.actor.id, action: paths.accountOf(account.id), lock: paths.accountAct(account.id, account.lockedAt === null ? 'lock' : 'unlock'), reset: paths.accountAct(account.id, 'password') },
  };
}

export const accountPageOf = page({ name: 'accountOf', path: '/admin/accounts/:id', action: 'account.write', params: byId, show: showOne });

const changeForm = z.object({ name: accountChange.shape.name, email: z.email().max(200).nullable(), unit: accountChange.shape.unit, roles: accountChange.shape.roles, language: accountChange.shape.language });

export const changeAccountAct = act({
  name: 'changeAccount', path: '/admin/accounts/:id', action: 'account.write', params: byId, form: changeForm,
  read: (fields) => ({ name: one(fields, 'name'), email: optional(one(fields, 'email')) ?? null, unit: one(fields, 'unit'), roles: many(fields, 'roles'), ...(one(fields, 'language') === '' ? {} : { language: one(fields, 'language') }) }),
  run: ({ desk, caller, params }, change) => changeAccount(desk, caller, params.id, change as AccountChange),
  then: ({ login }) => ({ to: paths.accounts(), notice: 'admin.account.changed', figures: { login } }),
  again: showOne,
});

const spec = { action: 'account.write', params: byId, again: showOne } as const;
const locking = (name: 'lock' | 'unlock') => act({
  ...spec, name: `${name}Account`, path: `/admin/accounts/:id/${name}`,
  run: ({ desk, caller, params }) => changeAccount(desk, caller, params.id, { locked: name === 'lock' }),
  then: ({ login }) => ({ to: paths.accounts(), notice: `admin.account.${name}Done`, figures: { login } }),
});

export const lockAccountAct = locking('lock');
export const unlockAccountAct = locking('unlock');

export const resetPasswordAct = act({
  ...spec, name: 'resetPassword', path: '/admin/accounts/:id/password', secret: true,
  run: ({ desk, caller, params }) => changeAccount(desk, caller, params.id, { resetPassword: true }),
  then: ({ login, password = '' }, visit) => shownOnce(visit, login, password),
});
