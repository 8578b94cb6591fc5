import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes, of what was last touched before `before` (epoch ms), uploads that never ended and contents that no row refers to; answers how many. */
export async function sweep(folder: string, isReferred: (hash: string) => Promise<boolean>, before: number): Promise<number> {
  let removed = 0;
  for (const inner of await names(folder)) {
    for (const name of await names(join(folder, inner))) {
      const path = join(folder, inner, name);
      const touched = await stat(path).then(({ mtimeMs }) => mtimeMs, () => Infinity);
      if (touched >= before || (inner !== 'incoming' && (await isReferred(`${inner}${name}`)))) continue;
      await rm(path, { force: true });
      removed += 1;
    }
  }
  return removed;
}

const names = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);
