import type { DocumentText } from './texts.ts';
import type { Place } from '../finding.ts';

/** A document cited by number and symbol: `28/2018/QĐ-TTg`, `36-NQ/TW`. */
export interface Citation {
  readonly symbol: string;
  /** The kind of document that stands before it in words: `Quyết định`. */
  readonly kind?: string;
  /** `36`, `28/2018`. */
  readonly number: string;
  /** `NQ`, `TW`. */
  readonly parts: readonly string[];
  readonly where: Place;
  /** Where the symbol ends in its text. */
  readonly end: number;
}

/** Kinds of document and the sign of each in a symbol. */
export const kindSigns: Readonly<Record<string, string>> = {
  'Nghị định': 'NĐ', 'Quyết định': 'QĐ', 'Nghị quyết': 'NQ', 'Thông tư': 'TT', 'Chỉ thị': 'CT', 'Kế hoạch': 'KH', 'Thông báo': 'TB', 'Hướng dẫn': 'HD', 'Hợp đồng': 'HĐ',
};

const kinds = Object.keys(kindSigns).join('|');
const citation = new RegExp(String.raw`(?:(${kinds})\s+(?:số\s+)?)?(?<![\d/.,-])(\d+(?:-\d+)?(?:/\d{4})?)\s?([/-])\s?([A-ZĐ][\p{L}]*(?:\s?[-/]\s?[A-ZĐ][\p{L}]*)*)`, 'gu');

/** Five rules ask for the citations of the same texts. */
const read = new WeakMap<DocumentText, readonly Citation[]>();

export function citationsIn(document: DocumentText): readonly Citation[] {
  const known = read.get(document) ?? citationsOf(document);
  read.set(document, known);
  return known;
}

function citationsOf({ text, where }: DocumentText): readonly Citation[] {
  return [...text.matchAll(citation)].flatMap((match): Citation[] => {
    const [, kind, number = '', mark = '', letters = ''] = match;
    const parts = letters.split(/\s?[-/]\s?/u);
    if (parts.length < 2) return [];
    return [{ symbol: `${number}${mark}${letters.replace(/\s/gu, '')}`, ...(kind === undefined ? {} : { kind }), number, parts, where: where(match.index), end: match.index + match[0].length }];
  });
}
