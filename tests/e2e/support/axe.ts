import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on the page as it stands, one line each. The page's context lets axe in past the content security policy. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, where: nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`) }));
  });
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, impact, help, where }) => `${impact} ${id}: ${help}\n    ${where.join('\n    ')}`);
}
