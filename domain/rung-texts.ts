import { ladderKinds, type Cycle, type LadderKind, type Ladders } from './cycle.ts';
import { textFaults, type MailTextSpec, type MailWords } from './mail-texts.ts';
import type { FieldError } from './refusals.ts';
import { languages, type Language } from './text.ts';

/** The sentence that is the subject as well, and what follows it in the mail: lines, perhaps none. */
export interface RungWords {
  readonly subject: string;
  readonly body: string;
}

/** A text of the secretariat's own that rungs of a ladder may name instead of the usual one. Versions are added and never changed. */
export interface RungText {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  /** No rung may name it any more; mails that are owed already keep its words. */
  readonly isRetired: boolean;
  readonly words: Readonly<Record<Language, RungWords>>;
  readonly savedAt: number;
  readonly savedBy: string;
}

/** The same figures as the usual texts of reminders: nothing of a plan. */
const figures = ['what', 'unit', 'due', 'year'] as const;
export const rungTextSpecs = {
  subject: { figures, needed: ['what', 'unit', 'due'], most: 200 },
  body: { figures, needed: [], most: 1_000, hasLines: true },
} as const satisfies Readonly<Record<keyof RungWords, MailTextSpec>>;

/** What is wrong with its words, each at `/<language>/<part>`. */
export function rungTextFaults(key: string, words: Partial<RungText['words']>): readonly FieldError[] {
  return languages.flatMap((language) => {
    const given = words[language];
    if (!given) return [];
    const of = (part: keyof RungWords) => textFaults(rungTextSpecs[part], { key, text: given[part], pointer: `/${language}/${part}` });
    return [...of('subject'), ...(given.body.trim() === '' ? [] : of('body'))];
  });
}

/** Under which the words of mails hold it. */
export const rungWordsKey = (key: string, part: keyof RungWords): string => `rung.${key}.${part}`;

/** Words of all own texts, for the mails; one that could not be used any more is left out, and the usual text stands. */
export function rungWordsOf(texts: readonly Pick<RungText, 'key' | 'words'>[], language: Language): MailWords {
  const usable = texts.filter(({ key, words }) => rungTextFaults(key, { [language]: words[language] }).length === 0);
  return Object.fromEntries(usable.flatMap(({ key, words: { [language]: { subject, body } } }) => [[rungWordsKey(key, 'subject'), subject], [rungWordsKey(key, 'body'), body]]));
}

/** What a rung may name, of the newest versions. */
export type NamedTexts = readonly Pick<RungText, 'key' | 'isRetired'>[];

/** Where ladders name a text: kinds of duty, each once. */
export const kindsNaming = (ladder: Ladders, key: string): readonly LadderKind[] => ladderKinds.filter((kind) => ladder[kind].some(({ text }) => text === key));

/** A running year whose ladder names a text. */
export interface TextUse extends Pick<Cycle, 'id' | 'title'> {
  readonly kinds: readonly LadderKind[];
}

export const usesOf = (key: string, cycles: readonly Pick<Cycle, 'id' | 'title' | 'settings'>[]): readonly TextUse[] =>
  cycles.map(({ id, title, settings }) => ({ id, title, kinds: kindsNaming(settings.ladder, key) })).filter(({ kinds }) => kinds.length > 0);
