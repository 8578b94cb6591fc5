import { readFileSync, statSync } from 'node:fs';
import { Refused } from '../../domain/refusals.ts';
import { loadPlan, planIds } from '../../plans/load.ts';
import { PlanFileError } from '../../plans/problems.ts';
import type { PlanFile } from '../../plans/schema.ts';
import { CommandFailed, exitStatus } from '../exit.ts';

/** The largest source text that is read; a plan has some hundred kilobytes. */
const maxBytes = 10_000_000;

/** What `read` gives; every file that cannot be used ends the command with status 2, one line a problem. */
export function usable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof PlanFileError) throw new CommandFailed(error.describe('vi'), exitStatus.usage);
    throw error;
  }
}

/** The plan of an id. */
export function planOf(id: string): PlanFile {
  try {
    return usable(() => loadPlan(id));
  } catch (error) {
    if (error instanceof Refused) throw new CommandFailed(`không có kế hoạch “${id}” (có: ${planIds().join(', ')})`, exitStatus.usage);
    throw error;
  }
}

/** A text file in UTF-8. */
export function sourceOf(file: string): string {
  const refuse = (why: string): never => {
    throw new CommandFailed(`${file}: ${why}`, exitStatus.usage);
  };
  try {
    if (statSync(file).size > maxBytes) return refuse(`lớn hơn ${maxBytes} byte`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return text.trim() === '' ? refuse('tệp rỗng') : text;
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    return refuse(error instanceof TypeError ? 'không phải văn bản UTF-8' : 'không đọc được tệp');
  }
}
