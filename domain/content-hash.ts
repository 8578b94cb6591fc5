import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/** SHA-256, hexadecimal, of the canonical JSON: the name of a plan's or a submission's content. Not for workflows (node:crypto). */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
