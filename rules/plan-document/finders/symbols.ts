import type { Finder } from '../document.ts';
import type { Found } from '../finding.ts';
import { circularIssuers } from '../read/issuers.ts';
import { citationsIn, kindSigns, type Citation } from '../read/symbols.ts';

/** Each way of writing once, where it stands first. */
function once(citations: readonly Citation[]): readonly Citation[] {
  return citations.filter(({ symbol }, index) => citations.findIndex((each) => each.symbol === symbol) === index);
}

const same = ({ number, parts }: Citation): string => `${number} ${parts.map((part) => part.toUpperCase()).sort().join(' ')}`;

/** One number and the same letters, put together in two ways: the way written less often, or that no legal ground has, is the finding. */
export const symbolTwoForms: Finder = ({ plan, texts }) => {
  const grounds = new Set(plan.legalGrounds.map(({ symbol }) => symbol));
  const cited = new Map<string, Citation[]>();
  for (const each of texts.flatMap(citationsIn)) cited.set(same(each), [...(cited.get(same(each)) ?? []), each]);
  return [...cited.values()].flatMap((citations): Found[] => {
    const forms = [...new Set(citations.map(({ symbol }) => symbol))].sort((a, b) => timesOf(b, citations) - timesOf(a, citations) || Number(grounds.has(b)) - Number(grounds.has(a)));
    const [usual] = forms;
    return forms.slice(1).flatMap((form): Found[] => {
      const first = citations.find(({ symbol }) => symbol === form);
      return first ? [{ where: first.where, stated: form, computed: usual ?? null }] : [];
    });
  });
};

function timesOf(form: string, citations: readonly Citation[]): number {
  return citations.filter(({ symbol }) => symbol === form).length;
}

/** A symbol of another kind of document than the words before it: `Quyết định số 28/2018/NĐ-CP`. */
export const symbolKindDiffers: Finder = ({ texts }) => {
  const citations = texts.flatMap(citationsIn);
  const signs = new Set(Object.values(kindSigns));
  return once(citations.filter(({ kind }) => kind !== undefined)).flatMap(({ symbol, kind, number, parts, where }): Found[] => {
    const [sign = ''] = parts;
    if (kind === undefined || kindSigns[kind] === sign || !signs.has(sign)) return [];
    const meant = citations.find((other) => other.number === number && other.parts[0] === kindSigns[kind]);
    return [{ where, stated: symbol, computed: meant?.symbol ?? null, words: { kind, sign: kindSigns[kind] ?? '' } }];
  });
};

/** `19-206/…`: neither a number nor a number and a year. */
export const symbolNumberMalformed: Finder = ({ texts }) =>
  once(texts.flatMap(citationsIn)).filter(({ number }) => /-/u.test(number) && !/-20\d\d$/u.test(number)).map(({ symbol, number, where }): Found => ({ where, stated: symbol, computed: null, words: { number } }));

/** A circular of a ministry that there is not: `05/2017/TT-BTTT`. */
export const symbolIssuerUnknown: Finder = ({ texts }) =>
  once(texts.flatMap(citationsIn)).filter(({ parts }) => parts[0] === 'TT' && parts.length === 2 && !circularIssuers.has(parts[1] ?? ''))
    .map(({ symbol, parts, where }): Found => ({ where, stated: symbol, computed: nearest(parts[1] ?? ''), words: { issuer: parts[1] ?? '' } }));

/** An issuer that begins as the unknown one does. */
function nearest(issuer: string): string | null {
  return [...circularIssuers].find((known) => known.startsWith(issuer)) ?? null;
}
