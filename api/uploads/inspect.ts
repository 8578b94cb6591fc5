import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { fileKinds, type FileKind } from '../../domain/attachment.ts';
import { createTurns } from '../../domain/turns.ts';
import { findSecretMark } from '../../rules/facts/secrecy.ts';
import { fileFaults, type FileFault } from '../../domain/file-faults.ts';
import type { Received } from '../../domain/ports/files.ts';

/** Heap of the process that looks, in MB; how long it may take; how much it may say. */
const limits = { heapMb: 96, ms: 30_000, output: 2 ** 20 } as const;

const kind = z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]]);
const fault = z.enum(Object.keys(fileFaults) as [FileFault, ...FileFault[]]);
const found = z.union([z.strictObject({ fault }), z.strictObject({ kind, lines: z.array(z.string()) })]);

/** Each takes a core for a moment. */
const takeTurns = createTurns(2);

/** Looks into a file by its content, in a child process that may die of it. */
export function inspect(path: string, size: number): ReturnType<Received['inspect']> {
  return takeTurns(async () => {
    const said = await lookInChild(path, size);
    const read = said === undefined ? undefined : found.safeParse(parsed(said));
    if (!read?.success) return { fault: 'file-unreadable' };
    if ('fault' in read.data) return read.data;
    return findSecretMark(read.data.lines) ? { secret: true } : { kind: read.data.kind };
  });
}

/** What the child printed; undefined when it came to no end of its own. */
function lookInChild(path: string, size: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.heapMb}`, join(import.meta.dirname, 'inspect-child.mjs'), path, String(size)], {
      stdio: ['ignore', 'pipe', 'ignore'], env: {}, timeout: limits.ms, killSignal: 'SIGKILL',
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.length > limits.output) child.kill('SIGKILL');
    });
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code === 0 ? said : undefined));
  });
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}
