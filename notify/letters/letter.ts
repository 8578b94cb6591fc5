import { filled } from '../../domain/mail-texts.ts';
import { formatDate } from '../../domain/plain-date.ts';
import type { Told, WriteLetter } from '../../domain/ports/letters.ts';
import { htmlOf } from './html.ts';
import { lineOf, wordsOf, type Line } from './matter.ts';

const plain = ({ sentence }: Line): string => filled(sentence.words, sentence.figures);
const bodyLines = ({ body }: Line): readonly string[] => (body ? filled(body.words, body.figures).split(/\r?\n/) : []).map((each) => `  ${each}`.trimEnd());

/** A mail in one language, plain and HTML: one matter in full, or several of one person as a list. */
export const writeLetter: WriteLetter = (matters, about) => {
  const { language, words, cycle } = about;
  const lines = oncePerSubject(matters).map((told) => lineOf(told, about));
  const [first] = lines;
  const earliest = lines.flatMap(({ due }) => due ?? []).toSorted()[0];
  const subject = lines.length === 1 && first ? plain(first) : filled(wordsOf(words, 'digest'), { count: lines.length, due: earliest === undefined ? '–' : formatDate(earliest, language) });
  const hello = filled(wordsOf(words, 'letter.greeting'), { name: [...new Set(matters.map(({ name }) => name))].join(', ') });
  const open = wordsOf(words, 'letter.open');
  const end = [filled(wordsOf(words, 'letter.footer'), { cycle: cycle.title }), ...(cycle.rehearsal ? [wordsOf(words, 'letter.rehearsal')] : [])];
  const body = lines.flatMap((line) => [`- ${plain(line)}.`, ...bodyLines(line), ...(line.left === undefined ? [] : [`  ${line.left}`]), ...(line.link === null ? [] : [`  ${open}: ${line.link}`]), '']);
  return { subject, text: [hello, '', ...body, '--', ...end, ''].join('\n'), html: htmlOf({ language, hello, lines, open, end }) };
};

/** Of several rungs about one matter the latest speaks. */
function oncePerSubject(matters: readonly Told[]): readonly Told[] {
  return [...new Map(matters.map((each) => [`${each.subject} ${each.detail}`, each])).values()];
}
