import { filled } from '../../domain/mail-texts.ts';
import type { Line, Sentence } from './matter.ts';

/** A letter in parts, as words. */
export interface Parts {
  readonly language: string;
  readonly hello: string;
  readonly lines: readonly Line[];
  readonly open: string;
  readonly end: readonly string[];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Mail programs know tables and styles on the elements, and little else. */
const style = {
  page: 'margin:0;padding:0;background:#f3f5f7', frame: 'width:100%;max-width:600px;background:#ffffff', text: "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#1a1a1a",
  matter: 'padding:12px 0;border-top:1px solid #d5dbe1', left: 'color:#4a5560', button: 'display:inline-block;padding:10px 16px;background:#1d4f91;color:#ffffff;text-decoration:none;border-radius:4px', more: 'margin:8px 0', small: 'font-size:13px;line-height:20px;color:#4a5560',
} as const;

/** Unit and dates stand out: they are what is looked for. */
const strong = new Set(['unit', 'due']);

function marked({ words, figures }: Sentence): string {
  const written = Object.entries(figures).map(([name, value]) => [name, strong.has(name) ? `<strong>${escaped(String(value))}</strong>` : escaped(String(value))] as const);
  return filled(escaped(words), Object.fromEntries(written));
}

function matterOf({ sentence, body, left, link }: Line, open: string): string {
  const more = body ? `<p style="${style.more}">${marked(body).replaceAll(/\r?\n/g, '<br>')}</p>` : '';
  const rest = left === undefined ? '' : `${body ? '' : '<br>'}<span style="${style.left}">${escaped(left)}</span>`;
  const button = link === null ? '' : `<p style="margin:12px 0 0"><a href="${escaped(link)}" style="${style.text};${style.button}">${escaped(open)}</a></p>`;
  return `<tr><td style="${style.text};${style.matter}">${marked(sentence)}.${more}${rest}${button}</td></tr>`;
}

/** One column, 600 px at most and as narrow as the screen. */
export function htmlOf({ language, hello, lines, open, end }: Parts): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body style="${style.page}">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${style.page}"><tr><td align="center" style="padding:16px 8px">`,
    `<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="${style.frame}"><tr><td style="padding:24px 20px">`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0">',
    `<tr><td style="${style.text};padding:0 0 12px">${escaped(hello)}</td></tr>`,
    ...lines.map((line) => matterOf(line, open)),
    `<tr><td style="${style.text};${style.small};${style.matter}">${end.map(escaped).join('<br>')}</td></tr>`,
    '</table></td></tr></table></td></tr></table></body></html>', '',
  ].join('\n');
}
