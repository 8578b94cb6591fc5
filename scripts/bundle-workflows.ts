import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { bundlePath } from './setup/bundle-path.mjs';

const workflowsPath = join(import.meta.dirname, '..', 'workflows', 'index.ts');

/**
 * Path of the workflow bundle of the sources as they are now; made if it is not there, in place of those of older sources.
 * For `Worker.create({ workflowBundle: { codePath } })`. Throws webpack's error when workflow code cannot be bundled.
 */
export async function ensureWorkflowBundle(): Promise<string> {
  const target = bundlePath();
  if (existsSync(target)) return target;
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (/^workflow-bundle-\w+\.js$/.test(name) && name !== basename(target)) rmSync(join(folder, name), { force: true });
  writeFileSync(`${target}.${process.pid}`, code);
  renameSync(`${target}.${process.pid}`, target);
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureWorkflowBundle();
