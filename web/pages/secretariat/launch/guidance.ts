import { z } from 'zod';
import { prose } from '../../../../api/contracts/common.ts';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import { one } from '../../../http/form.ts';
import { act, page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

/** What the units are told. It goes out when the guidance is published, after the launch. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const draft = await readDraft(visit);
  return stepView({ draft, step: 'guidance', wide: false, lead: visit.t('launch.guidance.lead'), model: { text: draft.content.guidance } }, visit);
}

export const launchGuidancePage = page({ name: 'launchGuidance', path: '/cycles/new/:draft/guidance', action: 'cycle.launch', params: byDraft, show });
export const launchGuidanceAct = act({
  name: 'saveLaunchGuidance', path: '/cycles/new/:draft/guidance', action: 'cycle.launch', params: byDraft, quiet: true, form: z.object({ version, guidance: prose(20_000) }),
  read: (fields) => ({ version: versionOf(fields), guidance: one(fields, 'guidance') }),
  run: ({ desk, caller, params }, { version: expected, guidance }) => saveLaunch(desk, caller, { id: params.draft, version: expected, changes: { guidance } }),
  then: (_, { params }) => ({ to: paths.launchStep(params.draft, nextStep('guidance')) }),
  again: show,
});
