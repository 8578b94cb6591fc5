import type { Finder } from '../document.ts';
import { elsewhere, type Found } from '../finding.ts';
import { headingLines } from '../read/lines.ts';

/** The lines of a document that begin with a mark, `4.` or `c)`, with the marks of Markdown before it passed over. */
function marked(lines: string, mark: string): readonly { readonly mark: string; readonly line: string }[] {
  return [...lines.matchAll(new RegExp(String.raw`^[ \t#*]*(${mark})[ \t]+(\p{L}[^\n]*)$`, 'gmu'))].map(({ 1: found = '', 2: words = '' }) => ({ mark: found, line: `${found} ${shortened(words.trim())}` }));
}

function shortened(words: string): string {
  return words.length <= 70 ? words : `${words.slice(0, 69).trimEnd()}…`;
}

/** Two clauses one after the other with the same number. */
export const clauseNumberRepeated: Finder = (document) => {
  const clauses = marked(headingLines(document), String.raw`\d{1,2}\.`);
  return clauses.flatMap(({ mark, line }, index): Found[] => {
    const before = clauses[index - 1];
    if (before?.mark !== mark || mark === '1.' || before.line === line) return [];
    return [{ where: elsewhere(line), stated: Number.parseInt(mark, 10), computed: Number.parseInt(mark, 10) + 1, words: { before: before.line } }];
  });
};

/** The order of lettered points in Vietnamese documents. */
const letters = [...'abcdđeghiklmnopqrstuvxy'];

/** Where a letter may stand in that order: a source may have lost the stroke of `đ`. */
const placesOf = (letter: string): readonly number[] => (letter === 'd' ? [letters.indexOf('d'), letters.indexOf('đ')] : [letters.indexOf(letter)]);

/** A point left out: `b)` and then `d)`. A letter that is not later than the one before begins another list. */
export const pointLetterMissing: Finder = (document) => {
  const points = marked(headingLines(document), String.raw`[a-zđ]\)`).map(({ mark, line }) => ({ letter: mark.slice(0, 1), line }));
  return points.flatMap(({ letter, line }, index): Found[] => {
    const before = points[index - 1];
    if (before === undefined) return [];
    const [last, here] = [placesOf(before.letter), placesOf(letter)];
    const next = letters[Math.max(...last) + 1];
    if (Math.min(...here) <= Math.max(...last) || next === undefined || here.some((place) => last.includes(place - 1))) return [];
    return [{ where: elsewhere(line), stated: letter, computed: next, words: { before: before.line } }];
  });
};
