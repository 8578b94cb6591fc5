import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import { parse } from 'yaml';
import { languages, type Language } from '../../domain/text.ts';

/** Words of a key, with `{{figures}}` put in. Plural forms go by `count`. Throws on a key that no locale file holds: there are no raw keys on pages. */
export type Translate = ((key: string, figures?: Readonly<Record<string, unknown>>) => string) & { readonly has: (key: string, figures?: Readonly<Record<string, unknown>>) => boolean };

const folder = new URL('../locales/', import.meta.url);

/** All words of one language: one YAML file per area, its name the first step of the keys. */
export function wordsOf(language: Language): Readonly<Record<string, unknown>> {
  const files = readdirSync(new URL(`${language}/`, folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Object.fromEntries(files.map((name) => [name.slice(0, -5), parse(readFileSync(new URL(`${language}/${name}`, folder), 'utf8')) as unknown]));
}

const instance = i18next.createInstance();
void instance.init({
  lng: 'vi', fallbackLng: false, initAsync: false, returnNull: false, interpolation: { escapeValue: false },
  resources: Object.fromEntries(languages.map((language) => [language, { translation: wordsOf(language) as Record<string, string> }])),
});

const shown = (figure: unknown): string => (typeof figure === 'string' ? figure : figure === undefined || figure === null ? '' : typeof figure === 'number' ? String(figure) : JSON.stringify(figure));

/** Figures stand in words as `{{name}}`: what is not given stays, for a script to fill; nothing is written as nothing. */
const filled = (words: string, figures: Readonly<Record<string, unknown>>): string => words.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => (Object.hasOwn(figures, name) ? shown(figures[name]) : mark));

function translator(language: Language): Translate {
  const fixed = instance.getFixedT(language);
  const plurals = new Intl.PluralRules(language);
  const formOf = (count: unknown): string => (count === undefined ? '' : Number(count) === 0 ? 'zero' : plurals.select(Number(count)));
  // Words do not change while the process runs: i18next looks for those of a key and form once. A third of a long table's time went into that.
  const known = new Map<string, string>();
  const wordsFor = (key: string, figures: Readonly<Record<string, unknown>> | undefined): string | undefined => {
    const count = figures?.['count'];
    const asked = `${key} ${formOf(count)}`;
    const found = known.get(asked);
    if (found !== undefined) return found;
    const form = count === undefined ? {} : { count: Number(count) };
    if (!instance.exists(key, { lng: language, ...form })) return undefined;
    const words = fixed(key, { ...form, skipInterpolation: true });
    known.set(asked, words);
    return words;
  };
  const translate = (key: string, figures?: Readonly<Record<string, unknown>>): string => {
    const words = wordsFor(key, figures);
    if (words === undefined) throw new Error(`No words for ${key} (${language})`);
    return figures === undefined || !words.includes('{{') ? words : filled(words, figures);
  };
  return Object.assign(translate, { has: (key: string, figures?: Readonly<Record<string, unknown>>) => wordsFor(key, figures) !== undefined });
}

const translators: Readonly<Record<Language, Translate>> = { vi: translator('vi'), en: translator('en') };

export const translateTo = (language: Language): Translate => translators[language];
