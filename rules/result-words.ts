import type { Language } from '../domain/text.ts';
import type { Template } from './templates.ts';

/** Every sentence that any rule's result may need; `rules/messages/<language>/results.yaml` has each of them, and no other. */
export const resultSentences = ['unknown', 'fix-unknown', 'blocks-from', 'waived', 'not-waivable', 'and', 'or', 'not', 'given', 'not-given', 'well-formed', 'one-of', 'none-of'] as const;
export type ResultSentence = (typeof resultSentences)[number];

export type ResultWords = Readonly<Record<Language, Readonly<Record<ResultSentence, Template>>>>;

/** Places that these sentences may have. */
export const resultPlaces = ['title', 'missing', 'day', 'finding', 'approver', 'expires', 'reason', 'left', 'right', 'what'] as const;
export type ResultPlace = (typeof resultPlaces)[number];

/** What stands in the places of one sentence. */
export type InPlaces = Partial<Record<ResultPlace, string>>;

export function say(words: ResultWords, language: Language, sentence: ResultSentence, inPlaces: InPlaces = {}): string {
  return words[language][sentence].render((place, about) => about[place as ResultPlace], inPlaces, language);
}
