import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { citationsIn, kindSigns } from '../read/symbols.ts';

/** Whose documents end so. */
const issuers: Readonly<Record<string, string>> = { CP: 'Chính phủ', TTg: 'Thủ tướng Chính phủ' };

/** `(ngày …) của Thủ tướng Chính phủ`, right behind a symbol. */
const behind = /^\s*(?:,?\s*ngày\s*[\d/]+(?:\s*tháng\s*\d+\s*năm\s*\d+)?)?\s*của\s+(Thủ tướng Chính phủ|Chính phủ)/u;

/** A decree said to be the Prime Minister's, a Prime Minister's decision said to be the Government's. Each symbol once. */
export const symbolIssuerDiffers: Finder = ({ texts }) => {
  const found = new Map<string, Found>();
  for (const document of texts) {
    for (const { symbol, kind, parts, where, end } of citationsIn(document)) {
      const [meant, stated] = [issuers[parts.at(-1) ?? ''], behind.exec(document.text.slice(end))?.[1]];
      const isOtherKind = kind !== undefined && kindSigns[kind] !== parts[0];
      if (meant === undefined || stated === undefined || stated === meant || isOtherKind || found.has(symbol)) continue;
      found.set(symbol, { where, stated, computed: meant, words: { symbol } });
    }
  }
  return [...found.values()];
};
