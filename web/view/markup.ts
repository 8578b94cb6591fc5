import nunjucks from 'nunjucks';

/** Finished markup: templates put it out as it is. Made by `html` only, which escapes everything that it is given. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Piece = string | number | Markup | readonly Markup[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign) : text);

const written = (piece: Piece): string => {
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return piece instanceof Markup ? piece.text : piece.map(({ text }) => text).join('');
};

/** Markup from a template literal: what is put in is escaped, unless it is markup itself. For tables of thousands of cells, where templates are too slow. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = parts[0] ?? '';
  for (let at = 0; at < pieces.length; at += 1) text += written(pieces[at] ?? '') + (parts[at + 1] ?? '');
  return new Markup(text);
}

/** As templates take it: not escaped a second time. */
export const forTemplate = (markup: Markup | readonly Markup[]): nunjucks.runtime.SafeString => new nunjucks.runtime.SafeString(written(markup));
