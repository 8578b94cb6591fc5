import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { files } from './data-folder.ts';
import { isAlive } from './process.ts';

export interface DataFolderLock {
  /** A system held it that ended without giving it back; its parts may still be ending. */
  readonly wasLeft: boolean;
  readonly release: () => void;
}

/**
 * When the process was started, in ticks of the kernel: tells a process from a later one of the same number. Undefined when it is gone
 * (or dead and not yet collected), empty where that cannot be known.
 */
function birthOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : (rest[18] ?? '');
  } catch {
    return '';
  }
}

/** The living process that holds the folder, if one does. */
export function holderOf(data: string): number | undefined {
  try {
    const [pid = '', birth = ''] = readFileSync(files(data).lock, 'utf8').split(' ');
    return Number(pid) > 0 && birthOf(Number(pid)) === birth ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One system per data folder: takes the lock, over a dead holder if need be. Throws an error that names the holder when the
 * folder is in use, or that says why it cannot be written.
 */
export function lockDataFolder(data: string): DataFolderLock {
  const { lock } = files(data);
  for (let wasLeft = false; ; wasLeft = true) {
    try {
      mkdirSync(data, { recursive: true });
      writeFileSync(lock, `${process.pid} ${birthOf(process.pid) ?? ''}`, { flag: 'wx' });
      return { wasLeft, release: () => rmSync(lock, { force: true }) };
    } catch (error) {
      if (!isTaken(error)) throw new Error(`The data folder ${data} cannot be used: ${(error as Error).message}. Choose another one: CHUTRINH_DATA=<folder> npm start`, { cause: error });
    }
    const holder = holderOf(data);
    if (holder !== undefined) {
      throw new Error(`The data folder ${data} is in use by a running system (process ${holder}). Stop it, or choose another folder: CHUTRINH_DATA=<folder> npm start`);
    }
    rmSync(lock, { force: true });
  }
}

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST' && (error as NodeJS.ErrnoException).syscall === 'open';
