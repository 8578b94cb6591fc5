/**
 * What a search column holds and what a search is turned into: lower case, without Vietnamese marks, đ as d, white space
 * collapsed. `Sở  Thông tin` and `so thong tin` become the same. Databases compare it as plain text.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters folded before: texts are long and letters few. */
const folded = new Map<string, string>();

function fold(letter: string): string {
  const known = folded.get(letter) ?? (searchKey(letter).replace(/[^\p{L}\p{N}]/gu, '') || ' ');
  if (folded.size < 2_000) folded.set(letter, known);
  return known;
}

/** Every letter and figure folded for itself, everything else a blank: as long as the text, letter by letter, so that places in it can be found again. */
export const foldedLetters = (text: string): readonly string[] => [...text.normalize('NFC')].map(fold);

/** The words of a search, folded. */
export const searchWords = (query: string): readonly string[] => foldedLetters(query).join('').split(' ').filter((word) => word !== '');

/** Whether a text has, for every word of a search, a word that begins with it, in any order; none when there is no word. */
export function finds(query: string): (text: string) => boolean {
  const words = searchWords(query);
  if (words.length === 0) return () => false;
  return (text) => {
    const key = ` ${foldedLetters(text).join('')}`;
    return words.every((word) => key.includes(` ${word}`));
  };
}
