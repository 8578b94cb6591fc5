import { languages, type Language } from '../../domain/text.ts';
import type { Fault } from '../../plans/issues.ts';
import { readDataFile } from '../../plans/read.ts';
import { targetPlaces, targetSentences, type TargetSentence, type TargetWords } from '../targets/words.ts';
import { template, type Template } from '../templates.ts';
import { yamlFiles, type Problems } from './files.ts';
import { sentencesSchema } from './schema.ts';
import { faultWords } from './words.ts';

type Sentences = Readonly<Record<TargetSentence, Template>>;

/** Reads `<folder>/<language>/targets.yaml`: every sentence about a target, and no other. */
export function readTargetWords(folder: string, problems: Problems): TargetWords | undefined {
  const read = (language: Language): Sentences | undefined => {
    const file = yamlFiles(`${folder}/${language}`).find(({ name }) => name === 'targets') ?? { file: `${folder}/${language}/targets.yaml`, name: 'targets', text: '{}' };
    const found = problems.gather(() => readDataFile({ ...file, schema: sentencesSchema, check: sentenceFaults }));
    return found && (Object.fromEntries(Object.entries(found).map(([key, text]) => [key, template(text)])) as Sentences);
  };
  const [vi, en] = languages.map(read);
  return vi && en ? { vi, en } : undefined;
}

function sentenceFaults(found: Readonly<Record<string, string>>): readonly Fault[] {
  const known: readonly string[] = targetSentences;
  const missing = known.filter((key) => !(key in found))
    .map((key) => ({ path: [], value: key, ...faultWords('missing-message', `thiếu câu “${key}”`, `sentence “${key}” is missing`, key) }));
  const extra = Object.keys(found).filter((key) => !known.includes(key))
    .map((key) => ({ path: [key], value: key, ...faultWords('message-without-use', `không nơi nào dùng câu “${key}”`, `sentence “${key}” is not used`, known.join(', ')) }));
  const places = Object.entries(found).flatMap(([key, text]) => template(text).places.filter((place) => !(targetPlaces as readonly string[]).includes(place))
    .map((place) => ({ path: [key], value: place, ...faultWords('unknown-place', `không có chỗ “${place}”`, `there is no place “${place}”`, targetPlaces.join(', ')) })));
  return [...missing, ...extra, ...places];
}
