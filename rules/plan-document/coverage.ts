import type { Plan } from '../../domain/plan.ts';
import { figuresNotInSource } from './read/invented.ts';
import { holderKinds, otherHolders, quotesOf, type Holder, type HolderKind } from './read/holders.ts';
import { placesOf, sentencesOf, type Span } from './read/sentences.ts';
import { collapsed } from './read/texts.ts';

/** Words of the data that the source does not have. */
export interface Invented {
  readonly kind: HolderKind;
  readonly id: string;
  readonly words: string;
}

/** How a plan's data covers its source text. */
export interface Coverage {
  readonly plan: string;
  readonly quotes: number;
  /** Sentences with a number in them. */
  readonly sentences: number;
  /** How many of them each kind of entry holds; a sentence that several hold counts for the first. */
  readonly heldBy: Readonly<Record<HolderKind, number>>;
  readonly invented: readonly Invented[];
  /** Sentences with a number that nothing holds. */
  readonly missed: readonly string[];
}

interface Held extends Span {
  readonly kind: HolderKind;
}

/** Compares the data of a plan with the text of its document, letter for letter but for white space. */
export function coverageOf(plan: Plan, source: string): Coverage {
  const text = collapsed(source);
  const quotes = quotesOf(plan);
  const held = [...quotes, ...otherHolders(plan)].flatMap(heldSpans(text)).sort((a, b) => holderKinds.indexOf(a.kind) - holderKinds.indexOf(b.kind));
  const sentences = sentencesOf(text).filter((span) => hasNumber(text, span));
  const holders = sentences.map((span) => held.find((each) => overlaps(each, span))?.kind);
  return {
    plan: plan.id,
    quotes: quotes.length,
    sentences: sentences.length,
    heldBy: Object.fromEntries(holderKinds.map((kind) => [kind, holders.filter((each) => each === kind).length])) as Record<HolderKind, number>,
    invented: [...quotes.filter(({ words }) => !text.includes(words)), ...figuresNotInSource(plan, text)],
    missed: sentences.filter((_, index) => holders[index] === undefined).map(({ from, to }) => text.slice(from, to).replace(/^\s*[-+•]\s/u, '').trim()),
  };
}

const heldSpans = (text: string) => ({ kind, words }: Holder): readonly Held[] => placesOf(text, words).map((span) => ({ ...span, kind }));

/** Numbers of clauses, lists, articles and appendices, which say nothing of their own. */
const clauseNumbers = /(?<![\p{L}\d%,./])\d{1,2}(?:\.\d{1,2})*[.)/](?=\s|$)|(?:Điều|Khoản|Phụ lục|Biểu mẫu) \d+/gu;

/** A number that says something: not only the number of a page, a clause or a list. */
function hasNumber(text: string, { from, to }: Span): boolean {
  const words = text.slice(from, to).replace(/[#*|_]/gu, ' ').replace(clauseNumbers, ' ').trim();
  return /\d/u.test(words) && /\p{L}/u.test(words);
}

function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}
