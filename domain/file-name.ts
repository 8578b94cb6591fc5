import { fileKinds, type FileKind } from './attachment.ts';
import { searchKey } from './search-key.ts';

const longest = 120;

/** Characters that mean something to a file system, hide others, or turn the direction of writing. */
const invisible = /\p{Cf}/gu;
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}<>:"|?*]/gu;

/** A name as it was sent, made fit to be shown and stored: NFC, no path, nothing invisible, the ending of what the file really is. */
export function tidyFileName(given: string, kind: FileKind): string {
  const bare = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(invisible, '').replace(unwanted, ' ').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  const { endings } = fileKinds[kind];
  const ending = endings.find((each) => bare.toLowerCase().endsWith(`.${each}`)) ?? endings[0];
  const stem = bare.toLowerCase().endsWith(`.${ending}`) ? bare.slice(0, -ending.length - 1) : bare;
  return `${[...stem].slice(0, longest).join('').trim() || 'tep'}.${ending}`;
}

/**
 * A state-secret mark in a file's name: MẬT in capitals or by itself, "tối mật" and "tuyệt mật" in any writing, also without marks. "Bảo mật", "bí mật" and
 * a title all in capitals are none.
 */
export function hasSecretName(given: string): boolean {
  const name = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(/\.\p{L}{2,5}$/u, '');
  if (/(^|[^a-z])(toi|tuyet)[^a-z]*mat([^a-z]|$)/.test(searchKey(name)) && !/tôi|mất|mặt/iu.test(name)) return true;
  if (/[[(]\s*mật\s*[\])]/iu.test(name)) return true;
  const words = name.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return words.some((word, index) => {
    if (word.toLowerCase() !== 'mật') return false;
    const before = words[index - 1];
    if (before === undefined) return words.length === 1 || word === 'MẬT';
    return word === 'MẬT' && before !== before.toUpperCase();
  });
}
