import { languages, type Language } from '../../domain/text.ts';
import type { Fault } from '../../plans/issues.ts';
import { readDataFile } from '../../plans/read.ts';
import { findFact } from '../facts/registry.ts';
import type { Rule, RuleFile, RuleWords } from '../rule.ts';
import { template } from '../templates.ts';
import { yamlFiles, type Problems, type TextFile } from './files.ts';
import { ruleWordsSchema } from './schema.ts';
import { sentenceFiles } from './sentences.ts';
import { faultWords } from './words.ts';

interface WrittenWords {
  readonly title: string;
  readonly message: string;
  readonly fix: string;
}

/** The words of all rules in one language, by rule id. */
type WordsOf = ReadonlyMap<string, RuleWords>;

const isSentences = ({ name }: TextFile): boolean => (sentenceFiles as readonly string[]).includes(name);

/** Reads `<folder>/<language>/*.yaml` but for the sentences that are about no one rule. A rule has its words once in each language. */
export function readRuleWords(folder: string, problems: Problems): Readonly<Record<Language, WordsOf>> {
  const read = (language: Language): WordsOf => {
    const words = new Map<string, RuleWords>();
    for (const file of ruleFilesOf(folder, language)) {
      const found = problems.gather(() => readDataFile({ ...file, schema: ruleWordsSchema, check: (value) => repeatedWords(value, words) }));
      for (const [id, { title, message, fix }] of Object.entries(found ?? {})) words.set(id, { title, message: template(message), fix: template(fix) });
    }
    return words;
  };
  return { vi: read('vi'), en: read('en') };
}

/** Throws when a rule has no words: the rule's file is refused before. */
export function wordsOf({ vi, en }: Readonly<Record<Language, WordsOf>>, id: string): Rule['words'] {
  const [inVi, inEn] = [vi.get(id), en.get(id)];
  if (!inVi || !inEn) throw new Error(`Rule ${id} has no words`);
  return { vi: inVi, en: inEn };
}

/** Words without a rule, and places that the rule has no fact for. `isKnown`: a file of that name exists, even one that was refused. */
export function checkRuleWords(folder: string, rules: ReadonlyMap<string, RuleFile>, isKnown: (id: string) => boolean, problems: Problems): void {
  for (const language of languages) {
    for (const file of ruleFilesOf(folder, language)) {
      problems.gather(() => readDataFile({ ...file, schema: ruleWordsSchema, check: (value) => Object.entries(value).flatMap(([id, words]) => wordsFaults(id, words, rules.get(id), isKnown(id))) }));
    }
  }
}

function ruleFilesOf(folder: string, language: Language): readonly TextFile[] {
  return yamlFiles(`${folder}/${language}`).filter((file) => !isSentences(file));
}

function repeatedWords(value: Readonly<Record<string, WrittenWords>>, before: WordsOf): readonly Fault[] {
  return Object.keys(value).filter((id) => before.has(id))
    .map((id) => ({ path: [id], value: id, ...faultWords('duplicate-message', 'câu chữ của quy tắc đã có ở tệp khác', 'the words of the rule are also in another file', { vi: 'một lần', en: 'once' }) }));
}

function wordsFaults(id: string, words: WrittenWords, rule: RuleFile | undefined, isKnown: boolean): readonly Fault[] {
  if (!isKnown) return [{ path: [id], value: id, ...faultWords('message-without-rule', `không có quy tắc “${id}”`, `there is no rule “${id}”`, { vi: 'mã của một quy tắc', en: 'the id of a rule' }) }];
  if (!rule) return [];
  return (['message', 'fix'] as const).flatMap((part) => template(words[part]).places.filter((place) => !isPlace(place, rule))
    .map((place) => ({ path: [id, part], value: place, ...faultWords('unknown-place', `không có dữ kiện “${place}” ở đây`, `there is no fact “${place}” here`, rule.forEach ?? 'document') })));
}

function isPlace(name: string, { forEach, stage }: RuleFile): boolean {
  const fact = findFact(name);
  return fact?.scope === (forEach ?? 'document') && stage.every((each) => fact.stages.includes(each));
}
