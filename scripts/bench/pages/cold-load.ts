import type { Browser } from 'playwright-core';

const kilobit = 1_000 / 8;

/** Milliseconds until the load event of a page in a browser that has seen nothing yet, on a slow machine and a slow line. */
export async function coldLoad(browser: Browser, address: string, cookies: ReadonlyMap<string, string>): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })));
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 40, downloadThroughput: 8_000 * kilobit, uploadThroughput: 8_000 * kilobit });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(address, { waitUntil: 'load' });
  const took = await page.evaluate<number>('performance.getEntriesByType("navigation")[0].loadEventStart');
  await context.close();
  return took;
}
