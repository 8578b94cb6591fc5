import { z } from 'zod';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import { ladderKinds, rungAudiences } from '../../../../domain/cycle.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { quietFields, typedQuiet } from './quiet.ts';
import { typedLadder, typedRows, ways } from './rungs.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

/** The ladder of each kind of duty, a row per rung; a row whose days are emptied goes. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const { t, filled } = visit;
  const draft = await readDraft(visit);
  const ladders = ladderKinds.map((kind) => ({ kind, rungs: typedRows(filled.values, kind, draft.content.ladder[kind]).map((rung, index) => ({ ...rung, index, says: saysOf(rung.days, t) })) }));
  return stepView({
    draft, step: 'reminders', lead: t('launch.reminders.lead'),
    model: { ladders, quiet: quietFields(visit, draft.content.quietHours), audiences: rungAudiences.map((value) => ({ value, text: t(`launch.reminders.to.${value}`) })), ways: ways.map((value) => ({ value, text: t(`launch.reminders.way.${value}`) })) },
  }, visit);
}

/** `5 ngày làm việc trước hạn`. */
function saysOf(typed: string, t: Visit['t']): string {
  const days = Number(typed);
  if (typed.trim() === '' || !Number.isInteger(days)) return '';
  return days === 0 ? t('launch.reminders.on') : t(days < 0 ? 'launch.reminders.before' : 'launch.reminders.after', { count: Math.abs(days) });
}

export const remindersPage = page({ name: 'launchReminders', path: '/cycles/new/:draft/reminders', action: 'cycle.launch', params: byDraft, show });
export const remindersAct = act({
  name: 'saveLaunchReminders', path: '/cycles/new/:draft/reminders', action: 'cycle.launch', params: byDraft, quiet: true, form: z.object({ version, ladder: typedLadder.schema, quietHours: typedQuiet.schema }),
  read: (fields) => ({ version: versionOf(fields), ladder: typedLadder.read(fields), quietHours: typedQuiet.read(fields) }),
  run: ({ desk, caller, params }, { version: expected, ladder, quietHours }) => saveLaunch(desk, caller, { id: params.draft, version: expected, changes: { ladder, quietHours } }),
  then: (_, { params }) => ({ to: paths.launchStep(params.draft, nextStep('reminders')) }),
  again: show,
  fieldOf: (pointer) => (pointer.startsWith('/quietHours') ? `quiet-${pointer.split('/')[2] ?? 'from'}` : pointer.split('/').slice(2, 4).join('.')),
});
