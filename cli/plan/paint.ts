import { styleText } from 'node:util';
import type { Severity } from '../../domain/verdict.ts';

const colours = { blocking: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Readonly<Record<Severity, string>>;
const names = { blocking: 'CHẶN', warning: 'cảnh báo', note: 'ghi chú' } as const satisfies Readonly<Record<Severity, string>>;

/** Colour only on a terminal, and not when NO_COLOR says so. */
const isColoured = (): boolean => process.stdout.isTTY && !process.env['NO_COLOR'];

export function severityName(severity: Severity): string {
  return isColoured() ? styleText(colours[severity], names[severity]) : names[severity];
}

/** Words broken into lines of at most `width` characters; the first begins with `indent` characters already there. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** At most `width` characters. */
export function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}
