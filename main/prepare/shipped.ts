import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const plans = join(import.meta.dirname, '..', '..', 'plans');

/** SHA-256 over the plan and register files that come with the product. */
function shippedHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(plans).filter((each) => each.endsWith('.yaml')).toSorted()) hash.update(`${name}\n`).update(readFileSync(join(plans, name)));
  return hash.digest('hex');
}

/**
 * Whether these very files were loaded into this record before, so that a start need not parse them again (more than a second);
 * `remember` says that they now are. The note lies beside the record and names it, so that it goes with it.
 */
export function shippedFiles(recordFile: string): { areLoaded: boolean; remember: () => void } {
  const note = `${recordFile}.shipped`;
  const hash = shippedHash();
  return { areLoaded: existsSync(note) && readFileSync(note, 'utf8') === hash, remember: () => writeFileSync(note, hash) };
}
