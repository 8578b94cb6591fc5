const listStart = /[gG]ồm\s*:?|\(/gu;

/**
 * The counts of a list that stands in a sentence behind its sum: `35 cơ quan, gồm: Ban Thi đua - Khen thưởng, 17/17 UBND cấp huyện` is
 * [1, 17]. Undefined when there is no such list, or when its parts are not counted.
 */
export function breakdownOf(quote: string, sum: number): readonly number[] | undefined {
  for (const { 0: opening, index } of quote.matchAll(listStart)) {
    const numbers = quote.slice(0, index).match(/\d+(?:\.\d{3})*(?:,\d+)?/gu) ?? [];
    if (Number(numbers.at(-1)?.replaceAll('.', '')) !== sum) continue;
    const rest = quote.slice(index + opening.length);
    const parts = partsOf((opening === '(' ? rest.split(')')[0] : rest) ?? '');
    const isNamed = /gồm/iu.test(opening) || /gồm/iu.test(rest.slice(0, 6));
    if (parts.filter(({ isCounted }) => isCounted).length >= (isNamed ? 1 : 2) || (parts.length > 2 && parts.some(({ isCounted }) => isCounted))) return parts.map(({ count }) => count);
  }
  return undefined;
}

interface Part {
  readonly count: number;
  readonly isCounted: boolean;
}

/** A part that begins with a number counts as many (`18/21`: 18); a body that is named counts one; a word in lower case goes on with the part before. */
function partsOf(list: string): readonly Part[] {
  return list.replace(/^\s*gồm\s*:?/iu, '').split(/[,;:]| và (?=\d)/u).map((part) => part.trim()).flatMap((part): Part[] => {
    const count = /^(\d+)(?:\/\d+)?(?:\s|$)/u.exec(part)?.[1];
    if (count !== undefined) return [{ count: Number(count), isCounted: true }];
    return /^\p{Lu}/u.test(part) ? [{ count: 1, isCounted: false }] : [];
  });
}
