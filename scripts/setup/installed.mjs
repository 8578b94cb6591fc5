import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stamp.mjs';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/**
 * Whether node_modules is what package-lock.json asks for, by npm's own record of what it installed. Packages for other platforms may be
 * missing. Spares a second installation after `npm install` or `npm ci` by hand.
 */
export function isInstalled(folder = root) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const there = packagesOf(record);
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = there[path];
    return found === undefined ? wanted.optional === true || wanted.devOptional === true : found.version === wanted.version && found.integrity === wanted.integrity;
  });
}
