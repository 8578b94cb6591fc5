import type { SubmissionContent } from '../../domain/submission.ts';
import { shippedGrounds } from '../grounds.ts';
import type { Ground } from '../rule.ts';
import { date, text } from './define.ts';
import { family, type ScopeItems } from './family.ts';

/** A legal ground that the submission's own text cites by its symbol. */
interface Citation {
  readonly ground: Ground;
  readonly pointer: string;
}

/** A text may well name a document that has gone, as the one that was replaced. */
const saysGone = /thay thế|bãi bỏ|hết hiệu lực|sửa đổi|không còn/iu;
const around = 60;

let byEnd: readonly Ground[] | undefined;

/** Only grounds with an end can be found out of force. */
function endedGrounds(): readonly Ground[] {
  byEnd ??= [...shippedGrounds().values()].filter(({ inForceTo }) => inForceTo !== undefined);
  return byEnd;
}

function textsOf(content: SubmissionContent): readonly (readonly [pointer: string, text: string])[] {
  const sections = Object.entries(content.sections).map(([key, value]) => [`/sections/${key}`, value] as const);
  return content.kind === 'plan' ? [...sections, ...content.tasks.map(({ words }, index) => [`/tasks/${index}/words`, words] as const)] : sections;
}

function citationsIn(pointer: string, written: string): readonly Citation[] {
  if (!written.includes('/')) return [];
  const plain = written.normalize('NFC');
  return endedGrounds().flatMap((ground) => (isCited(plain, ground.symbol) ? [{ ground, pointer }] : []));
}

function isCited(written: string, symbol: string): boolean {
  for (let at = written.indexOf(symbol); at >= 0; at = written.indexOf(symbol, at + 1)) {
    const end = at + symbol.length;
    const isWhole = !/[\p{L}\d]/u.test(written[at - 1] ?? '') && !/[\p{L}\d-]/u.test(written[end] ?? '');
    if (isWhole && !saysGone.test(written.slice(Math.max(0, at - around), end + around))) return true;
  }
  return false;
}

/** Once for each ground and text. */
export const citedGrounds: ScopeItems<Citation> = {
  scope: 'cited-grounds',
  items: ({ input }) => textsOf(input.content).flatMap(([pointer, written]) => citationsIn(pointer, written)),
  origins: ({ pointer }) => ({ item: pointer }),
};

export const citedGroundFacts = family<Citation>({
  scope: 'cited-grounds',
  stages: ['plan', 'report'],
  facts: {
    'cited.name': text('văn bản được viện dẫn', 'the document cited', ['item'], ({ ground }) => ground.name),
    'cited.inForceTo': date('ngày hết hiệu lực', 'its last day in force', ['item'], ({ ground }) => ground.inForceTo),
    'cited.successor': text('văn bản thay thế', 'the document in its place', ['item'], ({ ground }) => (ground.supersededBy ? shippedGrounds().get(ground.supersededBy)?.name : null)),
    'cited.on': date('ngày nộp', 'the day of submission', ['clock'], (_, { today }) => today),
  },
});
