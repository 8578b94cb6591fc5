/** A piece of a text, from `from` up to `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a sentence of a collapsed text ends: a full stop, a semicolon, or before the next dash or plus of a list. */
const endings = /[.;!?](?=\s)|(?<=\s)(?=[-+•]\s\p{Lu})|:(?=\s[-+•]\s)/gu;

/** Points after these end no sentence: initials, numbers of clauses. */
const abbreviation = /(?:^|\s)(?:\p{Lu}|TP|Tp|số|\d{1,2}(?:\.\d{1,2})*)\.$/u;

/** The sentences of a collapsed text, without the space around them. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(endings)) {
    const to = index + mark.length;
    if (mark === '.' && abbreviation.test(text.slice(Math.max(from, to - 10), to))) continue;
    if (to > from) spans.push({ from, to });
    from = to;
  }
  if (from < text.length) spans.push({ from, to: text.length });
  return spans.filter((span) => text.slice(span.from, span.to).trim() !== '');
}

/** Every place where `part` stands in `text`. */
export function placesOf(text: string, part: string): readonly Span[] {
  const spans: Span[] = [];
  if (part === '') return spans;
  for (let from = text.indexOf(part); from !== -1; from = text.indexOf(part, from + 1)) spans.push({ from, to: from + part.length });
  return spans;
}
