import { z } from 'zod';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { fieldOfLadder, ladderEditor } from '../ladder/editor.ts';
import { typedLadder } from '../ladder/rungs.ts';
import { quietFields, typedQuiet } from './quiet.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

/** The ladder of each kind of duty, a row per rung; a row whose days are emptied goes. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const draft = await readDraft(visit);
  return stepView({ draft, step: 'reminders', lead: visit.t('launch.reminders.lead'), model: { ...(await ladderEditor(visit, draft.content.ladder)), quiet: quietFields(visit, draft.content.quietHours) } }, visit);
}

export const remindersPage = page({ name: 'launchReminders', path: '/cycles/new/:draft/reminders', action: 'cycle.launch', params: byDraft, show });
export const remindersAct = act({
  name: 'saveLaunchReminders', path: '/cycles/new/:draft/reminders', action: 'cycle.launch', params: byDraft, quiet: true, form: z.object({ version, ladder: typedLadder.schema, quietHours: typedQuiet.schema }),
  read: (fields) => ({ version: versionOf(fields), ladder: typedLadder.read(fields), quietHours: typedQuiet.read(fields) }),
  run: ({ desk, caller, params }, { version: expected, ladder, quietHours }) => saveLaunch(desk, caller, { id: params.draft, version: expected, changes: { ladder, quietHours } }),
  then: (_, { params }) => ({ to: paths.launchStep(params.draft, nextStep('reminders')) }),
  again: show,
  fieldOf: (pointer) => (pointer.startsWith('/quietHours') ? `quiet-${pointer.split('/')[2] ?? 'from'}` : fieldOfLadder(pointer)),
});
