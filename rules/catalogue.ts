import { fileURLToPath } from 'node:url';
import { contentHash } from '../domain/content-hash.ts';
import { readDataFile } from '../plans/read.ts';
import { readGrounds, shippedGroundsFile } from './grounds.ts';
import { compiled } from './load/compiled.ts';
import { Problems, yamlFile, yamlFiles } from './load/files.ts';
import { checkRuleWords, readRuleWords, wordsOf } from './load/messages.ts';
import { ruleFaults } from './load/rule-faults.ts';
import { ruleSchema } from './load/schema.ts';
import { readResultWords, readTargetWords } from './load/sentences.ts';
import type { ResultWords } from './result-words.ts';
import type { Ground, Rule, RuleFile } from './rule.ts';
import type { TargetWords } from './targets/words.ts';

/** A set of rules, ready to run. */
export interface Catalogue {
  readonly rules: readonly Rule[];
  readonly targetWords: TargetWords;
  readonly resultWords: ResultWords;
  /** Changes with any rule, ground or sentence: `1.0.0+` and twelve hexadecimal digits. */
  readonly version: string;
}

/** Where a catalogue is read from. */
export interface CatalogueFolders {
  /** Rule files, one a rule, at any depth. */
  readonly rules: string;
  /** `vi/` and `en/` with the words of every rule, and `targets.yaml` and `results.yaml` in each. */
  readonly messages: string;
  readonly grounds: string;
}

/** How verdicts are made, apart from the rules themselves: raise it when the same files give other verdicts. */
const methodVersion = '1.1.0';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The rules that come with the product. */
export const shippedFolders: CatalogueFolders = { rules: here('catalogue'), messages: here('messages'), grounds: shippedGroundsFile };

/**
 * Reads and validates a catalogue. Throws `PlanFileError` with everything wrong in all of its files, each with file, line,
 * field and what is accepted; then nothing is loaded.
 */
export function loadCatalogue(folders: CatalogueFolders = shippedFolders): Catalogue {
  const problems = new Problems();
  const grounds = problems.gather(() => readGrounds(folders.grounds)) ?? new Map<string, Ground>();
  const words = readRuleWords(folders.messages, problems);
  const targetWords = readTargetWords(folders.messages, problems);
  const resultWords = readResultWords(folders.messages, problems);
  const files = yamlFiles(folders.rules);
  const found = new Map<string, { readonly file: string; readonly rule: RuleFile }>();
  for (const { file, name, text } of files) {
    const around = { fileName: name, grounds, hasWords: (language: 'vi' | 'en', id: string) => words[language].has(id), firstFileOf: (id: string) => found.get(id)?.file };
    const rule = problems.gather(() => readDataFile({ file, text, schema: ruleSchema, check: (value) => ruleFaults(value, around) }));
    if (rule) found.set(rule.id, { file, rule });
  }
  const names = new Set(files.map(({ name }) => name));
  checkRuleWords(folders.messages, new Map([...found].map(([id, { rule }]) => [id, rule])), (id) => names.has(id), problems);
  problems.assertNone();
  if (!targetWords || !resultWords) throw new Error('No sentences about targets or results');
  const rules = [...found.values()].map(({ rule }) => compiled(rule, rule.ground.flatMap((id) => grounds.get(id) ?? []), wordsOf(words, rule.id), resultWords));
  return { rules, targetWords, resultWords, version: `${methodVersion}+${hashOf(folders)}` };
}

function hashOf({ rules, messages, grounds }: CatalogueFolders): string {
  const files = [...yamlFiles(rules), ...yamlFiles(messages), yamlFile(grounds)];
  return contentHash(files.map(({ name, text }) => [name, text])).slice(0, 12);
}
