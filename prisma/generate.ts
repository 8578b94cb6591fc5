import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const mark = join(here, 'generated', '.made-from');

/**
 * Makes `prisma/generated` from schema.prisma unless it is there already; answers whether there was something to do. About 2 s.
 * Generating needs no native engine, but Prisma's command looks for one and would download it: any program keeps it from that.
 */
export async function generateClient(): Promise<boolean> {
  const manifest = createRequire(import.meta.url).resolve('prisma/package.json');
  const madeFrom = createHash('sha256').update(readFileSync(join(here, 'schema.prisma'))).update(readFileSync(manifest)).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === madeFrom) return false;
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  await promisify(execFile)(process.execPath, [join(dirname(manifest), 'build', 'index.js'), 'generate'], { cwd: dirname(here), env });
  writeFileSync(mark, madeFrom);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await generateClient()) ? 'Generated the database client.' : 'The database client is up to date.');
