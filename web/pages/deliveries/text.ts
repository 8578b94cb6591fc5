import { z } from 'zod';
import { previewMailText } from '../../../api/use-cases/mail-preview.ts';
import { getMailText, saveMailText, type NewWords } from '../../../api/use-cases/mail-texts.ts';
import { languages } from '../../../domain/text.ts';
import { keptOf, one } from '../../http/form.ts';
import { act, page, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { placeOf, previewModel } from './letters.ts';

const byKey = z.strictObject({ key: z.string().max(60) });
type ByKey = z.output<typeof byKey>;

/** What the text is used for, with its group where it has one: a plan is reminded of and escalated. */
function nameOf(t: Visit['t'], key: string): string {
  const group = `mailTexts.group.${key.split('.')[0] ?? ''}`;
  return key.includes('.') && t.has(group) ? `${t(group)}: ${t(`mailTexts.use.${key}`)}` : t(`mailTexts.use.${key}`);
}

const crumbs = (t: Visit['t'], key: string) => [{ text: t('mailTexts.title'), href: paths.mailTexts() }, { text: nameOf(t, key) }];

/** The form with what is typed in it; below it the mail as a unit would get it with the words given. */
async function form(visit: Visit<ByKey>, words?: NewWords): Promise<View> {
  const { desk, t, params: { key }, filled: { values } } = visit;
  const text = await getMailText(desk, key);
  const preview = await previewMailText(desk, { key, ...placeOf(values), ...(words ? { words } : {}) });
  return {
    template: 'deliveries/text.njk', title: nameOf(t, key), lead: text.version === 0 || !(text.words.vi.isChanged || text.words.en.isChanged) ? t('mailTexts.isOriginal') : t('mailTexts.isChanged', { version: text.version }), help: 'mailTexts.textHelp', crumbs: crumbs(t, key), wide: true,
    model: {
      text, languages, action: paths.mailText(key), original: paths.originalMailText(key), isUnsaved: words !== undefined,
      figures: text.figures.map((name) => ({ mark: `{{${name}}}`, means: t(`mailTexts.figure.${name}`), isNeeded: text.needed.includes(name) })),
      ...(await previewModel(visit, preview, (language, place) => paths.mailTextFrame(key, language, { ...place, text: words?.[language] ?? undefined }))),
    },
  };
}

export const mailTextPage = page({ name: 'mailText', path: '/admin/mail-texts/:key', action: 'mailText.read', params: byKey, show: (visit) => form(visit) });

const frameOf = z.strictObject({ key: z.string().max(60), language: z.enum(languages) });
const frameQuery = z.object({ cycle: z.string().max(100).optional(), unit: z.string().max(100).optional(), text: z.string().max(5_000).optional() });

async function frame({ desk, params: { key, language }, query: { cycle, unit, text } }: Visit<z.output<typeof frameOf>, z.output<typeof frameQuery>>): Promise<Download> {
  const preview = await previewMailText(desk, { key, ...(cycle ? { cycle } : {}), ...(unit ? { unit } : {}), ...(text === undefined ? {} : { words: { [language]: text } }) });
  return { fileName: 'thu.html', type: 'text/html', body: preview?.letters[language].html ?? '', framed: true };
}

export const mailTextFrame = page({ name: 'mailTextFrame', path: '/admin/mail-texts/:key/:language/mail.html', action: 'mailText.read', params: frameOf, query: frameQuery, show: frame });

const version = z.coerce.number().int().min(0);
const typedForm = z.object({ vi: z.string(), en: z.string(), version, cycle: z.string().max(100).optional(), unit: z.string().max(100).optional() });

/** Shown with a real unit until it is saved; wrong words are refused before. */
export const saveMailTextAct = act({
  name: 'saveMailText', path: '/admin/mail-texts/:key', action: 'mailText.write', params: byKey, once: true, form: typedForm,
  read: (fields) => ({ vi: one(fields, 'vi'), en: one(fields, 'en'), version: one(fields, 'version'), ...placeOf(fields) }),
  ask: (visit, { vi, en }) => form(visit, { vi, en }),
  run: ({ desk, caller, params: { key } }, { vi, en, version: expected }) => saveMailText(desk, caller, { key, words: { vi, en }, expected }),
  then: ({ key }) => ({ to: paths.mailText(key), notice: 'mailTexts.saved' }),
  again: (visit) => form({ ...visit, filled: { ...visit.filled, values: { ...visit.filled.values } } }),
});

export const originalMailTextAct = act({
  name: 'originalMailText', path: '/admin/mail-texts/:key/original', action: 'mailText.write', params: byKey, once: true, form: z.object({ version }),
  read: (fields) => ({ version: one(fields, 'version') }),
  ask: async ({ desk, t, params: { key }, filled: { values } }) => {
    const { words } = await getMailText(desk, key);
    return {
      template: 'components/ask.njk', title: t('mailTexts.toOriginal'), crumbs: crumbs(t, key), help: 'mailTexts.toOriginalHelp',
      model: { will: languages.map((language) => t('mailTexts.willBe', { language: t(`self.mails.in.${language}`), text: words[language].original })), action: paths.originalMailText(key), back: paths.mailText(key), button: t('mailTexts.toOriginal'), kept: keptOf(values) },
    };
  },
  run: ({ desk, caller, params: { key } }, { version: expected }) => saveMailText(desk, caller, { key, words: { vi: null, en: null }, expected }),
  then: ({ key }) => ({ to: paths.mailText(key), notice: 'mailTexts.restored' }),
  again: (visit) => form(visit),
});
