import { findSecretMark } from '../../facts/secrecy.ts';
import type { Finder } from '../document.ts';
import { elsewhere, type Found } from '../finding.ts';
import { headingLines } from '../read/lines.ts';
import { ordinalOf } from '../read/numbering.ts';

/** Words in braces that say what someone should have put there. */
export const placeholderLeft: Finder = ({ texts }) =>
  texts.flatMap(({ text, where }) => [...text.matchAll(/\{[^{}]{3,80}\}/gu)].map((match): Found => ({ where: where(match.index), stated: match[0], computed: null })))
    .filter(({ stated }, index, all) => all.findIndex((each) => each.stated === stated) === index);

/** A state-secret mark on the document; with the source, a stamp alone on its line too. */
export const secretMarkPresent: Finder = ({ texts, source }) => {
  const marked = texts.flatMap(({ text, where }) => [findSecretMark(text)].flatMap((found) => (found ? [{ where: where(0), mark: found.mark }] : [])));
  const stamped = findSecretMark(source);
  const [first] = [...marked, ...(stamped ? [{ where: elsewhere(stamped.mark), mark: stamped.mark }] : [])];
  return first ? [{ where: first.where, stated: first.mark, computed: null }] : [];
};

/** Sections numbered I, II, III …: one left out. A series that begins again at I is another part. */
export const sectionMissing: Finder = (document) => {
  const headings = [...headingLines(document).matchAll(/^[ \t]*([IVX]+)\.[ \t]+(\p{Lu}{2,}[^\n]*)$/gmu)];
  return headings.flatMap((heading, index): Found[] => {
    const [ordinal, previous] = [heading, headings[index - 1]].map((each) => ordinalOf(each?.[1] ?? ''));
    if (ordinal === undefined || previous === undefined || ordinal <= previous + 1) return [];
    return [{ where: elsewhere(heading[0].trim()), stated: ordinal, computed: previous + 1, words: { section: heading[1] ?? '', before: headings[index - 1]?.[1] ?? '' } }];
  });
};
