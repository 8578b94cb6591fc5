import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { files } from './data-folder.ts';
import { holderOf } from './lock.ts';

/** What a running system tells other programs of the same machine. */
const runningSystem = z.object({
  pid: z.int().positive(),
  address: z.url(),
  temporalAddress: z.string(),
  startedAt: z.iso.datetime(),
});

export type RunningSystem = Readonly<z.infer<typeof runningSystem>>;

export function announce(data: string, system: RunningSystem): void {
  const { run } = files(data);
  writeFileSync(`${run}.new`, JSON.stringify(system));
  renameSync(`${run}.new`, run);
}

export function withdraw(data: string): void {
  rmSync(files(data).run, { force: true });
}

/** The system that runs on the data folder, if one does. */
export function findRunningSystem(data: string): RunningSystem | undefined {
  try {
    const system = runningSystem.parse(JSON.parse(readFileSync(files(data).run, 'utf8')));
    return holderOf(data) === system.pid ? system : undefined;
  } catch {
    return undefined;
  }
}
