import type { PlainDate } from '../../domain/date.ts';
import { isPlainDate } from '../../domain/plain-date.ts';
import { CommandFailed, exitStatus } from '../exit.ts';

/** The day of `--at`. */
export function dayAsked(text: string | undefined): PlainDate | undefined {
  if (text === undefined || isPlainDate(text)) return text;
  throw new CommandFailed(`--at: “${text}” không phải ngày có thật (chấp nhận: NNNN-TT-NN, ví dụ 2022-03-15)`, exitStatus.usage);
}
