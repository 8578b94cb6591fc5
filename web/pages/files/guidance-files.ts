import { guidanceFile } from '../../../api/contracts/attachment.ts';
import { inCycle } from '../../../api/contracts/common.ts';
import { addGuidanceFile, listGuidanceFiles, openGuidanceFile, removeGuidanceFile } from '../../../api/use-cases/guidance-files.ts';
import { namesOf } from '../../../api/use-cases/people.ts';
import { isCycleOver } from '../../../domain/cycle-over.ts';
import { isAllowed } from '../../../domain/permissions.ts';
import { act, page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { rowOf } from './rows.ts';

/** Files of the guidance: for every member; the secretariat adds, and takes out until the guidance has gone out. */
async function show({ desk, caller, t, language, params: { cycle: id } }: Visit<{ cycle: string }>): Promise<View> {
  const [cycle, files] = await Promise.all([desk.registers.cycle(id), listGuidanceFiles(desk, id)]);
  const names = await namesOf(desk, files.map(({ uploadedBy }) => uploadedBy));
  const canAdd = isAllowed(caller.actor, 'file.guide') && !isCycleOver(cycle);
  const canRemove = canAdd && cycle.state === 'guidance';
  return {
    template: 'files/guidance.njk', title: t('files.guidance.title'), lead: t('files.guidance.lead', { count: files.length }), cycle, wide: true, help: canAdd ? 'files.guidance.help' : 'files.helpReader',
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(id) }, { text: t('files.guidance.title') }],
    model: {
      rows: files.map((file) => rowOf(file, names, language, { file: (of) => paths.guidanceFile(id, of), remove: canRemove ? (of) => paths.removeGuidanceFile(id, of) : undefined })),
      canAdd, action: paths.guidanceFiles(id), back: cycle.state === 'guidance' && canAdd ? paths.guidance(id) : paths.cycle(id),
    },
  };
}

const base = '/cycles/:cycle/guidance/files';

export const guidanceFilePages = [
  page({ name: 'guidanceFiles', path: base, action: 'cycle.read', params: inCycle, show }),
  act({
    name: 'addGuidanceFile', path: base, action: 'file.guide', params: inCycle, upload: true,
    run: ({ desk, caller, params, file }) => addGuidanceFile(desk, caller, { ...params, file }),
    then: ({ file }, { params }) => ({ to: paths.guidanceFiles(params.cycle), notice: 'files.added', figures: { name: file.name } }),
    again: show,
  }),
  page({ name: 'guidanceFile', path: `${base}/:file`, action: 'cycle.read', params: guidanceFile, show: async ({ desk, params }) => ({ stored: await openGuidanceFile(desk, params.cycle, params.file) }) }),
  act({
    name: 'removeGuidanceFile', path: `${base}/:file/removal`, action: 'file.guide', params: guidanceFile,
    run: ({ desk, caller, params }) => removeGuidanceFile(desk, caller, params.cycle, params.file),
    then: ({ file }, { params }) => ({ to: paths.guidanceFiles(params.cycle), notice: 'files.removed', figures: { name: file.name } }),
    again: show,
  }),
];
