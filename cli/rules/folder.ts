import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue, shippedFolders } from '../../rules/catalogue.ts';
import { shippedCatalogue } from '../../rules/check.ts';
import { withDraft } from '../../rules/draft.ts';
import type { Rule } from '../../rules/rule.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { usable } from '../plan/input.ts';

/** The rules that a folder holds. */
export interface FolderOfRules {
  readonly rules: readonly Rule[];
  /** Of the ruleset that a check with this folder would use. */
  readonly version: string;
  /** Laid over the shipped rules, rule by rule, instead of being a whole catalogue. */
  readonly isDraft: boolean;
}

/** Reads a folder: a whole catalogue, laid out as `rules/` is, where it has a `catalogue/`; else a draft over the shipped rules. Everything wrong in it ends the command with status 2. */
export function rulesIn(folder: string): FolderOfRules {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new CommandFailed(`${folder}: không phải thư mục quy tắc`, exitStatus.usage);
  if (existsSync(join(folder, 'catalogue'))) {
    const grounds = join(folder, 'grounds.yaml');
    const { rules, version } = usable(() => loadCatalogue({ rules: join(folder, 'catalogue'), messages: join(folder, 'messages'), grounds: existsSync(grounds) ? grounds : shippedFolders.grounds }));
    return { rules, version, isDraft: false };
  }
  const { drafted, version } = usable(() => withDraft(shippedCatalogue(), folder));
  if (drafted.length === 0) throw new CommandFailed(`${folder}: không có tệp quy tắc (*.yaml)`, exitStatus.usage);
  return { rules: drafted, version, isDraft: true };
}
