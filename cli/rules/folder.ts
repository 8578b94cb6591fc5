import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shippedFolders, type CatalogueFolders } from '../../rules/catalogue.ts';
import { CommandFailed, exitStatus } from '../exit.ts';

/** The parts of a folder of rules, laid out as `rules/` is: `catalogue/`, `messages/vi`, `messages/en`; `grounds.yaml` is the shipped one where it has none. */
export function rulesIn(folder: string): CatalogueFolders {
  const [rules, messages, grounds] = ['catalogue', 'messages', 'grounds.yaml'].map((part) => join(folder, part)) as [string, string, string];
  for (const part of [rules, messages]) if (!existsSync(part)) throw new CommandFailed(`${part}: không có (thư mục quy tắc gồm catalogue/, messages/vi/, messages/en/ và nếu cần grounds.yaml)`, exitStatus.usage);
  return { rules, messages, grounds: existsSync(grounds) ? grounds : shippedFolders.grounds };
}
