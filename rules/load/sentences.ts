import { languages, type Language } from '../../domain/text.ts';
import type { Fault } from '../../plans/issues.ts';
import { readDataFile } from '../../plans/read.ts';
import { resultPlaces, resultSentences, type ResultWords } from '../result-words.ts';
import { targetPlaces, targetSentences, type TargetWords } from '../targets/words.ts';
import { template, type Template } from '../templates.ts';
import { yamlFiles, type Problems } from './files.ts';
import { sentencesSchema } from './schema.ts';
import { faultWords } from './words.ts';

/** A file of sentences that is not about one rule: which it must have, and the places they may hold. */
interface SentenceFile<Sentence extends string> {
  readonly name: string;
  readonly sentences: readonly Sentence[];
  readonly places: readonly string[];
}

type Words<Sentence extends string> = Readonly<Record<Language, Readonly<Record<Sentence, Template>>>>;

/** Names of the files below `<folder>/<language>/` that hold such sentences. */
export const sentenceFiles = ['targets', 'results'] as const;

/** Reads `<folder>/<language>/targets.yaml`: every sentence about a target, and no other. */
export function readTargetWords(folder: string, problems: Problems): TargetWords | undefined {
  return readSentences(folder, { name: 'targets', sentences: targetSentences, places: targetPlaces }, problems);
}

/** Reads `<folder>/<language>/results.yaml`: every sentence about any result, and no other. */
export function readResultWords(folder: string, problems: Problems): ResultWords | undefined {
  return readSentences(folder, { name: 'results', sentences: resultSentences, places: resultPlaces }, problems);
}

function readSentences<Sentence extends string>(folder: string, of: SentenceFile<Sentence>, problems: Problems): Words<Sentence> | undefined {
  const read = (language: Language): Readonly<Record<Sentence, Template>> | undefined => {
    const file = yamlFiles(`${folder}/${language}`).find(({ name }) => name === of.name) ?? { file: `${folder}/${language}/${of.name}.yaml`, name: of.name, text: '{}' };
    const found = problems.gather(() => readDataFile({ ...file, schema: sentencesSchema, check: (value) => sentenceFaults(value, of) }));
    return found && (Object.fromEntries(Object.entries(found).map(([key, text]) => [key, template(text)])) as Record<Sentence, Template>);
  };
  const [vi, en] = languages.map(read);
  return vi && en ? { vi, en } : undefined;
}

function sentenceFaults(found: Readonly<Record<string, string>>, { sentences, places }: SentenceFile<string>): readonly Fault[] {
  const missing = sentences.filter((key) => !(key in found))
    .map((key) => ({ path: [], value: key, ...faultWords('missing-message', `thiếu câu “${key}”`, `sentence “${key}” is missing`, key) }));
  const extra = Object.keys(found).filter((key) => !sentences.includes(key))
    .map((key) => ({ path: [key], value: key, ...faultWords('message-without-use', `không nơi nào dùng câu “${key}”`, `sentence “${key}” is not used`, sentences.join(', ')) }));
  const strange = Object.entries(found).flatMap(([key, text]) => template(text).places.filter((place) => !places.includes(place))
    .map((place) => ({ path: [key], value: place, ...faultWords('unknown-place', `không có chỗ “${place}”`, `there is no place “${place}”`, places.join(', ')) })));
  return [...missing, ...extra, ...strange];
}
