import { z } from 'zod';
import { bytes } from '../contracts/attachment.ts';
import { listOf } from '../contracts/common.ts';
import * as cycles from '../contracts/cycle.ts';
import * as contract from '../contracts/launch-draft.ts';
import { parse } from '../http/parse.ts';
import { route, type Route } from '../http/route.ts';
import { sendFile } from '../http/send-file.ts';
import { dropLaunch, getLaunchDraft, launchDraft, listLaunchDrafts, proposeLaunch, saveLaunch, startLaunch, takeBackLaunch } from '../use-cases/launch-drafts.ts';
import { addLaunchFile, openLaunchFile, removeLaunchFile } from '../use-cases/launch-files.ts';
import { previewLaunch } from '../use-cases/launch-preview.ts';

const byId = z.strictObject({ id: z.string().max(60) });
const about = { tag: 'cycles', action: 'cycle.launch' } as const;
const one = { ...about, params: byId } as const;
/** Of the version that was read: another one now, and nothing is done. */
const acting = { ...one, key: true, ifMatch: 'required', answer: contract.launchDraft } as const;
const files = '/launch-drafts/:id/files';

/** Launches in preparation: the steps of the pages, for programs. */
export const launchDraftRoutes: readonly Route[] = [
  route({ ...about, name: 'listLaunchDrafts', method: 'get', path: '/launch-drafts', answer: listOf(contract.launchDraft), summary: { vi: 'Các chu kỳ đang chuẩn bị mở', en: 'Launches in preparation' },
    handle: async ({ desk }, caller) => ({ items: await listLaunchDrafts(desk, caller) }) }),
  route({ ...about, name: 'startLaunchDraft', method: 'post', path: '/launch-drafts', status: 201, key: true, body: contract.newLaunchDraft, answer: contract.launchDraft,
    summary: { vi: 'Bắt đầu chuẩn bị, điền sẵn theo kế hoạch và lịch làm việc', en: 'Begin one, with all that the plan and the working calendar propose' },
    handle: ({ desk }, caller, { body }) => startLaunch(desk, caller, body) }),
  route({ ...one, name: 'readLaunchDraft', method: 'get', path: '/launch-drafts/:id', answer: contract.launchDraft, summary: { vi: 'Một chu kỳ đang chuẩn bị mở', en: 'One launch in preparation' },
    handle: ({ desk }, caller, { params }) => getLaunchDraft(desk, caller, params.id) }),
  route({ ...one, name: 'saveLaunchDraft', method: 'patch', path: '/launch-drafts/:id', ifMatch: 'required', quiet: true, body: contract.launchStep, answer: contract.launchDraft,
    summary: { vi: 'Ghi một hay nhiều bước; phần không nêu giữ nguyên', en: 'Save one step or several; what is not given stays' },
    handle: ({ desk }, caller, { params, body, ifMatch = 0 }) => saveLaunch(desk, caller, { ...params, version: ifMatch, changes: body }) }),
  route({ ...one, name: 'previewLaunchDraft', method: 'get', path: '/launch-drafts/:id/preview', answer: contract.launchPreview, summary: { vi: 'Điều sẽ xảy ra khi mở, và còn vướng gì', en: 'What a launch would set going, and what is still wrong' },
    handle: async ({ desk }, caller, { params }) => previewLaunch(desk, await getLaunchDraft(desk, caller, params.id)) }),
  route({ ...acting, name: 'proposeLaunch', method: 'post', path: '/launch-drafts/:id/proposal', summary: { vi: 'Đề nghị mở; một người khác xác nhận', en: 'Propose it; a second person confirms' },
    handle: ({ desk }, caller, { params, ifMatch = 0 }) => proposeLaunch(desk, caller, { ...params, version: ifMatch }) }),
  route({ ...acting, name: 'takeBackLaunch', method: 'delete', path: '/launch-drafts/:id/proposal', summary: { vi: 'Rút đề nghị để sửa', en: 'Take the proposal back' },
    handle: ({ desk }, caller, { params, ifMatch = 0 }) => takeBackLaunch(desk, caller, { ...params, version: ifMatch }) }),
  route({ ...acting, name: 'launchDraft', method: 'post', path: '/launch-drafts/:id/launch', status: 201, answer: cycles.cycle, summary: { vi: 'Mở chu kỳ, hoặc xác nhận đề nghị của người khác', en: 'Launch it, or confirm what somebody else proposed' },
    handle: ({ desk }, caller, { params, ifMatch = 0 }) => launchDraft(desk, caller, { ...params, version: ifMatch }) }),
  route({ ...acting, name: 'dropLaunchDraft', method: 'delete', path: '/launch-drafts/:id', summary: { vi: 'Bỏ bản chuẩn bị', en: 'Drop it' },
    handle: ({ desk }, caller, { params, ifMatch = 0 }) => dropLaunch(desk, caller, { ...params, version: ifMatch }) }),
  route({ ...one, name: 'addLaunchFile', method: 'post', path: files, status: 201, upload: true, answer: contract.launchDraft, summary: { vi: 'Thêm tệp sẽ kèm hướng dẫn, trong trường file', en: 'Add a file that is to go with the guidance, as the field file' },
    handle: async ({ desk }, caller, { params, upload }) => addLaunchFile(desk, caller, { ...params, file: await upload() }) }),
  route({ ...about, name: 'readLaunchFile', method: 'get', path: `${files}/:file`, params: contract.launchFile, produces: 'application/octet-stream', answer: bytes, summary: { vi: 'Tải một tệp sẽ kèm hướng dẫn', en: 'Download such a file' }, handle: () => Promise.resolve(''),
    stream: async ({ desk }, caller, { params }, response) => {
      const { id, file } = parse(contract.launchFile, params);
      await sendFile(response, await openLaunchFile(desk, caller, id, file));
    } }),
  route({ ...about, name: 'removeLaunchFile', method: 'delete', path: `${files}/:file`, params: contract.launchFile, answer: contract.launchDraft, summary: { vi: 'Bỏ một tệp sẽ kèm hướng dẫn', en: 'Take such a file out' },
    handle: ({ desk }, caller, { params }) => removeLaunchFile(desk, caller, params.file, { id: params.id }) }),
];
