import type { Bilingual } from '../../domain/text.ts';
import type { Fault } from '../../plans/issues.ts';
import { factRegistry } from '../facts/registry.ts';

/** Code and sentences of a fault, without its place. */
export type FaultWords = Pick<Fault, 'code' | 'accepted' | 'message'>;

const same = (words: string): Bilingual => ({ vi: words, en: words });

export function unknownFact(name: unknown): FaultWords {
  return {
    code: 'unknown-fact',
    message: { vi: `không có dữ kiện “${String(name)}”`, en: `there is no fact “${String(name)}”` },
    accepted: same(nearest(String(name)).join(', ')),
  };
}

/** Facts of the same family, else all of them. */
function nearest(name: string): readonly string[] {
  const [family] = name.split('.');
  const all = [...factRegistry.keys()];
  const near = all.filter((each) => each.startsWith(`${family}.`));
  return near.length > 0 ? near : all;
}

export function faultWords(code: string, vi: string, en: string, accepted: string | Bilingual): FaultWords {
  return { code, message: { vi, en }, accepted: typeof accepted === 'string' ? same(accepted) : accepted };
}
