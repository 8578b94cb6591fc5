/*
 * The server from its bundle (scripts/bundle-server.ts), which needs no compiler in the process: sixty megabytes and two seconds of processor time less. Where
 * there is no bundle of the sources as they are now, from the sources. Plain JavaScript, because nothing is compiled yet.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { serverPath } from '../scripts/setup/server-path.mjs';

const bundle = serverPath();
if (existsSync(bundle)) {
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(bundle).href);
} else {
  await import('tsx');
  await import('./server.ts');
}
