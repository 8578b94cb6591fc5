import type { SubmissionContent } from '../../domain/submission.ts';
import { text } from './define.ts';
import { family } from './family.ts';

/*
 * State-secret marks are stamps: MẬT, TỐI MẬT, TUYỆT MẬT alone on a line, in brackets, or after "Độ mật:".
 * The word in a sentence ("văn bản mật", "bảo mật", "DANH MỤC TÀI LIỆU MẬT") is no mark.
 */
const stamps = [
  /^[\s*_\-–—(["“]*(tuyệt mật|tối mật|mật)[\s*_\-–—)\]"”.:!]*$/imu,
  /[[(](TUYỆT MẬT|TỐI MẬT|MẬT)[\])]/u,
  /độ mật\s*:\s*["“]?(tuyệt mật|tối mật|mật)(?!\p{L})/iu,
] as const;

export interface SecretMark {
  readonly mark: string;
  readonly pointer: string;
}

/** The first state-secret mark in any text of the submission, with the place of that text. */
export function findSecretMark(value: unknown, pointer = ''): SecretMark | undefined {
  if (typeof value === 'string') return markIn(value, pointer);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = findSecretMark(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found) return found;
  }
  return undefined;
}

const looked = new WeakMap<SubmissionContent, { readonly mark: SecretMark | undefined }>();

/** The submission's first mark: every text is looked at once, however many rules ask. */
export function secretMarkOf(content: SubmissionContent): SecretMark | undefined {
  const known = looked.get(content) ?? { mark: findSecretMark(content) };
  looked.set(content, known);
  return known.mark;
}

function markIn(value: string, pointer: string): SecretMark | undefined {
  // most texts have nothing like it; combining marks come after the vowel
  if (!/m[aâậ]/iu.test(value)) return undefined;
  const plain = value.normalize('NFC');
  for (const stamp of stamps) {
    const mark = stamp.exec(plain)?.[1];
    if (mark) return { mark: mark.toLocaleUpperCase('vi'), pointer };
  }
  return undefined;
}

export const secrecyFacts = family<SubmissionContent>({
  scope: 'document',
  stages: ['plan', 'report'],
  facts: {
    'secret.mark': text('dấu độ mật', 'the state-secret mark', ['secret'], (content) => secretMarkOf(content)?.mark),
  },
});
