import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { serverPath } from './setup/server-path.mjs';
import { writeWhole } from './setup/write-whole.mjs';

const root = join(import.meta.dirname, '..');

/** Files beside a source are found from where the source lies, not from where the bundle does. */
const inPlace: Plugin = {
  name: 'in-place',
  setup: (building) =>
    building.onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents: source, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    }),
};

/** The server in one file, with a map to its sources; packages stay where they are. */
export async function buildServer(outfile: string): Promise<{ readonly files: ReadonlyMap<string, string>; readonly metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root, entryPoints: ['main/server.ts'], outfile, bundle: true, write: false, metafile: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external',
    sourcemap: 'linked', sourcesContent: false, plugins: [inPlace], logLevel: 'error',
  });
  return { files: new Map(outputFiles.map(({ path, text }) => [path, text])), metafile };
}

/** Path of the server bundle of the sources as they are now; made if it is not there, in place of those of older sources: a server that runs has read its own. */
export async function ensureServerBundle(): Promise<string> {
  const target = serverPath();
  if (existsSync(target)) return target;
  const { files } = await buildServer(target);
  for (const [path, text] of [...files].toSorted(([a], [b]) => b.localeCompare(a))) writeWhole(path, text); // the map before what names it
  const own = basename(target);
  for (const name of readdirSync(dirname(target))) if (/^server-[0-9a-f]{16}\.mjs(\.map)?$/.test(name) && !name.startsWith(own)) rmSync(join(dirname(target), name), { force: true });
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureServerBundle();
