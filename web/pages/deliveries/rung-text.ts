import { z } from 'zod';
import { newRungText } from '../../../api/contracts/rung-text.ts';
import { previewRungText } from '../../../api/use-cases/mail-preview.ts';
import { addRungText, getRungText, saveRungText, type RungTextView } from '../../../api/use-cases/rung-texts.ts';
import { rungTextSpecs, type RungText, type RungWords } from '../../../domain/rung-texts.ts';
import { languages } from '../../../domain/text.ts';
import { one, type Fields } from '../../http/form.ts';
import { act, page, type AnyPage, type Download, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { placeOf, previewModel } from './letters.ts';

export const byKey = z.strictObject({ key: z.string().max(40) });
type ByKey = z.output<typeof byKey>;
const parts = ['subject', 'body'] as const satisfies readonly (keyof RungWords)[];
/** In addresses and subjects, of a text that has no key yet. */
const unnamed = 'moi';

export const crumbsOf = (t: Visit['t'], name: string) => [{ text: t('mailTexts.title'), href: paths.mailTexts() }, { text: name }];

/** Where a text is named: running years with a way to their ladder, launches in preparation with a way to theirs. */
export const placesOf = ({ uses, drafts }: RungTextView, t: Visit['t']) => {
  const kinds = (each: RungTextView['uses'][number]): string => each.kinds.map((kind) => t(`launch.reminders.kinds.${kind}`)).join(', ');
  return [
    ...uses.map((each) => ({ text: t('rungTexts.inYear', { title: each.title, kinds: kinds(each) }), href: paths.ladder(each.id) })),
    ...drafts.map((each) => ({ text: t('rungTexts.inDraft', { title: each.title, kinds: kinds(each) }), href: paths.launchStep(each.id, 'reminders') })),
  ];
};

interface Shown {
  readonly text?: Awaited<ReturnType<typeof getRungText>>;
  /** Typed, and sound enough to be shown. */
  readonly words?: RungText['words'];
}

/** The form with what is typed in it; below it the mail as a unit would get it. */
async function form(visit: Visit, { text, words }: Shown): Promise<View> {
  const { desk, t, filled: { values } } = visit;
  const key = text?.key ?? unnamed;
  const shown = words ?? text?.words;
  const preview = shown && (await previewRungText(desk, { key, words: shown, ...placeOf(values) }));
  const title = text?.name ?? t('rungTexts.new');
  return {
    template: 'deliveries/rung-text.njk', title, lead: text ? t(text.isRetired ? 'rungTexts.isRetired' : 'rungTexts.isUsed', { count: text.uses.length }) : t('rungTexts.newLead'), help: 'rungTexts.help', crumbs: crumbsOf(t, title), wide: true,
    model: {
      text, languages, parts: parts.map((part) => ({ part, rows: part === 'subject' ? 2 : 5 })), action: text ? paths.rungText(key) : paths.newRungText(), isUnsaved: words !== undefined,
      figures: rungTextSpecs.body.figures.map((name) => ({ mark: `{{${name}}}`, means: t(`mailTexts.figure.${name}`), isNeeded: (rungTextSpecs.subject.needed as readonly string[]).includes(name) })),
      places: text ? placesOf(text, t) : [], retire: text && paths.retireRungText(key),
      ...(await previewModel(visit, preview, (language, place) => paths.rungTextFrame(key, language, { ...place, ...(words ? { subject: words[language].subject, body: words[language].body } : {}) }))),
    },
  };
}

const typed = z.object({ name: newRungText.shape.name, words: newRungText.shape.words, version: z.coerce.number().int().min(0) });
const read = (fields: Fields): unknown => ({
  name: one(fields, 'name'), version: one(fields, 'version'), words: Object.fromEntries(languages.map((language) => [language, Object.fromEntries(parts.map((part) => [part, one(fields, `${language}-${part}`)]))])),
});
/** Words come as `/vi/subject` from the record's rules, and as `/words/vi/subject` from the form's. */
const fieldOf = (pointer: string): string => pointer.replace(/^\/(words\/)?/, '').replace('/', '-');

const saved = async (visit: Visit<ByKey>, words?: RungText['words']): Promise<View> => form(visit, { text: await getRungText(visit.desk, visit.params.key), ...(words ? { words } : {}) });

const frameOf = byKey.extend({ language: z.enum(languages) });
const frameQuery = z.object({ cycle: z.string().max(100).optional(), unit: z.string().max(100).optional(), subject: z.string().max(5_000).optional(), body: z.string().max(5_000).default('') });

async function frame({ desk, params: { key, language }, query: { cycle, unit, subject, body } }: Visit<z.output<typeof frameOf>, z.output<typeof frameQuery>>): Promise<Download> {
  const words = subject === undefined ? undefined : { vi: { subject, body }, en: { subject, body } };
  const preview = await previewRungText(desk, { key, ...(words ? { words } : {}), ...(cycle ? { cycle } : {}), ...(unit ? { unit } : {}) });
  return { fileName: 'thu.html', type: 'text/html', body: preview?.letters[language].html ?? '', framed: true };
}

export const rungTextPages: readonly AnyPage[] = [
  page({ name: 'newRungText', path: '/admin/new-rung-text', action: 'mailText.write', show: (visit) => form(visit, {}) }),
  act({
    name: 'addRungText', path: '/admin/new-rung-text', action: 'mailText.write', once: true, form: typed, read, fieldOf,
    ask: (visit, { words }) => form(visit, { words }),
    run: ({ desk, caller }, { name, words }) => addRungText(desk, caller, { name, words }),
    then: ({ key }) => ({ to: paths.rungText(key), notice: 'rungTexts.saved' }),
    again: (visit) => form(visit, {}),
  }),
  page({ name: 'rungText', path: '/admin/rung-texts/:key', action: 'mailText.read', params: byKey, show: (visit) => saved(visit) }),
  page({ name: 'rungTextFrame', path: '/admin/rung-texts/:key/:language/mail.html', action: 'mailText.read', params: frameOf, query: frameQuery, show: frame }),
  act({
    name: 'saveRungText', path: '/admin/rung-texts/:key', action: 'mailText.write', params: byKey, once: true, form: typed, read, fieldOf,
    ask: (visit, { words }) => saved(visit, words),
    run: ({ desk, caller, params: { key } }, { name, words, version }) => saveRungText(desk, caller, { key, name, words, expected: version }),
    then: ({ key }) => ({ to: paths.rungText(key), notice: 'rungTexts.saved' }),
    again: (visit) => saved(visit),
  }),
];
