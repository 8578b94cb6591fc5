import { fileURLToPath } from 'node:url';
import { languages } from '../../domain/text.ts';
import type { Fault } from '../../plans/issues.ts';
import { readDataFile } from '../../plans/read.ts';
import { Problems, yamlFile, yamlFiles } from '../load/files.ts';
import { readRuleWords, wordsOf } from '../load/messages.ts';
import { groundsSchema } from '../load/schema.ts';
import { faultWords } from '../load/words.ts';
import type { Ground } from '../rule.ts';
import { finders } from './finders.ts';
import { planRuleSchema, type PlanRule, type PlanRuleFile } from './rule.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface PlanRuleFolders {
  readonly rules: string;
  readonly messages: string;
  readonly grounds: string;
}

export const shippedPlanRules: PlanRuleFolders = { rules: here('catalogue'), messages: here('messages'), grounds: here('../grounds.yaml') };

/** Reads the rules about plan documents. Throws `PlanFileError` with everything wrong in all files: nothing is loaded then. */
export function loadPlanRules(folders: PlanRuleFolders = shippedPlanRules): readonly PlanRule[] {
  const problems = new Problems();
  const grounds = problems.gather(() => readDataFile({ ...yamlFile(folders.grounds), schema: groundsSchema })) ?? [];
  const words = readRuleWords(folders.messages, problems);
  const found = yamlFiles(folders.rules).flatMap((file) => {
    const check = (rule: PlanRuleFile): readonly Fault[] => planRuleFaults(rule, file.name, grounds, (id) => languages.every((language) => words[language].has(id)));
    const rule = problems.gather(() => readDataFile({ ...file, schema: planRuleSchema, check }));
    return rule ? [rule] : [];
  });
  problems.assertNone();
  return found.map((rule): PlanRule => ({
    ...rule,
    grounds: rule.ground.flatMap((id) => grounds.find((ground) => ground.id === id) ?? []),
    words: wordsOf(words, rule.id),
    find: finders[rule.id] ?? (() => []),
  }));
}

function planRuleFaults({ id, ground }: PlanRuleFile, fileName: string, grounds: readonly Ground[], hasWords: (id: string) => boolean): readonly Fault[] {
  const fault = (path: Fault['path'], value: unknown, words: ReturnType<typeof faultWords>): Fault => ({ path, value, ...words });
  return [
    ...(id === fileName ? [] : [fault(['id'], id, faultWords('id-is-not-file-name', 'mã khác tên tệp', 'the id differs from the file name', fileName))]),
    ...(id in finders ? [] : [fault(['id'], id, faultWords('rule-without-finder', 'không có cách tính cho quy tắc này', 'nothing calculates this rule', Object.keys(finders).join(', ')))]),
    ...(hasWords(id) ? [] : [fault(['id'], id, faultWords('missing-message', 'quy tắc thiếu câu chữ vi hoặc en', 'the rule lacks words in vi or en', 'messages/vi, messages/en'))]),
    ...ground.flatMap((each, index) => (grounds.some((known) => known.id === each) ? [] : [fault(['ground', index], each, faultWords('unknown-ground', `không có căn cứ “${each}”`, `there is no ground “${each}”`, 'grounds.yaml'))])),
  ];
}
