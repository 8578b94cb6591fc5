import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that another width of the window can change the answer of. */
const dependOnWidth = ['color-contrast', 'scrollable-region-focusable', 'target-size', 'aria-hidden-focus', 'meta-viewport', 'label', 'link-name', 'button-name'];

/** What axe finds serious or critical on the page as it stands, one line each. `again`: the same page at another width. */
export async function seriousFindings(page: Page, { again = false } = {}): Promise<readonly string[]> {
  if (!again) await page.evaluate(source);
  const options = { resultTypes: ['violations'], preload: false, ...(again ? { runOnly: dependOnWidth } : {}) };
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, impact, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `\n    ${node.target.join(' ')} ${node.html.slice(0, 160)}`);
    return `${impact} ${id}: ${help}${where.join('')}`;
  });
}
