import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Fonts are compressed already. */
const bytesOf = (file: string): number => (file.endsWith('.woff2') ? readFileSync(file).length : gzipSync(readFileSync(file)).length);

/** What a first visit to a page brings over the line, compressed, in bytes: the page, what it names of the built assets, and every font of the style sheet. */
export function coldWeight(html: string, { folder, base }: { readonly folder: string; readonly base: string }): number {
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].flatMap(([, address = '']) => (address.startsWith(`${base}/`) ? [address.slice(base.length + 1)] : []));
  const fonts = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
  return gzipSync(html).length + [...new Set([...named, ...fonts])].reduce((sum, name) => sum + bytesOf(join(folder, name)), 0);
}
