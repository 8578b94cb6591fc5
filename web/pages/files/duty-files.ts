import { z } from 'zod';
import { fileId } from '../../../api/contracts/attachment.ts';
import { addFile, removeFile } from '../../../api/use-cases/attaching.ts';
import { listFiles, openFile } from '../../../api/use-cases/attachments.ts';
import { namesOf } from '../../../api/use-cases/people.ts';
import type { Attachment } from '../../../domain/attachment.ts';
import { one } from '../../http/form.ts';
import type { View, Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { crumbsOf, readHere } from '../duty/here.ts';
import { actOfDuty, pageOfDuty, type DutyParams } from '../duty/on-both.ts';
import { rowOf, subjectOfWord, subjectWord } from './rows.ts';
import { namesOfSubjects, subjectsOfDraft } from './subjects.ts';

const query = z.object({ for: z.string().max(200).default('') });
const subject = z.object({ subject: z.string().max(200).default('').transform(subjectOfWord) });
const oneFile = z.object({ file: fileId });
interface OneFile {
  readonly file: string;
}

/** Files of a plan or report by what they prove; its unit adds and takes out while the draft is open. */
async function show(visit: Visit<DutyParams>): Promise<View> {
  const { desk, caller, t, language, params, filled } = visit;
  const here = await readHere(visit);
  const files = await listFiles(desk, caller, params);
  const nameOf = await namesOfSubjects(visit, here);
  const names = await namesOf(desk, files.map(({ uploadedBy }) => uploadedBy));
  const canAdd = here.view.possible.some((act) => act === 'submit' || act === 'correct');
  const asked = one(filled.values, 'subject') || one(visit.query as Readonly<Record<string, string>>, 'for');
  const row = (file: Attachment) => rowOf(file, names, language, { file: (id) => paths.file(params, id), remove: canAdd ? (id) => paths.removeFile(params, id) : undefined });
  const groups = [...new Set(files.map(subjectWord))].map((value) => ({ title: nameOf(subjectOfWord(value)), rows: files.filter((file) => subjectWord(file) === value).map(row) }));
  return {
    template: 'files/duty.njk', title: t('files.title'), lead: t('files.lead', { count: files.filter(({ removedAt }) => removedAt === null).length, name: here.name, unit: here.unitName }), help: canAdd ? 'files.help' : 'files.helpReader', cycle: here.cycle, wide: true,
    crumbs: crumbsOf(here, visit, { text: t('files.title') }),
    model: { groups, canAdd, isSubmitted: here.view.submissions.length > 0, action: paths.files(params), subjects: canAdd ? await subjectsOfDraft(visit, nameOf) : [], asked, isReport: params.quarter !== undefined, back: canAdd ? paths.draft(params) : paths.duty(params) },
  };
}

const pages = pageOfDuty({ name: 'files', rest: '/files', query, action: 'file.read', scope: 'unit', show });

const adding = actOfDuty({
  name: 'addFile', rest: '/files', action: 'file.add', scope: 'unit', upload: true, form: subject,
  run: ({ desk, caller, params, file }, { subject: of }) => addFile(desk, caller, { place: params, subject: of, file }),
  then: ({ file }, { params }) => ({ to: paths.files(params, { for: subjectWord(file) }), notice: 'files.added', figures: { name: file.name } }),
  again: show, fieldOf: (pointer) => (/^\/(target|task)$/.test(pointer) ? 'subject' : 'file'),
});

const reading = pageOfDuty<OneFile>({
  name: 'file', rest: '/files/:file', more: oneFile, action: 'file.read', scope: 'unit',
  show: async ({ desk, caller, params: { file, ...place } }) => ({ stored: await openFile(desk, caller, place, file) }),
});

const removing = actOfDuty<OneFile, z.ZodType, Awaited<ReturnType<typeof removeFile>>>({
  name: 'removeFile', rest: '/files/:file/removal', more: oneFile, action: 'file.add', scope: 'unit',
  run: ({ desk, caller, params: { file, ...place } }) => removeFile(desk, caller, place, file),
  then: ({ file }, { params }) => ({ to: paths.files(params), notice: 'files.removed', figures: { name: file.name } }),
  again: show,
});

/** Files before one of them: fixed addresses come first. */
export const dutyFilePages = [...pages, ...adding, ...reading, ...removing];
