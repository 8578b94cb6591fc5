import type { z } from 'zod';
import * as contract from '../contracts/attachment.ts';
import { inCycle, listOf, planPlace, reportPlace } from '../contracts/common.ts';
import { parse } from '../http/parse.ts';
import { route, type Route } from '../http/route.ts';
import { sendFile } from '../http/send-file.ts';
import { addFile, removeFile } from '../use-cases/attaching.ts';
import { listFiles, openFile } from '../use-cases/attachments.ts';
import { addGuidanceFile, listGuidanceFiles, openGuidanceFile, removeGuidanceFile } from '../use-cases/guidance-files.ts';
import type { Place } from '../use-cases/place.ts';

interface Kind {
  readonly noun: 'Plan' | 'Report';
  readonly tag: string;
  readonly base: `/${string}`;
  readonly place: z.ZodType<Place>;
  readonly one: z.ZodType<Place & { readonly file: string }>;
  readonly vi: string;
  readonly en: string;
}

const plan: Kind = { noun: 'Plan', tag: 'plans', base: '/cycles/:cycle/plans/:unit/files', place: planPlace, one: contract.planFile, vi: 'kế hoạch', en: 'plan' };
const report: Kind = { noun: 'Report', tag: 'reports', base: '/cycles/:cycle/reports/:quarter/:unit/files', place: reportPlace, one: contract.reportFile, vi: 'báo cáo', en: 'report' };

/** A download is answered by its stream alone. */
const download = { method: 'get', produces: 'application/octet-stream', answer: contract.bytes, handle: () => Promise.resolve('') } as const;

function dutyFiles({ noun, tag, base, place, one, vi, en }: Kind): readonly Route[] {
  const about = { tag, scope: 'unit' } as const;
  return [
    route({ ...about, name: `list${noun}Files`, method: 'get', path: base, action: 'file.read', params: place, answer: listOf(contract.attachment), summary: { vi: `Tệp đính kèm của ${vi}`, en: `Files of the ${en}` },
      handle: async ({ desk }, caller, { params }) => ({ items: await listFiles(desk, caller, params) }) }),
    route({ ...about, name: `add${noun}File`, method: 'post', path: base, status: 201, upload: true, action: 'file.add', params: place, query: contract.fileSubject, answer: contract.fileAnswer,
      summary: { vi: `Thêm tệp vào ${vi} đang soạn: PDF, .docx, .xlsx, PNG, JPEG, tối đa 20 MB, trong trường file`, en: `Add a file to the open draft of the ${en}: PDF, .docx, .xlsx, PNG, JPEG, at most 20 MB, as the field file` },
      handle: async ({ desk }, caller, { params, query, upload }) => addFile(desk, caller, { place: params, subject: contract.subjectOf(query), file: await upload() }) }),
    route({ ...about, ...download, name: `read${noun}File`, path: `${base}/:file`, action: 'file.read', params: one, summary: { vi: `Tải một tệp của ${vi}`, en: `Download a file of the ${en}` },
      stream: async ({ desk }, caller, { params }, response) => {
        const { file, ...at } = parse(one, params);
        await sendFile(response, await openFile(desk, caller, at, file));
      } }),
    route({ ...about, name: `remove${noun}File`, method: 'delete', path: `${base}/:file`, action: 'file.add', params: one, answer: contract.fileAnswer, summary: { vi: `Bỏ một tệp khỏi ${vi} đang soạn`, en: `Take a file out of the open draft of the ${en}` },
      handle: ({ desk }, caller, { params: { file, ...at } }) => removeFile(desk, caller, at, file) }),
  ];
}

const guidance = { tag: 'cycles', path: '/cycles/:cycle/guidance/files' } as const;

const guidanceFiles: readonly Route[] = [
  route({ ...guidance, name: 'listGuidanceFiles', method: 'get', action: 'cycle.read', params: inCycle, answer: listOf(contract.attachment), summary: { vi: 'Tệp kèm hướng dẫn của chu kỳ', en: 'Files of the guidance' },
    handle: async ({ desk }, _caller, { params }) => ({ items: await listGuidanceFiles(desk, params.cycle) }) }),
  route({ ...guidance, name: 'addGuidanceFile', method: 'post', status: 201, upload: true, action: 'file.guide', params: inCycle, answer: contract.fileAnswer, summary: { vi: 'Thêm tệp vào hướng dẫn, trong trường file', en: 'Add a file to the guidance, as the field file' },
    handle: async ({ desk }, caller, { params, upload }) => addGuidanceFile(desk, caller, { ...params, file: await upload() }) }),
  route({ ...guidance, ...download, name: 'readGuidanceFile', path: `${guidance.path}/:file`, action: 'cycle.read', params: contract.guidanceFile, summary: { vi: 'Tải một tệp kèm hướng dẫn', en: 'Download a file of the guidance' },
    stream: async ({ desk }, _caller, { params }, response) => {
      const { cycle, file } = parse(contract.guidanceFile, params);
      await sendFile(response, await openGuidanceFile(desk, cycle, file));
    } }),
  route({ ...guidance, name: 'removeGuidanceFile', method: 'delete', path: `${guidance.path}/:file`, action: 'file.guide', params: contract.guidanceFile, answer: contract.fileAnswer, summary: { vi: 'Bỏ một tệp khỏi hướng dẫn chưa ban hành', en: 'Take a file out of guidance that has not gone out' },
    handle: ({ desk }, caller, { params }) => removeGuidanceFile(desk, caller, params.cycle, params.file) }),
];

/** Files of plans, of reports and of the guidance. */
export const attachmentRoutes: readonly Route[] = [...dutyFiles(plan), ...dutyFiles(report), ...guidanceFiles];
