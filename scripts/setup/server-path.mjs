import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cache, hashOf, root } from './stamp.mjs';

/** Everything of ours that the server is made of; a test holds the bundle to it. */
export const serverFolders = ['api', 'config', 'domain', 'main', 'notify', 'plans', 'prisma', 'rules', 'scripts', 'web'];

/** Where the server in one file, of exactly these sources at this place (it names them), lies or will lie. */
export function serverPath() {
  const sources = hashOf([...serverFolders, 'package.json', 'package-lock.json'], /\.(ts|mjs|json|prisma)$/);
  return join(cache, `server-${createHash('sha256').update(root).update(sources).digest('hex').slice(0, 16)}.mjs`);
}
