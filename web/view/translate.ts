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

function translator(language: Language): Translate {
  const fixed = instance.getFixedT(language);
  // Words do not go away while the process runs: a key is looked for once, with and without a count.
  const known = new Set<string>();
  const translate = (key: string, figures: Readonly<Record<string, unknown>> = {}): string => {
    const asked = 'count' in figures ? `${key} ${figures['count'] === 1}` : key;
    if (!known.has(asked)) {
      if (!instance.exists(key, { lng: language, ...figures })) throw new Error(`No words for ${key} (${language})`);
      known.add(asked);
    }
    return fixed(key, figures as Record<string, string>);
  };
  return Object.assign(translate, { has: (key: string, figures: Readonly<Record<string, unknown>> = {}) => instance.exists(key, { lng: language, ...figures }) });
}

const translators: Readonly<Record<Language, Translate>> = { vi: translator('vi'), en: translator('en') };

export const translateTo = (language: Language): Translate => translators[language];
