import { listOf } from '../contracts/common.ts';
import * as contract from '../contracts/mail-text.ts';
import { route, type Route } from '../http/route.ts';
import { previewMailText } from '../use-cases/mail-preview.ts';
import { getMailText, listMailTexts, saveMailText } from '../use-cases/mail-texts.ts';

const tag = 'mails';
const params = contract.byMailText;

export const mailTextRoutes: readonly Route[] = [
  route({
    name: 'listMailTexts', tag, method: 'get', path: '/mail-texts', action: 'mailText.read', answer: listOf(contract.mailText),
    summary: { vi: 'Lời thư: các câu, chỗ được điền và lời đang dùng', en: 'Words of mails: each text, the figures it may name, and its words now' },
    handle: async ({ desk }) => ({ items: await listMailTexts(desk) }),
  }),
  route({
    name: 'readMailText', tag, method: 'get', path: '/mail-texts/:key', action: 'mailText.read', params, answer: contract.mailTextWithHistory,
    summary: { vi: 'Một câu của thư và các lần sửa', en: 'One text of mails and its changes' },
    handle: ({ desk }, _caller, { params: { key } }) => getMailText(desk, key),
  }),
  route({
    name: 'saveMailText', tag, method: 'put', path: '/mail-texts/:key', action: 'mailText.write', ifMatch: 'required', params, body: contract.newWords, answer: contract.mailText,
    summary: { vi: 'Sửa lời thư, hoặc trả về lời gốc (null)', en: 'Change the words of a text, or go back to the original (null)' },
    handle: ({ desk }, caller, { params: { key }, body, ifMatch = -1 }) => saveMailText(desk, caller, { key, words: body, expected: ifMatch }),
  }),
  route({
    name: 'previewMailText', tag, method: 'post', path: '/mail-texts/:key/preview', action: 'mailText.read', quiet: true, params, body: contract.previewRequest, answer: contract.preview,
    summary: { vi: 'Xem trước thư với lời đang gõ, theo một đơn vị có thật', en: 'The mail that a unit of a real year would get with these words' },
    handle: async ({ desk }, _caller, { params: { key }, body: { words, ...place } }) => (await previewMailText(desk, { key, ...place, ...(words ? { words } : {}) })) ?? null,
  }),
];
