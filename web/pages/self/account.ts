import { z } from 'zod';
import { endSession, listSessions } from '../../../api/use-cases/sessions.ts';
import { setLanguage, setReminders } from '../../../api/use-cases/self.ts';
import { languageChoice } from '../../../api/contracts/account.ts';
import { languages } from '../../../domain/text.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { choice, type FormField } from '../../view/fields.ts';

/** As a choice of the form: with all mails, or without those that may be done without. */
const reminderChoices = ['in', 'out'] as const;
const byId = z.strictObject({ id: z.string().max(100) });

async function show({ desk, caller, t }: Visit): Promise<View> {
  const [units, account] = await Promise.all([desk.registers.units(), desk.record.read.accounts.find(caller.actor.id)]);
  const unit = units.get(caller.actor.unit);
  const mails = { address: account?.email ?? '', fields: [{ kind: 'select', name: 'language', label: t('self.mails.language'), value: account?.language ?? 'vi', options: choice(languages, (each) => t(`self.mails.in.${each}`)) }] satisfies FormField[] };
  const reminders = [{ kind: 'select', name: 'reminders', label: t('self.reminders.label'), hint: t('self.reminders.hint'), value: account?.optedOut ? 'out' : 'in', options: choice(reminderChoices, (each) => t(`self.reminders.${each}`)) }] satisfies FormField[];
  return { template: 'self/account.njk', title: t('self.account.title'), help: 'self.account.help', wide: true, model: { unitName: unit?.name ?? caller.actor.unit, mails, reminders, sessions: await listSessions(desk, caller) } };
}

export const accountPage = page({ name: 'account', path: '/me', action: 'self.read', show });

export const endSessionAct = act({
  name: 'endSession', path: '/me/sessions/:id/end', action: 'self.sessions', params: byId, quiet: true,
  run: ({ desk, caller, params }) => endSession(desk, caller, params.id),
  then: () => ({ to: paths.account(), notice: 'self.account.ended' }),
  again: show,
});

/** Set by a form of its own: the switch of the pages is a link, and a link writes nothing in the record. */
export const setLanguageAct = act({
  name: 'setLanguage', path: '/me/language', action: 'self.language', form: languageChoice, once: true,
  run: ({ desk, caller }, { language }) => setLanguage(desk, caller, language),
  then: (_, { t }, { language }) => ({ to: paths.account(), notice: 'self.mails.set', figures: { language: t(`self.mails.in.${language}`) } }),
  again: show,
});

export const setRemindersAct = act({
  name: 'setReminders', path: '/me/reminders', action: 'self.reminders', form: z.object({ reminders: z.enum(reminderChoices) }), once: true,
  run: ({ desk, caller }, { reminders }) => setReminders(desk, caller, reminders === 'out'),
  then: (_, __, { reminders }) => ({ to: paths.account(), notice: `self.reminders.${reminders === 'out' ? 'isOut' : 'isIn'}` }),
  again: show,
});
