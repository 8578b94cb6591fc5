import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { contentHash } from '../domain/content-hash.ts';
import type { Language } from '../domain/text.ts';
import { readDataFile } from '../plans/read.ts';
import { shippedFolders, type Catalogue } from './catalogue.ts';
import { compiled } from './load/compiled.ts';
import { Problems, yamlFile, yamlFiles, type TextFile } from './load/files.ts';
import { checkRuleWords, readRuleWords } from './load/messages.ts';
import { ruleFaults } from './load/rule-faults.ts';
import { groundsSchema, ruleSchema } from './load/schema.ts';
import type { Ground, Rule, RuleFile } from './rule.ts';

/** A catalogue with a draft laid over it. */
export interface DraftCatalogue extends Catalogue {
  /** Rules that the draft replaces, adds or words anew, by id. */
  readonly drafted: readonly Rule[];
}

interface DraftFiles {
  /** Every YAML file below the folder but for those that follow. */
  readonly rules: readonly TextFile[];
  /** `messages/<language>/*.yaml`: words of new rules, and of others that the draft words anew. */
  readonly messages: string;
  /** `grounds.yaml`, if it is there: legal grounds that the catalogue does not have. */
  readonly grounds: readonly TextFile[];
}

/**
 * Lays the rule files of a folder over a catalogue by rule id: a file replaces the rule of its name, or adds one. Throws `PlanFileError` with everything
 * wrong in the draft, each with file, line and field; the catalogue itself is not changed.
 */
export function withDraft(catalogue: Catalogue, folder: string): DraftCatalogue {
  const files = draftFiles(folder);
  const problems = new Problems();
  const before = new Map(catalogue.rules.map((rule) => [rule.id, rule]));
  const grounds = new Map([yamlFile(shippedFolders.grounds), ...files.grounds].flatMap((file) => groundsIn(file, problems)).map((ground) => [ground.id, ground]));
  const own = readRuleWords(files.messages, problems);
  const found = new Map<string, RuleFile>();
  const fileOf = new Map<string, string>();
  for (const { file, name, text } of files.rules) {
    const around = { fileName: name, grounds, hasWords: (language: Language, id: string) => own[language].has(id) || before.has(id), firstFileOf: (id: string) => fileOf.get(id) };
    const rule = problems.gather(() => readDataFile({ file, text, schema: ruleSchema, check: (value) => ruleFaults(value, around) }));
    if (rule) fileOf.set(rule.id, file);
    if (rule) found.set(rule.id, rule);
  }
  const hasOwnWords = (id: string): boolean => own.vi.has(id) && own.en.has(id);
  checkRuleWords(files.messages, new Map<string, RuleFile>([...before, ...found]), (id) => before.has(id) || found.has(id), problems);
  checkRuleWords(shippedFolders.messages, new Map([...found].filter(([id]) => !hasOwnWords(id))), () => true, problems);
  problems.assertNone();

  const drafted = [...new Set([...found.keys(), ...own.vi.keys(), ...own.en.keys()])].map((id): Rule => {
    const [rule, shipped] = [found.get(id) ?? before.get(id), before.get(id)];
    const [vi, en] = [own.vi.get(id) ?? shipped?.words.vi, own.en.get(id) ?? shipped?.words.en];
    if (!rule || !vi || !en) throw new Error(`Rule ${id} has no file or no words`);
    return compiled(rule, rule.ground.flatMap((each) => grounds.get(each) ?? []), { vi, en }, catalogue.resultWords);
  });
  const byId = new Map([...before, ...drafted.map((rule): [string, Rule] => [rule.id, rule])]);
  return { ...catalogue, rules: [...byId.values()], version: `${catalogue.version}.draft-${hashOf(files)}`, drafted };
}

function draftFiles(folder: string): DraftFiles {
  const [messages, grounds] = [join(folder, 'messages'), join(folder, 'grounds.yaml')];
  const isRule = ({ file }: TextFile): boolean => {
    const [first] = relative(resolve(folder), resolve(file)).split(/[\\/]/);
    return first !== 'messages' && first !== 'grounds.yaml';
  };
  return { rules: yamlFiles(folder).filter(isRule), messages, grounds: existsSync(grounds) ? [yamlFile(grounds)] : [] };
}

function groundsIn(file: TextFile, problems: Problems): readonly Ground[] {
  return problems.gather(() => readDataFile({ ...file, schema: groundsSchema })) ?? [];
}

function hashOf({ rules, messages, grounds }: DraftFiles): string {
  return contentHash([...rules, ...yamlFiles(messages), ...grounds].map(({ name, text }) => [name, text])).slice(0, 12);
}
