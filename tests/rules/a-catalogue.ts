import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedFolders, type CatalogueFolders } from '../../rules/catalogue.ts';
import { readFileSync } from 'node:fs';

/** A rule file in order: every task has a due date. */
export const aRuleText = `id: has-due
version: 1.0.0
stage: [plan]
effectiveFrom: 2019-01-01
severity: blocking
ground: [nd-64-2007]
forEach: tasks
require: { fact: task.due, operator: given, value: true }
`;

const words = (id: string): string => `${id}:\n  title: Có hạn\n  message: Thiếu hạn\n  fix: Ghi hạn\n`;

export interface CatalogueFiles {
  /** Rule files by name, below the rule folder. */
  readonly rules?: Readonly<Record<string, string>>;
  /** Ids that have words in each language; by default those of the files' names. */
  readonly vi?: readonly string[];
  readonly en?: readonly string[];
  /** More text in the Vietnamese words. */
  readonly moreVi?: string;
  readonly targets?: string;
}

/** Writes a catalogue into a folder of its own; grounds and the targets' sentences are the shipped ones unless given. */
export function aCatalogue({ rules = { 'has-due.yaml': aRuleText }, vi, en, moreVi = '', targets }: CatalogueFiles = {}): CatalogueFolders {
  const root = mkdtempSync(join(tmpdir(), 'chutrinh-rules-'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const names = Object.keys(rules).map((file) => file.replace(/^.*\//, '').replace('.yaml', ''));
  for (const [file, text] of Object.entries(rules)) write(`rules/${file}`, text);
  write('messages/vi/rules.yaml', [...new Set(vi ?? names)].map(words).join('') + moreVi || '{}');
  write('messages/en/rules.yaml', [...new Set(en ?? names)].map(words).join('') || '{}');
  const shipped = (path: string): string => readFileSync(join(shippedFolders.messages, path), 'utf8');
  for (const language of ['vi', 'en']) {
    write(`messages/${language}/targets.yaml`, targets ?? shipped(`${language}/targets.yaml`));
    write(`messages/${language}/results.yaml`, shipped(`${language}/results.yaml`));
  }
  return { rules: join(root, 'rules'), messages: join(root, 'messages'), grounds: shippedFolders.grounds };
}
