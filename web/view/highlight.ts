import type nunjucks from 'nunjucks';
import { foldedLetters, searchWords } from '../../domain/search-key.ts';
import { forTemplate, html, type Markup } from './markup.ts';

/** A text with the words of a search marked in it, whatever marks and case they are written with. */
export function highlight(text: string, query: string): nunjucks.runtime.SafeString {
  const letters = [...text.normalize('NFC')];
  const folded = foldedLetters(text);
  const starts = folded.reduce<number[]>((all, each) => [...all, (all.at(-1) ?? 0) + each.length], [0]);
  const key = ` ${folded.join('')}`;
  const isMarked = letters.map(() => false);
  for (const word of searchWords(query)) {
    for (let at = key.indexOf(` ${word}`); at >= 0; at = key.indexOf(` ${word}`, at + 1)) {
      for (let index = starts.indexOf(at); (starts[index] ?? Infinity) < at + word.length; index += 1) isMarked[index] = true;
    }
  }
  return forTemplate(runs(letters, isMarked));
}

function runs(letters: readonly string[], isMarked: readonly boolean[]): readonly Markup[] {
  const found: { text: string; marked: boolean }[] = [];
  letters.forEach((letter, index) => {
    const marked = isMarked[index] ?? false;
    const last = found.at(-1);
    if (last?.marked === marked) last.text += letter;
    else found.push({ text: letter, marked });
  });
  return found.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : html`${text}`));
}
