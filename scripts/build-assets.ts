import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assetsPath } from './setup/assets-path.mjs';

const root = join(import.meta.dirname, '..');
const source = join(root, 'web', 'assets');
const fonts = join(root, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files');

/** A server that still runs on older sources keeps its files for so long. */
const keptMs = 86_400_000;

/** Folder with everything a browser loads beside pages, and the address it is served at. Built if it is not there, in place of that of older sources. */
export async function ensureAssets(): Promise<{ folder: string; base: `/assets/${string}` }> {
  const folder = assetsPath();
  const answer = { folder, base: `/assets/${basename(folder).slice('assets-'.length)}` } as const;
  if (existsSync(folder)) return answer;
  // Loaded only to build: a server that finds its files starts without compilers.
  const [{ build }, { compile }] = await Promise.all([import('esbuild'), import('sass')]);
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  const { css } = compile(join(source, 'scss', 'app.scss'), { style: 'compressed', loadPaths: [join(root, 'node_modules', 'govuk-frontend', 'dist')], quietDeps: true });
  writeFileSync(join(making, 'app.css'), css);
  const entryPoints = readdirSync(join(source, 'js')).filter((name) => name.endsWith('.js')).map((name) => join(source, 'js', name));
  await build({ entryPoints, outdir: making, bundle: true, minify: true, format: 'esm', target: ['chrome100', 'firefox100', 'safari15'], legalComments: 'none', logLevel: 'error' });
  for (const subset of ['latin', 'vietnamese']) for (const weight of [400, 600]) cpSync(join(fonts, `be-vietnam-pro-${subset}-${weight}-normal.woff2`), join(making, `${subset}-${weight}.woff2`));
  cpSync(join(source, 'img'), making, { recursive: true });
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another process was quicker with the same sources: what it built is the same.
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  for (const name of readdirSync(dirname(folder)).filter((each) => /^assets-[0-9a-f]{16}$/.test(each))) {
    const old = join(dirname(folder), name);
    if (old !== folder && statSync(old).mtimeMs < Date.now() - keptMs) rmSync(old, { recursive: true, force: true });
  }
  return answer;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureAssets();
