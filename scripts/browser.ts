import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Nothing that a browser of an office does not have switched on as well, but for what a machine without a screen or user namespaces needs. */
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];

/** A Chromium to drive: `CHROME_PATH`, one on PATH, else the one that comes with the dependencies. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? onPath(['chromium', 'chromium-browser', 'google-chrome']) ?? (await packedChromium());
  return chromium.launch({ executablePath, args });
}

/** Its own arguments are for functions in a cloud: one process for all, no web security. Ours are taken instead. */
async function packedChromium(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
