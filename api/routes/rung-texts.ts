import { listOf } from '../contracts/common.ts';
import { preview } from '../contracts/mail-text.ts';
import * as contract from '../contracts/rung-text.ts';
import { route, type Route } from '../http/route.ts';
import { previewRungText } from '../use-cases/mail-preview.ts';
import { getRungText, listRungTexts, retireRungText, saveRungText } from '../use-cases/rung-texts.ts';

const tag = 'mails';
const params = contract.byRungText;

/** Texts of the secretariat's own, which rungs of a ladder may name. */
export const rungTextRoutes: readonly Route[] = [
  route({
    name: 'listRungTexts', tag, method: 'get', path: '/rung-texts', action: 'mailText.read', answer: listOf(contract.rungText),
    summary: { vi: 'Lời thư riêng mà nấc nhắc chọn được, và nơi đang dùng', en: 'Own texts that rungs may name, and where each is used' },
    handle: async ({ desk }) => ({ items: await listRungTexts(desk) }),
  }),
  route({
    name: 'readRungText', tag, method: 'get', path: '/rung-texts/:key', action: 'mailText.read', params, answer: contract.rungTextWithHistory,
    summary: { vi: 'Một lời thư riêng và các lần sửa', en: 'One own text and its changes' },
    handle: ({ desk }, _caller, { params: { key } }) => getRungText(desk, key),
  }),
  route({
    name: 'saveRungText', tag, method: 'put', path: '/rung-texts/:key', action: 'mailText.write', ifMatch: 'required', params, body: contract.newRungText, answer: contract.savedRungText,
    summary: { vi: 'Thêm một lời thư riêng (phiên bản 0), hoặc sửa', en: 'Add an own text (version 0), or change it' },
    handle: ({ desk }, caller, { params: { key }, body, ifMatch = -1 }) => saveRungText(desk, caller, { key, ...body, expected: ifMatch }),
  }),
  route({
    name: 'retireRungText', tag, method: 'post', path: '/rung-texts/:key/retirement', action: 'mailText.write', ifMatch: 'required', params, body: contract.retirement, answer: contract.savedRungText,
    summary: { vi: 'Thôi dùng một lời thư riêng, hoặc dùng lại', en: 'Retire an own text, or take it back' },
    handle: ({ desk }, caller, { params: { key }, body, ifMatch = -1 }) => retireRungText(desk, caller, { key, ...body, expected: ifMatch }),
  }),
  route({
    name: 'previewRungText', tag, method: 'post', path: '/rung-texts/:key/preview', action: 'mailText.read', quiet: true, params, body: contract.rungTextPreview, answer: preview,
    summary: { vi: 'Xem trước thư với lời đang gõ, theo một đơn vị có thật', en: 'The mail that a unit of a real year would get with these words' },
    handle: async ({ desk }, _caller, { params: { key }, body }) => (await previewRungText(desk, { key, ...body })) ?? null,
  }),
];
