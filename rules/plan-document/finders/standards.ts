import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';

/** Signs of standards and technical regulations that are cited as `QCVN 109:2017/BTTTT`. */
const signs = ['QCVN', 'TCVN', 'QCĐP', 'TCCS', 'TCN', 'ISO', 'IEC', 'ISO/IEC', 'TCVN ISO', 'TCVN ISO/IEC'] as const;

/** A number and year of a standard behind a sign that no standard has: `QCNV 109:2017`. Each once. */
export const standardSignUnknown: Finder = ({ texts }) => {
  const found = new Map<string, Found>();
  for (const { text, where } of texts) {
    for (const match of text.matchAll(/(?<![\p{L}/])([A-ZĐ][A-ZĐ/ ]{1,12}[A-ZĐ])\s(\d{1,5}(?:-\d+)?:\d{4}(?:\/[A-ZĐ]+)?)/gu)) {
      const [cited, sign = '', number = ''] = match;
      if (!(signs as readonly string[]).includes(sign) && !found.has(cited)) found.set(cited, { where: where(match.index), stated: cited, computed: nearest(sign, number), words: { sign } });
    }
  }
  return [...found.values()];
};

/** A sign of the same letters in another order. */
function nearest(sign: string, number: string): string | null {
  const same = (other: string): boolean => [...other].sort().join('') === [...sign].sort().join('');
  const meant = signs.find(same);
  return meant === undefined ? null : `${meant} ${number}`;
}
