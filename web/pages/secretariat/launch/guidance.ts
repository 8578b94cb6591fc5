import { z } from 'zod';
import { fileId } from '../../../../api/contracts/attachment.ts';
import { prose } from '../../../../api/contracts/common.ts';
import { saveLaunch } from '../../../../api/use-cases/launch-drafts.ts';
import { addLaunchFile, openLaunchFile, removeLaunchFile } from '../../../../api/use-cases/launch-files.ts';
import { fileRefused } from '../../../../domain/file-faults.ts';
import type { LaunchDraft } from '../../../../domain/launch-draft.ts';
import { one, type Fields } from '../../../http/form.ts';
import { act, page, type AnyPage, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { sizeInWords } from '../../files/rows.ts';
import { byDraft, nextStep, readDraft, stepView, version, versionOf, type InDraft } from './steps.ts';

/** The files of a draft as its pages list them. */
export const filesOf = ({ id, content }: LaunchDraft, { language }: Pick<Visit, 'language'>) =>
  content.files.map((file) => ({ name: file.name, size: sizeInWords(file.size, language), href: paths.launchFile(id, file.id), remove: paths.removeLaunchFile(id, file.id) }));

/** What the units are told, and the files that go with it. It goes out when the guidance is published, after the launch. */
async function show(visit: Visit<InDraft>): Promise<View> {
  const draft = await readDraft(visit);
  return stepView({ draft, step: 'guidance', wide: false, lead: visit.t('launch.guidance.lead'), model: { text: draft.content.guidance, files: filesOf(draft, visit), add: paths.launchFiles(draft.id) } }, visit);
}

const path = '/cycles/new/:draft/guidance';
const withFile = byDraft.extend({ file: fileId });
type WithFile = z.output<typeof withFile>;

/** Every button of the step sends the text as it stands: none of it is lost when a file comes or goes. */
const text = z.object({ version, guidance: prose(20_000) });
const read = (fields: Fields): unknown => ({ version: versionOf(fields), guidance: one(fields, 'guidance') });
const here = ({ params }: Visit<InDraft>) => ({ to: paths.launchStep(params.draft, 'guidance') });

export const guidancePages: readonly AnyPage[] = [
  page({ name: 'launchGuidance', path, action: 'cycle.launch', params: byDraft, show }),
  act({
    name: 'saveLaunchGuidance', path, action: 'cycle.launch', params: byDraft, quiet: true, form: text.extend({ file: z.string().default('') }),
    read: (fields) => ({ ...read(fields) as object, file: one(fields, 'file') }),
    run: ({ desk, caller, params }, { version: expected, guidance, file }) => {
      // sent without its bytes: chosen, and not uploaded
      if (file !== '') throw fileRefused('file-not-sent');
      return saveLaunch(desk, caller, { id: params.draft, version: expected, changes: { guidance } });
    },
    then: (_, { params }) => ({ to: paths.launchStep(params.draft, nextStep('guidance')) }),
    again: show,
  }),
  act({
    name: 'addLaunchFile', path: `${path}/files`, action: 'cycle.launch', params: byDraft, upload: true, form: text, read,
    run: ({ desk, caller, params, file }, typed) => addLaunchFile(desk, caller, { id: params.draft, ...typed, file }),
    then: ({ content }, visit) => ({ ...here(visit), notice: 'files.added', figures: { name: content.files.at(-1)?.name ?? '' } }),
    again: show,
  }),
  page<typeof withFile>({ name: 'launchFile', path: `${path}/files/:file`, action: 'cycle.launch', params: withFile, show: async ({ desk, caller, params }) => ({ stored: await openLaunchFile(desk, caller, params.draft, params.file) }) }),
  act<typeof withFile, typeof text, LaunchDraft>({
    name: 'removeLaunchFile', path: `${path}/files/:file/removal`, action: 'cycle.launch', params: withFile, quiet: true, form: text, read,
    run: ({ desk, caller, params }: Visit<WithFile>, typed) => removeLaunchFile(desk, caller, params.file, { id: params.draft, ...typed }),
    then: (_, visit) => ({ ...here(visit), notice: 'launch.guidance.removed' }),
    again: show,
  }),
];
