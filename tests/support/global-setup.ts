import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the workflow server of this run says that it is: tests that need one start it, once. */
    temporalFolder: string;
  }
}

/** Ends the workflow server of the run, if a test has started one. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-temporal-'));
  project.provide('temporalFolder', folder);
  return () => {
    const file = join(folder, 'pid');
    if (existsSync(file)) process.kill(Number(readFileSync(file, 'utf8')), 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
}
